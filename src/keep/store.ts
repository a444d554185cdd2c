import { type Bytes, browserBytes } from './bytes';
import { type KeptFile, type Manifest, ownFiles, readManifest, written } from './manifest';
import { type Shelf, browserShelf } from './shelf';
import { type KeepTrouble, troubleOf } from './trouble';

const PROJECT = 'project/';
const CUBE = 'cube/';
const SIZE = 'size/';
const CURRENT = 'current';

/** A kept project as a list shows it. */
export interface Listed {
  readonly id: string;
  /** '' where even the name cannot be read. */
  readonly name: string;
  readonly saved: string;
  /** Bytes of its files and its cube. */
  readonly bytes: number;
  readonly trouble: KeepTrouble | null;
}

/** A project with its cube as it was kept. */
export interface Kept {
  readonly manifest: Manifest;
  readonly cube: Uint8Array | null;
}

const nameIn = (found: unknown): string =>
  typeof found === 'object' && found !== null && 'name' in found && typeof found.name === 'string' ? found.name : '';

const total = (files: readonly KeptFile[]): number =>
  [...new Map(files.map(({ sum, size }) => [sum, size])).values()].reduce((all, size) => all + size, 0);

async function told<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw troubleOf(error);
  }
}

/** The projects kept in this browser. Every promise rejects with {@link KeepTrouble} and nothing else. */
export class ProjectStore {
  constructor(
    private readonly shelf: Shelf,
    private readonly bytes: Bytes,
  ) {}

  /** Every project, the one saved last first. */
  list(): Promise<Listed[]> {
    return told(async () => {
      const ids = (await this.shelf.keys())
        .filter((key) => key.startsWith(PROJECT))
        .map((key) => key.slice(PROJECT.length));
      const all = await Promise.all(ids.map((id) => this.listed(id)));
      return all.sort((a, b) => (a.saved === b.saved ? (a.id < b.id ? -1 : 1) : a.saved < b.saved ? 1 : -1));
    });
  }

  private async listed(id: string): Promise<Listed> {
    const found = await this.shelf.get(PROJECT + id);
    const size = await this.shelf.get(SIZE + id);
    const cube = typeof size === 'number' ? size : 0;
    try {
      const manifest = readManifest(found, nameIn(found));
      const { name, saved } = manifest;
      return { id, name, saved, bytes: total(ownFiles(manifest)) + cube, trouble: null };
    } catch (error) {
      return { id, name: nameIn(found), saved: '', bytes: cube, trouble: troubleOf(error) };
    }
  }

  private async cubeOf(id: string): Promise<Uint8Array | null> {
    const found = await this.shelf.get(CUBE + id);
    return found instanceof Uint8Array ? found : null;
  }

  /** A project; null when there is none of that number. Rejects when its manifest cannot be read. */
  load(id: string): Promise<Kept | null> {
    return told(async () => {
      const found = await this.shelf.get(PROJECT + id);
      if (found === undefined) return null;
      return { manifest: readManifest(found, nameIn(found)), cube: await this.cubeOf(id) };
    });
  }

  /** The bytes of a file under its name; null when they are not there, or not all of them. */
  file({ sum, size, path }: KeptFile): Promise<File | null> {
    return told(async () => {
      const found = await this.bytes.get(sum);
      return found?.size === size ? new File([found], path) : null;
    });
  }

  /**
   * Keeps a project: first the bytes that are not there yet, then manifest and cube together, so that what was kept before
   * stays whole until the new is. `bytes` are those at hand, by sum.
   */
  save(manifest: Manifest, cube: Uint8Array | null, bytes: ReadonlyMap<string, Blob>): Promise<void> {
    return told(async () => {
      await this.saveBytes(ownFiles(manifest), bytes);
      await this.shelf.put([
        [PROJECT + manifest.id, written(manifest)],
        [CUBE + manifest.id, cube],
        [SIZE + manifest.id, cube?.length ?? 0],
        [CURRENT, manifest.id],
      ]);
    });
  }

  private async saveBytes(files: readonly KeptFile[], bytes: ReadonlyMap<string, Blob>): Promise<void> {
    for (const { sum, size } of files) {
      if ((await this.bytes.get(sum))?.size === size) continue;
      const data = bytes.get(sum);
      // Bytes that were not there when the project was opened are told of then.
      if (data) await this.bytes.put(sum, data);
    }
  }

  /** The project that was used last; null when there is none. */
  current(): Promise<string | null> {
    return told(async () => {
      const found = await this.shelf.get(CURRENT);
      return typeof found === 'string' ? found : null;
    });
  }

  /** Remembers which project was used last. */
  use(id: string): Promise<void> {
    return told(() => this.shelf.put([[CURRENT, id]]));
  }

  /** Deletes a project, with the bytes no other one has. */
  remove(id: string): Promise<void> {
    return told(async () => {
      const before = await this.used();
      await this.shelf.remove([PROJECT + id, CUBE + id, SIZE + id]);
      const after = await this.used();
      if (before && after) await this.bytes.remove([...before].filter((sum) => !after.has(sum)));
    });
  }

  /** The sums of every project's files; null while a project cannot be read, since any bytes may be its own. */
  private async used(): Promise<Set<string> | null> {
    const used = new Set<string>();
    for (const key of (await this.shelf.keys()).filter((name) => name.startsWith(PROJECT))) {
      try {
        for (const { sum } of ownFiles(readManifest(await this.shelf.get(key), key))) used.add(sum);
      } catch {
        return null;
      }
    }
    return used;
  }

  /** Deletes bytes that no project keeps any more. */
  release(): Promise<void> {
    return this.sweep();
  }

  /** Deletes bytes that belong to no project: of files taken out, and of savings that were interrupted. */
  sweep(): Promise<void> {
    return told(async () => {
      const used = await this.used();
      if (used) await this.bytes.remove((await this.bytes.sums()).filter((sum) => !used.has(sum)));
    });
  }

  /** Deletes everything that is kept. */
  erase(): Promise<void> {
    return told(async () => {
      // Manifests first: bytes that nobody names are swept the next time, should this be interrupted.
      await this.shelf.remove((await this.shelf.keys()).filter((key) => !key.startsWith('bytes/')));
      await this.bytes.remove(await this.bytes.sums());
    });
  }
}

/** The store of this browser. Rejects with {@link KeepTrouble} where it keeps nothing. */
export async function openStore(): Promise<ProjectStore> {
  return told(async () => {
    const shelf = browserShelf();
    await shelf.put([['opened', 1]]);
    return new ProjectStore(shelf, await browserBytes(shelf));
  });
}
