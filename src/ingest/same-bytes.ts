import { Refusal } from '../domain';
import { periodsSaid } from './canonical/as-of';
import type { ByteSource } from './raw';

/** A file by its name and what is in it. */
interface Named {
  readonly path: string;
  readonly source: ByteSource;
}

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

/** The day a name says its file is of; undefined where it says none. */
const dayOf = ({ path }: Named): string | undefined =>
  periodsSaid({ title: [], sheet: null, path, notes: [] }).find(({ place }) => place === 'file-name')?.day;

/**
 * Whether two files are one: they hold the same bytes, and their names do not say that they are of two periods (a list that has not changed
 * since the last quarter). Only files of equal size are opened, and mostly no more than their heads.
 */
async function isSameFile(a: Named, b: Named): Promise<boolean> {
  if (!(await compare(a.source, b.source).catch(isGone))) return false;
  const [one, other] = [dayOf(a), dayOf(b)];
  return one === undefined || other === undefined || one === other;
}

async function compare(a: ByteSource, b: ByteSource): Promise<boolean> {
  for (let from = 0; from < a.size;) {
    const to = Math.min(a.size, from + (from === 0 ? FIRST : PIECE));
    const [one, other] = await Promise.all([a.read(from, to), b.read(from, to)]);
    if (!equal(one, other)) return false;
    from = to;
  }
  return true;
}

/** The path of the first of some files that a file is the same as; null where it is none of them. */
export async function sameAmong(files: readonly { readonly input: Named }[], one: Named): Promise<string | null> {
  for (const { input } of files)
    if (input.source.size === one.source.size && (await isSameFile(input, one))) return input.path;
  return null;
}
