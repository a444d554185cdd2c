import { Sha256 } from '../domain';
import type { ByteSource } from './raw';

const PIECE = 1 << 22;

/** The SHA-256 of a file's bytes, in hexadecimal. */
export async function sha256(source: ByteSource): Promise<string> {
  const sum = new Sha256();
  for (let from = 0; from < source.size; from += PIECE)
    sum.add(await source.read(from, Math.min(source.size, from + PIECE)));
  return sum.hex();
}
