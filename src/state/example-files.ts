import * as v from 'valibot';

const Manifest = v.object({ files: v.array(v.object({ path: v.string(), name: v.string() })) });
const PUBLISHED = { path: 'published/figures.csv', name: '公布数.csv' };

/** The example files that come with the page. Rejects when one of them is missing. */
export async function exampleFiles(): Promise<{ file: File; path: string }[]> {
  const base = new URL('datasets/', document.baseURI);
  const get = async (path: string): Promise<Response> => {
    const response = await fetch(new URL(path, base));
    if (!response.ok) throw new Error(`${response.status} ${path}`);
    return response;
  };
  const { files } = v.parse(Manifest, await (await get('manifest.json')).json());
  return Promise.all(
    [...files, PUBLISHED].map(async ({ path, name }) => {
      const file = new File([await (await get(path)).blob()], name);
      return { file, path: name };
    }),
  );
}
