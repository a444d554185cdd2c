import type { Cube, NamedCube } from '../cube';
import { freeName } from '../domain';
import { counting } from './database';
import type { Incoming } from './incoming';
import { type Refused, refusedFor } from './refused';

/** Saved cubes that are looked at in place of the project's figures, all of them together; nothing of them is kept. */
export class Opened {
  files: readonly NamedCube[] = $state.raw([]);
  /** Files that could not be used, and why. */
  refused: readonly Refused[] = $state.raw([]);
  /** The figures of all together; null while nothing is open. */
  cube: Cube | null = $state.raw(null);
  /** How many things have to be known before they are read together. */
  told = $state(0);

  /** Opens files beside those that are open. What cannot be used is refused, and what was open stays. */
  async open(given: readonly Incoming[]): Promise<void> {
    const [{ loadCube }, { maskedPath }] = await Promise.all([import('../cube/file'), counting()]);
    const files = [...this.files];
    const refused: Refused[] = [];
    for (const { file, path } of given) {
      const name = freeName(maskedPath(path.split('/').at(-1) ?? path), '', (known) =>
        files.some((one) => one.name === known),
      );
      try {
        files.push({ name, cube: loadCube(new Uint8Array(await file.arrayBuffer()), name) });
      } catch (error) {
        refused.push(refusedFor(name, error));
      }
    }
    await this.#merge(files, refused);
  }

  /** Closes one of them. */
  async remove(name: string): Promise<void> {
    await this.#merge(
      this.files.filter((one) => one.name !== name),
      [],
    );
  }

  /** Closes all: the project's figures stand again. */
  close(): void {
    this.files = [];
    this.refused = [];
    this.cube = null;
    this.told = 0;
  }

  async #merge(files: readonly NamedCube[], refused: readonly Refused[]): Promise<void> {
    const [{ mergeCubes }, { mergeTold }] = await Promise.all([
      import('../cube/merge/merge'),
      import('../brief/merge-words'),
    ]);
    const merged = mergeCubes(files);
    this.files = files;
    // Two that speak against each other stay in the list: without the one the other can be used.
    this.refused = [...refused, ...merged.refused.map((error) => refusedFor(error.file, error))];
    this.told = merged.cube === null ? 0 : mergeTold(merged.cube, 'zh').length;
    this.cube = merged.cube;
  }
}
