import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesSource, sha256 } from '../../src/ingest';

const ours = (bytes: Uint8Array): Promise<string> => sha256(bytesSource('x', bytes));
const theirs = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

test('is the SHA-256 of the standard, for any bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      expect(await ours(bytes)).toBe(theirs(bytes));
    }),
  );
});

test.each([0, 55, 56, 63, 64, 65, 119, 120, (1 << 22) - 1, 1 << 22, (1 << 22) + 1, 2 * (1 << 22) + 57])(
  'holds where blocks and pieces end: %i bytes',
  async (length) => {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 31 + (at >> 8)) & 255);
    expect(await ours(bytes)).toBe(theirs(bytes));
  },
);
