import {
  KeepTrouble,
  type Kept,
  type Listed,
  type Manifest,
  type ProjectStore,
  askToLast,
  lasts,
  openStore,
  ownFiles,
  whenAlone,
} from '../keep';
import { forgetEarlier } from './earlier';
import { cubeIn } from './kept-figures';

/** The projects kept in this browser, as the page knows them. Where the browser keeps nothing there are none. */
export class Library {
  list: readonly Listed[] = $state.raw([]);
  /** The browser keeps them for good; otherwise it may drop them when the disk fills up. */
  lasts = $state(false);
  store: ProjectStore | null = $state.raw(null);
  #asked = false;

  /** Opens it, and gives the project used last. Rejects with `KeepTrouble` where the browser keeps nothing. */
  async open(): Promise<string | null> {
    const store = await openStore();
    this.store = store;
    this.lasts = await lasts();
    await whenAlone(() => store.sweep());
    return store.current();
  }

  /** Looks again at what is kept. */
  async refresh(): Promise<void> {
    this.list = (await this.store?.list().catch(() => [])) ?? [];
  }

  /**
   * A project; null when there is none of that number. Rejects when it cannot be read: without files its figures are all
   * there is, and those of another version must not be written over.
   */
  async load(id: string): Promise<Kept | null> {
    const kept = (await this.store?.load(id)) ?? null;
    if (kept?.manifest.keeps === 'figures' && kept.cube && !(await cubeIn(kept.cube)))
      throw new KeepTrouble('figures', kept.manifest.name);
    return kept;
  }

  /** Remembers which project was used last. */
  async use(id: string): Promise<void> {
    await this.store?.use(id).catch(() => undefined);
  }

  /** Keeps a project. The browser is asked to keep it for good as soon as there are files in it, once a visit. */
  async save(manifest: Manifest, cube: Uint8Array | null, bytes: ReadonlyMap<string, Blob>): Promise<void> {
    await this.store?.save(manifest, cube, bytes);
    await forgetEarlier();
    await this.refresh();
    if (this.#asked || ownFiles(manifest).length === 0) return;
    this.#asked = true;
    void askToLast().then((answer) => (this.lasts = answer));
  }

  /** Deletes bytes no project keeps any more. */
  async release(): Promise<void> {
    await this.store?.release().catch(() => undefined);
    await this.refresh();
  }

  /** Deletes a project. */
  async remove(id: string): Promise<void> {
    await this.store?.remove(id);
    await this.refresh();
  }

  /** Deletes everything. */
  async erase(): Promise<void> {
    await this.store?.erase();
    await forgetEarlier();
  }
}
