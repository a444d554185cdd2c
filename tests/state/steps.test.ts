import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NOTHING, type ProjectState } from '../../src/state/project-state';
import { Steps } from '../../src/state/steps.svelte';

/* An undoing that is asked for while something is being done comes after it; none is lost, and none takes back more than was meant. */

const stateOf = (n: number): ProjectState => ({
  ...NOTHING,
  files: Array.from({ length: n }, (_, at) => ({ path: `${at}.csv`, size: 1, sum: at.toString(16).padStart(64, '0') })),
});

/** A page on which work can be begun and ended by hand. */
function pageOf() {
  let end: (() => void) | null = null;
  let working: Promise<void> = Promise.resolve();
  const shown: number[] = [];
  const steps = new Steps({
    stepping: () => end !== null,
    settled: () => working,
    become: async ({ files }) => void shown.push(files.length),
  });
  return {
    steps,
    shown,
    begin() {
      working = new Promise((resolve) => (end = resolve));
    },
    /** Ends the work with so many files, or with nothing done. */
    end(files: number | null) {
      if (files !== null) steps.take(stateOf(files));
      end?.();
      end = null;
    },
  };
}

test('asked for during an import, the import is what is taken back; asked for twice, the step before it as well', async () => {
  const { steps, shown, begin, end } = pageOf();
  steps.take(stateOf(1));
  begin();
  const undone = Promise.all([steps.undo(), steps.undo()]);
  expect(steps.queued).toBe('undo');
  expect(shown).toEqual([]);
  end(3);
  await undone;
  expect(shown).toEqual([1, 0]);
  expect(steps.queued).toBeNull();
  await steps.redo();
  expect(shown).toEqual([1, 0, 1]);
});

test('of work that was stopped there is nothing to take back', async () => {
  const { steps, shown, begin, end } = pageOf();
  steps.take(stateOf(1));
  begin();
  const undone = steps.undo();
  end(null);
  await undone;
  expect([shown, steps.present.files.length]).toEqual([[], 1]);
});

test('however often it is pressed at rest, it is taken as often as there are steps, in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(6), fc.array(fc.boolean(), { maxLength: 12 }), async (count, pressed) => {
      const { steps, shown } = pageOf();
      for (let at = 1; at <= count; at += 1) steps.take(stateOf(at));
      await Promise.all(pressed.map((undo) => (undo ? steps.undo() : steps.redo())));
      let at = count;
      const expected: number[] = [];
      for (const undo of pressed) {
        const next = undo ? at - 1 : at + 1;
        if (next < 0 || next > count) continue;
        at = next;
        expected.push(at);
      }
      expect(shown).toEqual(expected);
    }),
  );
});
