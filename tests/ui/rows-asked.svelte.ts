import { flushSync } from 'svelte';
import { EMPTY_CUBE, type DrillQuestion } from '../../src/cube';
import { metricById } from '../../src/model';
import type { DrillResult, Workbench } from '../../src/state';
import { Rows } from '../../src/ui/rows.svelte';

/** A database that answers when it is told to, and rows asked of it by zone, as a part of a page asks. */
export function askedByZone() {
  const asked: {
    readonly question: DrillQuestion;
    readonly answer: (result: DrillResult) => void;
    readonly fail: (why: Error) => void;
  }[] = [];
  const drill = (question: DrillQuestion): Promise<DrillResult> =>
    new Promise((answer, fail) => {
      asked.push({ question, answer, fail });
    });
  let zone = $state('a');
  let cube = $state.raw(EMPTY_CUBE);
  const workbench = {
    get cube() {
      return cube;
    },
    source: { drill },
  } as unknown as Workbench;
  const question = (): DrillQuestion => ({ metric: metricById('org_coverage_rate'), zones: [zone] });
  let rows: Rows | undefined;
  const close = $effect.root(() => {
    rows = new Rows(workbench, question, () => 10);
  });
  if (!rows) throw new Error('nothing was asked');
  flushSync();
  return {
    rows,
    asked,
    close,
    choose(next: string): void {
      zone = next;
      flushSync();
    },
    load(): void {
      cube = { ...EMPTY_CUBE };
      flushSync();
    },
  };
}
