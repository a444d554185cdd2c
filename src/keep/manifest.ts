import * as v from 'valibot';
import { KeepTrouble } from './trouble';

/** The form this page writes; one that is higher was written by a newer page and is left alone. */
export const VERSION = 1;

const Sum = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u));
const Size = v.pipe(v.number(), v.integer(), v.minValue(0));

const KeptFile = v.object({ path: v.pipe(v.string(), v.minLength(1)), size: Size, sum: Sum });

const Manifest = v.object({
  version: v.literal(VERSION),
  id: v.pipe(v.string(), v.minLength(1)),
  name: v.string(),
  saved: v.string(),
  files: v.array(KeptFile),
  waiting: v.optional(v.array(KeptFile), []),
  decisions: v.string(),
  example: v.boolean(),
  keeps: v.picklist(['files', 'figures']),
});

/** A file of a project: its name, and its bytes by their sum. */
export type KeptFile = Readonly<v.InferOutput<typeof KeptFile>>;

/** A project as it is kept: its files by their sums, and everything decided, in the words of a file of decisions. All else is derived. */
export interface Manifest extends Omit<v.InferOutput<typeof Manifest>, 'files' | 'waiting' | 'version'> {
  /** The files loaded, in order. */
  readonly files: readonly KeptFile[];
  /** The files that wait to be told what they are. */
  readonly waiting: readonly KeptFile[];
}

/** The files whose bytes are kept with a project: those of the example come with the page. */
export function ownFiles({ files, waiting, keeps, example }: Manifest): readonly KeptFile[] {
  if (keeps === 'figures') return [];
  return example ? waiting : [...files, ...waiting];
}

/** Whether the bytes of the files are kept, or only figures and decisions. */
export type Keeps = Manifest['keeps'];

/** The manifest in the form it is kept in. */
export function written(manifest: Manifest): unknown {
  const copied = (files: readonly KeptFile[]): KeptFile[] => files.map((file) => ({ ...file }));
  return { version: VERSION, ...manifest, files: copied(manifest.files), waiting: copied(manifest.waiting) };
}

/** Reads a kept manifest. Throws {@link KeepTrouble} when it was written by a newer page or is no manifest. */
export function readManifest(found: unknown, about: string): Manifest {
  const head = v.safeParse(v.object({ version: v.number() }), found);
  if (head.success && head.output.version > VERSION) throw new KeepTrouble('newer', about);
  const parsed = v.safeParse(Manifest, found);
  if (!parsed.success) throw new KeepTrouble('broken', about);
  const { version: _, ...manifest } = parsed.output;
  return manifest;
}
