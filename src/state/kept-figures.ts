import { type Cube, isEmpty } from '../cube';
import { freeName } from '../domain';
import type { Listed } from '../keep';

/** A number for a project. Plain http has none that cannot be guessed; nobody needs to. */
export const newId = (): string => crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;

/** A name no other project has. */
export const nameAmong = (list: readonly Listed[], name: string): string =>
  freeName(name, '', (known) => list.some((project) => project.name === known));

/** What writes and reads figures, fetched when there are some to keep or to show. */
const cubeFile = () => import('../cube/file');

/** The figures in kept bytes; null for those of another version, which are counted again from the files. */
export async function cubeIn(bytes: Uint8Array): Promise<Cube | null> {
  const { loadCube } = await cubeFile();
  try {
    return loadCube(bytes);
  } catch {
    return null;
  }
}

/** Figures as they are kept; null where there are none. */
export async function bytesOf(cube: Cube): Promise<Uint8Array | null> {
  return isEmpty(cube) ? null : (await cubeFile()).saveCube(cube);
}

/** Whether two cubes are the same to the byte. */
export const isEqual = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);
