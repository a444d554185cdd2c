import { Refusal } from '../domain';
import type { ByteSource } from './raw';

const FIRST = 1 << 16;
const PIECE = 1 << 22;

const equal = (a: Uint8Array, b: Uint8Array): boolean => {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
};

/** Bytes that are no longer there are not the same as any. */
function isGone(error: unknown): false {
  if (error instanceof Refusal) return false;
  throw error;
}

/** Whether two files hold the same bytes. Only files of equal size are opened, and mostly no more than their heads. */
export const sameBytes = (a: ByteSource, b: ByteSource): Promise<boolean> => compare(a, b).catch(isGone);

async function compare(a: ByteSource, b: ByteSource): Promise<boolean> {
  if (a.size !== b.size) return false;
  for (let from = 0; from < a.size;) {
    const to = Math.min(a.size, from + (from === 0 ? FIRST : PIECE));
    const [one, other] = await Promise.all([a.read(from, to), b.read(from, to)]);
    if (!equal(one, other)) return false;
    from = to;
  }
  return true;
}
