import * as v from 'valibot';
import { type FileDecision, readDecisions } from './decisions-file';

const Manifest = v.object({ files: v.array(v.object({ path: v.string() })) });
const PUBLISHED = 'published/figures.csv';
const DECISIONS = 'decisions.json';

/** The example files that come with the page, and the decisions about them. Rejects when one of them is missing. */
export async function exampleFiles(): Promise<{
  readonly files: readonly { readonly file: File; readonly path: string }[];
  readonly decisions: readonly FileDecision[];
}> {
  const base = new URL('datasets/', document.baseURI);
  const get = async (path: string): Promise<Response> => {
    const response = await fetch(new URL(path, base));
    if (!response.ok) throw new Error(`${response.status} ${path}`);
    return response;
  };
  const manifest = v.parse(Manifest, await (await get('manifest.json')).json());
  const { files: decisions } = readDecisions(await (await get(DECISIONS)).text());
  const paths = [...manifest.files.map(({ path }) => path), PUBLISHED];
  const files = await Promise.all(
    paths.map(async (path) => ({ file: new File([await (await get(path)).blob()], path), path })),
  );
  return { files, decisions };
}
