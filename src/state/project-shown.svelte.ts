import type { Keeps, KeepTrouble, KeptFile, Listed } from '../keep';
import { Library } from './library.svelte';

/** How what is on the page stands to what is kept. */
type Saving = 'nothing' | 'unsaved' | 'saving' | 'saved';

/** What the pages see of a project. */
export class ProjectShown {
  protected readonly library = new Library();
  name = $state('');
  saving: Saving = $state('nothing');
  /** Day and time of the last saving, ISO; '' when there was none. */
  savedAt = $state('');
  /** What is wrong with keeping; null when nothing is. */
  trouble: KeepTrouble | null = $state.raw(null);
  /** Another tab has the project: this one shows its figures and changes nothing. */
  elsewhere = $state(false);
  keeps: Keeps = $state('files');
  /** Files whose bytes could not be found when the project was opened. */
  unread: readonly KeptFile[] = $state.raw([]);
  /** The page ended while these files were read the last time, so they were not read again by themselves. */
  interrupted = $state(false);
  /** The files are being read again, and gave other figures than those kept. */
  recounted = $state(false);
  /** It is being opened. */
  opening = $state(true);
  id = $state('');

  /** All projects of this browser. */
  get list(): readonly Listed[] {
    return this.library.list;
  }

  /** The browser keeps them for good; otherwise it may drop them when the disk fills up. */
  get lasts(): boolean {
    return this.library.lasts;
  }

  /** Bytes of this project, and of all. */
  get bytes(): { readonly own: number; readonly all: number } {
    const own = this.list.find(({ id }) => id === this.id)?.bytes ?? 0;
    return { own, all: this.list.reduce((sum, { bytes }) => sum + bytes, 0) };
  }
}
