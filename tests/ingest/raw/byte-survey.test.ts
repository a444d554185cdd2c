import fc from 'fast-check';
import { expect, it } from 'vitest';
import { surveyBytes } from '../../../src/ingest/raw/byte-survey';
import { gbk, joinBytes, sourceOf, utf8 } from './read-bytes';

const text = fc.string({ unit: fc.constantFrom(...'组织生活会党员大会云岭高新区，。1a,\n'), maxLength: 30 });
const piece = fc.oneof(
  text.map(gbk),
  text.map(utf8),
  fc.uint8Array({ min: 0x80, maxLength: 12 }),
  fc.uint8Array({ maxLength: 6 }),
);

it('counts the same however the bytes are cut: of one byte at a time nothing can be read ahead', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 8 }), fc.integer({ min: 2, max: 40 }), async (pieces, size) => {
      // A zero keeps the platform's decoder from answering for all.
      const source = sourceOf(joinBytes(...pieces, Uint8Array.of(0)));
      const one = await surveyBytes(source, 1, () => undefined);
      expect(await surveyBytes(source, size, () => undefined)).toEqual(one);
      expect(await surveyBytes(source, 1 << 20, () => undefined)).toEqual(one);
    }),
    { numRuns: 300 },
  );
});
