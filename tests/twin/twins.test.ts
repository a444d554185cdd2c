import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine';
import { openNodeEngine } from '../../src/engine/node';
import { judged } from './judge';
import { officeOf } from './truth';

/*
 * Offices that nobody has seen: other zones, words, layouts and formats. More of them by hand:
 * TWINS=1-30 npx vitest run --project node tests/twin
 */

const asked = /^(\d+)-(\d+)$/u.exec(process.env.TWINS ?? '');
const [from, to] = asked ? [Number(asked[1]), Number(asked[2])] : [1, 4];
const SEEDS = Array.from({ length: to - from + 1 }, (_, at) => from + at);

describe('an office that nobody has seen', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openNodeEngine();
  }, 120_000);
  afterAll(() => engine.close());

  it.each(SEEDS)(
    'is read as it is: %d',
    async (seed) => {
      const { wrong, questions } = await judged(engine, officeOf(seed));
      expect(wrong).toEqual([]);
      expect(questions.length, questions.join('; ')).toBeLessThanOrEqual(5);
    },
    240_000,
  );
});
