import { type Cube, loadCube } from '../cube';
import type { Listed } from '../keep';

/** A number for a project. Plain http has none that cannot be guessed; nobody needs to. */
export const newId = (): string => crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;

/** A name no other project has. */
export function freeName(name: string, list: readonly Listed[]): string {
  const taken = new Set(list.map((project) => project.name));
  for (let n = 1; ; n += 1) {
    const free = n === 1 ? name : `${name}（${n}）`;
    if (!taken.has(free)) return free;
  }
}

/** The figures in kept bytes; null for those of another version, which are counted again from the files. */
export function cubeIn(bytes: Uint8Array): Cube | null {
  try {
    return loadCube(bytes);
  } catch {
    return null;
  }
}

/** Whether two cubes are the same to the byte. */
export const isEqual = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);
