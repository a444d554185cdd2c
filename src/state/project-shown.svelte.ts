import type { Keeps, KeepTrouble, KeptFile, Listed } from '../keep';

/** How what is on the page stands to what is kept. */
type Saving = 'nothing' | 'unsaved' | 'saving' | 'saved';

/** What the pages see of a project. */
export class ProjectShown {
  name = $state('');
  saving: Saving = $state('nothing');
  /** Day and time of the last saving, ISO; '' when there was none. */
  savedAt = $state('');
  /** What is wrong with keeping; null when nothing is. */
  trouble: KeepTrouble | null = $state.raw(null);
  /** Another tab has the project: this one shows its figures and changes nothing. */
  elsewhere = $state(false);
  keeps: Keeps = $state('files');
  /** All projects of this browser. */
  list: readonly Listed[] = $state.raw([]);
  /** Files whose bytes could not be found when the project was opened. */
  unread: readonly KeptFile[] = $state.raw([]);
  /** The page ended while these files were read the last time, so they were not read again by themselves. */
  interrupted = $state(false);
  /** The files are being read again, and gave other figures than those kept. */
  recounted = $state(false);
  /** It is being opened. */
  opening = $state(true);
  id = $state('');

  /** Bytes of this project, and of all. */
  get bytes(): { readonly own: number; readonly all: number } {
    const own = this.list.find(({ id }) => id === this.id)?.bytes ?? 0;
    return { own, all: this.list.reduce((sum, { bytes }) => sum + bytes, 0) };
  }
}
