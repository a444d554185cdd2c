import { Zip, ZipDeflate, ZipPassThrough, unzipSync } from 'fflate';
import * as v from 'valibot';
import { loadCube } from '../cube';
import { bytesSource, sha256 } from '../ingest';
import { type KeptFile, type Manifest, ownFiles, readManifest, written } from './manifest';
import { KeepTrouble } from './trouble';

const PURPOSE = '区镜项目';
const MANIFEST = 'manifest.json';
const DECISIONS = 'decisions.json';
const CUBE = 'cube.arrow';
const FILES = 'files/';
/** Already packed: packing them again takes time and saves nothing. */
const PACKED = /\.(?:zip|xlsx|xlsm|xlsb|ods|gz|numbers|et)$/iu;
const PIECE = 1 << 20;
/** More than a browser tab can hold at once. */
const MOST_BYTES = 1 << 30;

const Head = v.object({ 用途: v.literal(PURPOSE), 项目: v.unknown() });

/** A project read from a file, checked whole: what it says is there and is what it says. */
export interface Opened {
  readonly manifest: Manifest;
  readonly cube: Uint8Array | null;
  /** The bytes of its files by their sums; none where the file holds figures and decisions only. */
  readonly bytes: ReadonlyMap<string, File>;
}

/** The bytes of a file of a project, which this browser has to have. */
export type BytesOf = (file: KeptFile) => Promise<Blob | null>;

const nameOf = (at: number, { path }: KeptFile): string => `${FILES}${at + 1}-${path.replaceAll(/[\\/]/gu, '_')}`;

/**
 * A project as one file: a ZIP with manifest, decisions, cube and, where the manifest says so, the bytes of the files. Throws
 * {@link KeepTrouble} when some of them are not there.
 */
export async function projectFile(manifest: Manifest, cube: Uint8Array | null, bytesOf: BytesOf): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    pieces.push(chunk.slice());
  });
  const add = async (name: string, data: Blob): Promise<void> => {
    const entry = PACKED.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    // The same project gives the same bytes.
    entry.mtime = new Date(1980, 0, 1);
    zip.add(entry);
    for (let from = 0; from < data.size; from += PIECE)
      entry.push(new Uint8Array(await data.slice(from, from + PIECE).arrayBuffer()));
    entry.push(new Uint8Array(), true);
  };
  const { decisions, ...rest } = manifest;
  await add(
    MANIFEST,
    new Blob([`${JSON.stringify({ 用途: PURPOSE, 项目: written({ ...rest, decisions: '' }) }, null, 2)}\n`]),
  );
  await add(DECISIONS, new Blob([decisions]));
  if (cube) await add(CUBE, new Blob([cube as Uint8Array<ArrayBuffer>]));
  for (const [at, file] of ownFiles(manifest).entries()) {
    const data = await bytesOf(file);
    if (!data) throw new KeepTrouble('gone', file.path);
    await add(nameOf(at, file), data);
  }
  zip.end();
  return new Blob(pieces, { type: 'application/zip' });
}

/** Gives an entry of an archive by its name; null when there is none. Throws {@link KeepTrouble} for what is no archive or too large. */
async function archiveOf(file: Blob): Promise<(name: string) => Uint8Array | null> {
  if (file.size > MOST_BYTES) throw new KeepTrouble('full');
  const bytes = new Uint8Array(await file.arrayBuffer());
  let unpacked = 0;
  const names = new Set<string>();
  const safely = <Result>(work: () => Result, about: string): Result => {
    try {
      return work();
    } catch {
      throw new KeepTrouble('broken', about);
    }
  };
  safely(
    () =>
      unzipSync(bytes, {
        filter({ name, originalSize }) {
          names.add(name);
          unpacked += originalSize;
          return false;
        },
      }),
    '',
  );
  if (unpacked > MOST_BYTES) throw new KeepTrouble('full');
  return (wanted) =>
    names.has(wanted)
      ? (safely(() => unzipSync(bytes, { filter: ({ name }) => name === wanted }), wanted)[wanted] ?? null)
      : null;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new KeepTrouble('broken', MANIFEST);
  }
}

function cubeIn(bytes: Uint8Array | null): Uint8Array | null {
  if (!bytes) return null;
  try {
    loadCube(bytes);
    return bytes;
  } catch {
    // Figures of another version are counted again from the files, where there are any.
    return null;
  }
}

/**
 * Reads a project from a file and checks all of it before anything is done with it. Throws {@link KeepTrouble} that names the part
 * which is missing or is not what the manifest says.
 */
export async function readProjectFile(file: Blob): Promise<Opened> {
  const entry = await archiveOf(file);
  const head = v.safeParse(Head, parsed(entry(MANIFEST) ?? new Uint8Array()));
  if (!head.success) throw new KeepTrouble('broken', MANIFEST);
  const bare = readManifest(head.output.项目, MANIFEST);
  const decisions = entry(DECISIONS);
  if (!decisions) throw new KeepTrouble('broken', DECISIONS);
  const manifest = { ...bare, decisions: new TextDecoder().decode(decisions) };
  const figures = entry(CUBE);
  const cube = cubeIn(figures);
  const bytes = new Map<string, File>();
  if (manifest.keeps === 'figures' && !cube) throw new KeepTrouble(figures ? 'figures' : 'broken', CUBE);
  for (const [at, kept] of ownFiles(manifest).entries()) {
    const found = entry(nameOf(at, kept));
    if (!found) throw new KeepTrouble('gone', kept.path);
    if (found.length !== kept.size || (await sha256(bytesSource(kept.path, found))) !== kept.sum)
      throw new KeepTrouble('broken', kept.path);
    bytes.set(kept.sum, new File([found as Uint8Array<ArrayBuffer>], kept.path));
  }
  return { manifest, cube, bytes };
}
