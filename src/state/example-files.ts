import * as v from 'valibot';
import type { Cube } from '../cube';
import { unpack } from '../engine/engine-file';
import { type FileDecision, readDecisions } from './decisions-file';

const Manifest = v.object({ files: v.array(v.object({ path: v.string() })) });
const PUBLISHED = 'published/figures.csv';
const DECISIONS = 'decisions.json';
const CUBE = 'example-cube.pack';

/** Something of the example, from beside the page. Rejects when it is missing. */
async function get(path: string): Promise<Response> {
  const response = await fetch(new URL(`datasets/${path}`, document.baseURI));
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  return response;
}

/** The figures of the example files, as they were counted before the page was built; null where they are not to be had. */
export async function exampleCube(): Promise<Cube | null> {
  const file = import('../cube/file');
  try {
    const bytes = await unpack(await (await get(CUBE)).arrayBuffer());
    return (await file).loadCube(new Uint8Array(bytes));
  } catch {
    // The files say the same, only later.
    return null;
  }
}

/** The example files that come with the page, and the decisions about them. Rejects when one of them is missing. */
export async function exampleFiles(): Promise<{
  readonly files: readonly { readonly file: File; readonly path: string }[];
  readonly decisions: readonly FileDecision[];
}> {
  const manifest = v.parse(Manifest, await (await get('manifest.json')).json());
  const { files: decisions } = readDecisions(await (await get(DECISIONS)).text());
  const paths = [...manifest.files.map(({ path }) => path), PUBLISHED];
  const files = await Promise.all(
    paths.map(async (path) => ({ file: new File([await (await get(path)).blob()], path), path })),
  );
  return { files, decisions };
}
