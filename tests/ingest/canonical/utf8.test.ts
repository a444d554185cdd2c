import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bytesIn, packed } from '../../../src/ingest/canonical/utf8';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('\ud83d', '\ude00', '甲', 'é', '\u07ff', '\u0800', '\ufeff', 'a', ''), { maxLength: 4 })
    .map((parts) => parts.join('')),
);

it('packs texts as each of them is encoded by itself', () => {
  const encoder = new TextEncoder();
  fc.assert(
    fc.property(fc.array(text, { maxLength: 6 }), (texts) => {
      const { offsets, bytes } = packed(texts);
      const parts = texts.map((_, nth) => [...bytes.subarray(offsets[nth], offsets[nth + 1])]);
      expect(parts).toEqual(texts.map((one) => [...encoder.encode(one)]));
      expect(texts.map(bytesIn)).toEqual(texts.map((one) => encoder.encode(one).length));
    }),
    { numRuns: 2000 },
  );
});
