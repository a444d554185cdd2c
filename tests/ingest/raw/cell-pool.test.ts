import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CellPool } from '../../../src/ingest/raw/cell-pool';

it('gives every text one number, whatever was there before and whatever its hash', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ unit: 'binary', maxLength: 6 }), fc.nat({ max: 3 }))), (cells) => {
      const pool = new CellPool();
      const codes = new Map<string, number>();
      const whole = cells.map(([text]) => text).join('');
      let from = 0;
      for (const [text, hash] of cells) {
        const code = pool.codeOf(whole, from, from + text.length, hash);
        expect([pool.textOf(code), codes.get(text) ?? code]).toEqual([text, code]);
        codes.set(text, code);
        from += text.length;
      }
    }),
  );
});

it.each([
  ['few texts', (at: number) => `第${at % 100}号`],
  ['texts that are ever others', (at: number) => `第${at}号`],
  ['texts that come back once', (at: number) => `第${at >> 1}号`],
])('gives %s through many rows', (_, textOf) => {
  const pool = new CellPool();
  for (let at = 0; at < 200_000; at += 1) {
    const text = textOf(at);
    const code = pool.codeOf(`x${text}y`, 1, text.length + 1, at % 97);
    if (code >= 0 && pool.textOf(code) !== text) throw new RangeError(text);
    if (at > 5_000 && at < 190_000) at += 37;
  }
});
