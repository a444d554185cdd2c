import { type Cube, loadCube, mergeCubes } from '../cube';
import { Refusal } from '../domain';

/** What an address asks for. */
export interface Asked {
  /** Null where none of it could be used. */
  readonly cube: Cube | null;
  readonly refused: readonly { readonly path: string; readonly error: unknown }[];
}

function addressOf(path: string, page: URL): URL {
  try {
    return new URL(path, page);
  } catch {
    throw new Refusal('cube-not-there', path);
  }
}

/** The bytes of a file of this site. Throws Refusal where it is of another site, or not there. */
async function fetched(path: string, page: URL): Promise<Uint8Array> {
  const address = addressOf(path, page);
  if (address.origin !== page.origin) throw new Refusal('cube-elsewhere', path);
  let answer: Response;
  try {
    answer = await fetch(address, { mode: 'same-origin', credentials: 'omit' });
  } catch {
    throw new Refusal('cube-not-there', path);
  }
  if (!answer.ok) throw new Refusal('cube-not-there', path, {}, String(answer.status));
  return new Uint8Array(await answer.arrayBuffer());
}

/** Fetches the figures an address asks for, and merges several. Each path is relative to the page, and of its own site. */
export async function cubesAt(address: string): Promise<Asked> {
  const page = new URL(address);
  const refused: { path: string; error: unknown }[] = [];
  const files: { name: string; cube: Cube }[] = [];
  for (const path of new Set(page.searchParams.getAll('cube')))
    try {
      files.push({ name: path, cube: loadCube(await fetched(path, page), path) });
    } catch (error) {
      refused.push({ path, error });
    }
  const merged = mergeCubes(files);
  return { cube: merged.cube, refused: [...refused, ...merged.refused.map((error) => ({ path: error.file, error }))] };
}
