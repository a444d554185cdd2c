import { type Cube, saveCube } from '../cube';
import {
  type Keeps,
  KeepTrouble,
  type Kept,
  type Manifest,
  type ProjectStore,
  TabHold,
  openStore,
  projectFile,
  readProjectFile,
  troubleOf,
  whenAlone,
} from '../keep';
import { DecisionsError } from './decision-words';
import { type Desk, savedDecisions } from './decisions';
import { type Decisions, readDecisions } from './decisions-file';
import { NO_DECISIONS, earlierDecisions, forgetEarlier } from './earlier';
import { type History, back, begun, followedBy, forth } from './history';
import { applyState } from './project-apply';
import { ProjectBytes } from './project-bytes';
import { ProjectShown } from './project-shown.svelte';
import { NOTHING, type ProjectState, type Step, habitsOf, isSame, keptOf, stepBetween } from './project-state';
import { cubeIn, isEqual, nameAmong, newId } from './kept-figures';
import { Queue } from './queue';
import { wasInterrupted } from './reading-mark';

/** What one gesture changes comes in pieces, which make one step. */
const GESTURE_MS = 300;

/** The project of the page: its name, what can be undone, and what of it is kept in this browser. */
export class Project extends ProjectShown {
  #history: History<ProjectState> = $state.raw(begun(NOTHING));
  #store: ProjectStore | null = null;
  #hold: TabHold | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #desk: Desk;
  readonly #bytes = new ProjectBytes(() => this.#store);
  readonly #work = new Queue();
  readonly #firstName: string;

  /** Opens the project used last; the session reads nothing before. `firstName` is for the first of all projects. */
  constructor(desk: Desk, firstName: string) {
    super();
    this.#desk = desk;
    this.#firstName = firstName;
    for (const part of [desk.session, desk.matches, desk.rules, desk.zones]) part.onChange = () => this.#changed();
    desk.session.opening = this.#start();
    addEventListener('beforeunload', (event) => {
      if (this.atRisk) event.preventDefault();
    });
  }

  /** What the next undoing takes back. */
  get undoable(): Step | null {
    const { past, present } = this.#history;
    const before = past.at(-1);
    return before && !this.elsewhere ? stepBetween(before, present) : null;
  }

  /** What the next redoing does again. */
  get redoable(): Step | null {
    const { present, future } = this.#history;
    const [next] = future;
    return next && !this.elsewhere ? stepBetween(present, next) : null;
  }

  /** Leaving now would lose something. */
  get atRisk(): boolean {
    const { progress } = this.#desk.session;
    if (this.elsewhere || (progress && !progress.again)) return !this.elsewhere;
    if (this.saving === 'unsaved' || this.saving === 'saving') return true;
    return this.trouble !== null && this.#store === null && this.#history.past.length > 0;
  }

  /** Whether the page may change anything now. */
  get busy(): boolean {
    return this.opening || this.elsewhere || this.#desk.session.progress !== null || !this.#desk.session.calm;
  }

  async #start(): Promise<void> {
    try {
      const store = await openStore();
      this.#store = store;
      await whenAlone(() => store.sweep());
      await this.#enter(await store.current());
    } catch (error) {
      this.trouble = troubleOf(error);
      this.#begin(newId(), this.#firstName, NOTHING);
    } finally {
      this.opening = false;
    }
  }

  async #refreshList(): Promise<void> {
    this.list = (await this.#store?.list().catch(() => [])) ?? [];
  }

  #begin(id: string, name: string, state: ProjectState): void {
    this.id = id;
    this.name = name;
    this.keeps = 'files';
    this.savedAt = '';
    this.saving = 'nothing';
    this.unread = [];
    this.interrupted = false;
    this.recounted = false;
    this.#history = begun(state);
  }

  /** Opens a project that is kept; a new one where there is none, or where it cannot be read. */
  async #enter(id: string | null): Promise<void> {
    this.#hold?.close();
    await this.#refreshList();
    const wanted = id ?? this.list.find(({ trouble }) => trouble === null)?.id ?? null;
    const kept = wanted === null ? null : await this.#load(wanted);
    if (!kept) {
      const earlier = this.list.length === 0 ? await earlierDecisions() : null;
      this.#begin(newId(), this.#firstName, earlier === null ? NOTHING : { ...NOTHING, decisions: earlier });
      await this.#takeHold();
      this.#restore(null);
      if (earlier !== null) void this.#work.run(() => this.#save());
      return;
    }
    const figures = this.#beginKept(kept);
    await this.#takeHold();
    await this.#store?.use(this.id).catch(() => undefined);
    this.#restore(figures, kept.cube);
  }

  /** Begins with what is kept and gives its figures. */
  #beginKept({ manifest, cube }: Kept): Cube | null {
    const { id, name, files, decisions, example, keeps, saved } = manifest;
    const figures = cube && cubeIn(cube);
    this.#begin(id, name, { files, decisions, example, figures: keeps === 'figures' ? figures : null });
    this.keeps = keeps;
    this.savedAt = saved;
    this.saving = 'saved';
    return figures;
  }

  async #load(id: string): ReturnType<ProjectStore['load']> {
    try {
      return (await this.#store?.load(id)) ?? null;
    } catch (error) {
      this.trouble = troubleOf(error);
      return null;
    }
  }

  async #takeHold(): Promise<void> {
    this.#hold = new TabHold(this.id, {
      onAsked: () => this.flush(),
      onLost: () => this.#lost(),
      onSaved: () => void this.#enter(this.id),
    });
    this.elsewhere = !(await this.#hold.take());
  }

  #lost(): void {
    this.elsewhere = true;
    clearTimeout(this.#timer);
    const { session } = this.#desk;
    void session.become({ files: [], decisions: [], setting: {}, zones: {}, bundled: false }, session.cube);
  }

  /** Shows what was kept and, unless another tab has it or the page ended over it, reads the files again. */
  #restore(figures: Cube | null, bytes: Uint8Array | null = null): void {
    const { present } = this.#history;
    this.interrupted = !this.elsewhere && present.files.length > 0 && wasInterrupted(this.id);
    const read = !this.elsewhere && !this.interrupted;
    void this.#apply(present, figures, read).then(() => {
      if (!read || !bytes || this.unread.length > 0 || this.#desk.session.behind !== 'rows') return;
      const now = saveCube(this.#desk.session.cube);
      this.recounted = !isEqual(now, bytes);
      if (this.recounted) void this.#work.run(() => this.#save());
    });
  }

  /** Reads the files after all that the page ended over the last time. */
  async resume(): Promise<void> {
    this.interrupted = false;
    await this.#apply(this.#history.present, this.#desk.session.cube);
  }

  /** Takes the project over from the tab that has it. */
  async takeOver(): Promise<void> {
    await this.#hold?.takeOver();
    const kept = await this.#load(this.id);
    if (!kept) return;
    const figures = this.#beginKept(kept);
    this.elsewhere = false;
    this.#restore(figures, kept.cube);
  }

  #decisionsIn(state: ProjectState): Decisions {
    try {
      return readDecisions(state.decisions);
    } catch (error) {
      // The files can still be read, as if nothing had been decided.
      const reason = error instanceof DecisionsError ? error.reason : String(error);
      this.trouble = new KeepTrouble('broken', reason);
      return readDecisions(NO_DECISIONS);
    }
  }

  #apply(state: ProjectState, shown: Cube | null, read = true): Promise<void> {
    const application = { id: this.id, state, decisions: this.#decisionsIn(state), shown, read };
    return applyState(this.#desk, this.#bytes, application, (missing) => (this.unread = missing));
  }

  #changed(): void {
    if (this.elsewhere) return;
    this.saving = 'unsaved';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), GESTURE_MS);
  }

  /** Writes what is unwritten, as one step that can be taken back. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.saving !== 'unsaved' || this.elsewhere) return;
    await this.#work.run(() => this.#capture());
  }

  async #capture(): Promise<void> {
    const { session } = this.#desk;
    if (this.opening || !session.calm) {
      // What is being read or counted belongs to the step.
      if (session.status !== 'failed') this.#changed();
      return;
    }
    const state = await this.#now();
    if (!isSame(state, this.#history.present)) this.#history = followedBy(this.#history, state);
    await this.#save();
  }

  async #now(): Promise<ProjectState> {
    const { session } = this.#desk;
    const decisions = await savedDecisions(this.#desk);
    if (session.behind === 'none') return { ...this.#history.present, decisions };
    this.#bytes.see(await session.bytes());
    const files = [...(await session.loadedDecisions()).map(keptOf), ...this.unread];
    return { files, decisions, example: session.bundled, figures: null };
  }

  #manifest(): Manifest {
    const { files, decisions, example } = this.#history.present;
    const saved = new Date().toISOString();
    return { id: this.id, name: this.name, saved, files, decisions, example, keeps: this.keeps };
  }

  async #save(): Promise<void> {
    const { session } = this.#desk;
    if (!this.#store || this.elsewhere) {
      this.saving = 'nothing';
      return;
    }
    this.saving = 'saving';
    try {
      const manifest = this.#manifest();
      const cube = session.cube.cells.length === 0 ? null : saveCube(session.cube);
      await this.#store.save(manifest, cube, await session.bytes());
      await forgetEarlier();
      this.trouble = null;
      this.savedAt = manifest.saved;
      if (this.saving === 'saving') this.saving = 'saved';
      this.#hold?.saved();
      await this.#refreshList();
    } catch (error) {
      this.trouble = troubleOf(error);
      this.saving = 'unsaved';
    }
  }

  /** Takes the last step back. */
  async undo(): Promise<void> {
    await this.#move(back);
  }

  /** Does again what was taken back last. */
  async redo(): Promise<void> {
    await this.#move(forth);
  }

  async #move(to: (history: History<ProjectState>) => History<ProjectState> | null): Promise<void> {
    await this.flush();
    const moved = to(this.#history);
    if (!moved || this.busy) return;
    this.#history = moved;
    this.saving = 'unsaved';
    await this.#apply(moved.present, moved.present.figures);
    await this.#work.run(() => this.#save());
  }

  /** Begins another project; it reads files as this one does. */
  async create(name: string): Promise<void> {
    await this.flush();
    const decisions = habitsOf(this.#history.present.decisions);
    this.#hold?.close();
    this.#bytes.forget();
    this.#begin(newId(), name, { ...NOTHING, decisions });
    await this.#takeHold();
    await this.#apply(this.#history.present, null);
    await this.#work.run(() => this.#save());
  }

  /** Gives the project another name. */
  async rename(name: string): Promise<void> {
    this.name = name;
    await this.#work.run(() => this.#save());
  }

  /** Opens another project of this browser. */
  async open(id: string): Promise<void> {
    if (id === this.id) return;
    await this.flush();
    this.#bytes.forget();
    this.trouble = null;
    await this.#enter(id);
  }

  /** Deletes a project. The one that is open gives way to another. */
  async remove(id: string): Promise<void> {
    if (!this.#store) return;
    clearTimeout(this.#timer);
    try {
      await this.#store.remove(id);
      await this.#refreshList();
      if (id === this.id) await this.#enter(null);
    } catch (error) {
      this.trouble = troubleOf(error);
    }
  }

  /** Deletes everything this browser keeps of the page, and begins anew. */
  async erase(): Promise<void> {
    clearTimeout(this.#timer);
    try {
      await this.#store?.erase();
      await forgetEarlier();
      this.#bytes.forget();
      this.trouble = null;
      await this.#enter(null);
    } catch (error) {
      this.trouble = troubleOf(error);
    }
  }

  /** Decides whether the bytes of the files are kept. Without them nothing can be undone that would have to read them. */
  async keep(keeps: Keeps): Promise<void> {
    await this.flush();
    this.keeps = keeps;
    if (keeps === 'figures') this.#history = begun(this.#history.present);
    await this.#work.run(() => this.#save());
    if (keeps === 'figures') await this.#store?.release().catch(() => undefined);
    await this.#refreshList();
  }

  /** Gives up the files whose bytes could not be found. */
  async giveUpUnread(): Promise<void> {
    this.unread = [];
    this.saving = 'unsaved';
    await this.flush();
  }

  /** The project as one file, with the bytes of its files or with figures and decisions only. Throws {@link KeepTrouble}. */
  async file(keeps: Keeps): Promise<Blob> {
    await this.flush();
    const { session } = this.#desk;
    const { example } = this.#history.present;
    const cube = session.cube.cells.length === 0 ? null : saveCube(session.cube);
    return projectFile({ ...this.#manifest(), keeps }, cube, (kept) => this.#bytes.of(kept, example));
  }

  /** Opens a project from a file, as a project of its own. Throws {@link KeepTrouble}, and nothing changes, when it cannot be used. */
  async openFile(file: Blob): Promise<void> {
    const opened = await readProjectFile(file);
    try {
      readDecisions(opened.manifest.decisions);
    } catch (error) {
      throw new KeepTrouble('broken', error instanceof DecisionsError ? error.reason : 'decisions.json');
    }
    await this.flush();
    const id = newId();
    const manifest = { ...opened.manifest, id, name: nameAmong(this.list, opened.manifest.name) };
    if (this.#store) {
      await this.#store.save(manifest, opened.cube, opened.bytes);
      this.#bytes.forget();
      await this.#enter(id);
      return;
    }
    this.#bytes.forget();
    this.#bytes.see(opened.bytes);
    const figures = this.#beginKept({ manifest, cube: opened.cube });
    this.saving = 'nothing';
    await this.#apply(this.#history.present, figures);
  }
}
