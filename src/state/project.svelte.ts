import type { Cube } from '../cube';
import { Refusal } from '../domain';
import { type Keeps, KeepTrouble, type Kept, type Manifest, TabHold, troubleOf } from '../keep';
import { type Desk, savedDecisions } from './decisions';
import { earlierDecisions } from './earlier';
import { applyState } from './project-apply';
import { ProjectBytes } from './project-bytes';
import { ProjectShown } from './project-shown.svelte';
import { NOTHING, type ProjectState, type Step, habitsOf, keptOf, united } from './project-state';
import { openedProject } from './kept-decisions';
import { bytesOf, cubeIn, isEqual, nameAmong, newId } from './kept-figures';
import { Queue } from './queue';
import { wasInterrupted } from './reading-mark';
import { Steps } from './steps.svelte';

/** What one gesture changes comes in pieces, which make one step. */
const GESTURE_MS = 300;

/** The project of the page: its name, what can be undone, and what of it is kept in this browser. */
export class Project extends ProjectShown {
  #hold: TabHold | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #desk: Desk;
  readonly #bytes = new ProjectBytes(() => this.library.store);
  readonly #work = new Queue();
  readonly #steps = new Steps({
    stepping: () => this.stepping,
    settled: () => this.#settled(),
    become: (state) => this.#become(state),
  });
  readonly #firstName: string;
  readonly #begun: () => void;

  /** Opens the project used last; the session reads nothing before. `firstName` is for the first of all; `begun` is told when another begins. */
  constructor(desk: Desk, firstName: string, begun: () => void) {
    super();
    this.#desk = desk;
    this.#firstName = firstName;
    this.#begun = begun;
    for (const part of [desk.session, desk.matches, desk.rules, desk.zones]) part.onChange = () => this.#changed();
    desk.session.opening = this.#start();
    addEventListener('beforeunload', (event) => {
      if (this.atRisk) event.preventDefault();
    });
  }

  /** What the next undoing takes back. */
  get undoable(): Step | null {
    return this.elsewhere ? null : this.#steps.undoable;
  }

  /** What the next redoing does again. */
  get redoable(): Step | null {
    return this.elsewhere ? null : this.#steps.redoable;
  }

  /** What will be done once the step that is being taken is done. */
  get queued(): Steps['queued'] {
    return this.#steps.queued;
  }

  /** Something is being read, counted or decided that is not kept yet. */
  get stepping(): boolean {
    return this.#desk.session.stepping;
  }

  /** Leaving now would lose something. */
  get atRisk(): boolean {
    if (this.elsewhere) return false;
    if (this.stepping || this.saving === 'unsaved' || this.saving === 'saving') return true;
    return this.trouble !== null && this.library.store === null && this.#steps.any;
  }

  /** Whether the page may change anything now. */
  get busy(): boolean {
    return this.opening || this.elsewhere || this.#desk.session.progress !== null || !this.#desk.session.calm;
  }

  async #start(): Promise<void> {
    try {
      await this.#enter(await this.library.open());
    } catch (error) {
      this.trouble = troubleOf(error);
      this.#begin(newId(), this.#firstName, NOTHING);
    } finally {
      this.opening = false;
    }
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
    this.#steps.begin(state);
    this.#begun();
  }

  /** Opens a project that is kept; a new one where there is none, or where it cannot be read. */
  async #enter(id: string | null): Promise<void> {
    this.#hold?.close();
    await this.library.refresh();
    const wanted = id ?? this.list.find(({ trouble }) => trouble === null)?.id ?? null;
    const kept = wanted === null ? null : await this.#load(wanted);
    if (!kept) {
      const earlier = this.list.length === 0 ? await earlierDecisions() : null;
      this.#begin(newId(), this.#firstName, earlier === null ? NOTHING : { ...NOTHING, decisions: earlier });
      await this.#takeHold();
      await this.#restore(null);
      if (earlier !== null) void this.#work.run(() => this.#save());
      return;
    }
    const figures = await this.#beginKept(kept);
    await this.#takeHold();
    await this.library.use(this.id);
    await this.#restore(figures, kept.cube);
  }

  /** Begins with what is kept and gives its figures. */
  async #beginKept({ manifest, cube }: Kept): Promise<Cube | null> {
    const { id, name, files, decisions, example, keeps, saved } = manifest;
    const figures = cube && (await cubeIn(cube));
    const bare = keeps === 'figures';
    const waiting = bare ? [] : manifest.waiting;
    this.#begin(id, name, { files, waiting, decisions, example, figures: bare ? figures : null });
    this.keeps = keeps;
    this.savedAt = saved;
    this.saving = 'saved';
    return figures;
  }

  async #load(id: string): Promise<Kept | null> {
    try {
      return await this.library.load(id);
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
    void session.become(
      { files: [], waiting: [], decisions: [], setting: {}, zones: {}, bundled: false },
      session.cube,
    );
  }

  /** Shows what was kept and, unless another tab has it or the page ended over it, begins to read the files again. */
  #restore(figures: Cube | null, bytes: Uint8Array | null = null): Promise<void> {
    const { present } = this.#steps;
    this.interrupted = !this.elsewhere && united(present.files, present.waiting).length > 0 && wasInterrupted(this.id);
    const read = !this.elsewhere && !this.interrupted;
    return new Promise((begun) => {
      const applied = this.#apply(present, figures, read, begun).finally(begun);
      void applied.then(async () => {
        if (!read || !bytes || this.unread.length > 0 || this.#desk.session.behind !== 'rows') return;
        const now = await bytesOf(this.#desk.session.cube);
        this.recounted = now === null || !isEqual(now, bytes);
        if (this.recounted) void this.#work.run(() => this.#save());
      });
    });
  }

  /** Reads the files after all that the page ended over the last time. */
  async resume(): Promise<void> {
    this.interrupted = false;
    await this.#apply(this.#steps.present, this.#desk.session.cube);
  }

  /** Takes the project over from the tab that has it. */
  async takeOver(): Promise<void> {
    await this.#hold?.takeOver();
    const kept = await this.#load(this.id);
    if (!kept) return;
    const figures = await this.#beginKept(kept);
    this.elsewhere = false;
    await this.#restore(figures, kept.cube);
  }

  #apply(state: ProjectState, shown: Cube | null, read = true, begun = (): void => undefined): Promise<void> {
    return applyState(this.#desk, this.#bytes, { id: this.id, state, shown, read }, this, begun);
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
    try {
      this.#steps.take(await this.#now());
    } catch (error) {
      // A file was moved or deleted before its bytes were kept.
      this.trouble = error instanceof Refusal ? new KeepTrouble('gone', error.file) : troubleOf(error);
      return;
    }
    await this.#save();
  }

  async #now(): Promise<ProjectState> {
    const { session } = this.#desk;
    const decisions = await savedDecisions(this.#desk);
    this.#bytes.see(await session.bytes());
    const waiting = session.waiting.kept;
    const { present } = this.#steps;
    // What was not read again goes on waiting unseen.
    if (session.behind === 'none')
      return { ...present, decisions, waiting: this.interrupted ? united(present.waiting, waiting) : waiting };
    const files = united((await session.loadedDecisions()).map(keptOf), this.unread);
    return { files, waiting, decisions, example: session.bundled, figures: null };
  }

  #manifest(): Manifest {
    const { files, waiting, decisions, example } = this.#steps.present;
    const saved = new Date().toISOString();
    return { id: this.id, name: this.name, saved, files, waiting, decisions, example, keeps: this.keeps };
  }

  async #save(): Promise<void> {
    const { session } = this.#desk;
    if (!this.library.store || this.elsewhere) {
      this.saving = 'nothing';
      return;
    }
    this.saving = 'saving';
    try {
      const manifest = this.#manifest();
      await this.library.save(manifest, await bytesOf(session.cube), await session.bytes());
      this.trouble = null;
      this.savedAt = manifest.saved;
      if (this.saving === 'saving') this.saving = 'saved';
      this.#hold?.saved();
    } catch (error) {
      this.trouble = troubleOf(error);
      this.saving = 'unsaved';
    }
  }

  /** Without a database no state can be made true, in another tab's project none may. */
  get #movable(): boolean {
    return !this.elsewhere && this.#desk.session.status !== 'failed';
  }

  /** Takes the last step back; the one that is being taken, once it is done. */
  async undo(): Promise<void> {
    if (this.#movable) await this.#steps.undo();
  }

  /** Does again what was taken back last. */
  async redo(): Promise<void> {
    if (this.#movable) await this.#steps.redo();
  }

  /** Resolves when nothing is being done and all that was done is a step. */
  async #settled(): Promise<void> {
    const { session } = this.#desk;
    do {
      await session.settled();
      await this.flush();
    } while (!session.calm && session.status !== 'failed');
  }

  async #become(state: ProjectState): Promise<void> {
    if (!this.#movable) return;
    this.saving = 'unsaved';
    await this.#apply(state, state.figures);
    await this.#work.run(() => this.#save());
  }

  /** Begins another project; it reads files as this one does. */
  async create(name: string): Promise<void> {
    await this.flush();
    const decisions = habitsOf(this.#steps.present.decisions);
    this.#hold?.close();
    this.#bytes.forget();
    this.#begin(newId(), nameAmong(this.list, name), { ...NOTHING, decisions });
    await this.#takeHold();
    await this.#apply(this.#steps.present, null);
    await this.#work.run(() => this.#save());
  }

  /** Gives the project another name. */
  async rename(name: string): Promise<void> {
    this.name = nameAmong(
      this.list.filter(({ id }) => id !== this.id),
      name,
    );
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
    clearTimeout(this.#timer);
    try {
      await this.library.remove(id);
      if (id === this.id) await this.#enter(null);
    } catch (error) {
      this.trouble = troubleOf(error);
    }
  }

  /** Deletes everything this browser keeps of the page, and begins anew. */
  async erase(): Promise<void> {
    clearTimeout(this.#timer);
    try {
      await this.library.erase();
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
    if (keeps === 'figures') this.#steps.begin(this.#steps.present);
    await this.#work.run(() => this.#save());
    if (keeps === 'figures') await this.library.release();
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
    const manifest = { ...this.#manifest(), keeps };
    const cube = await bytesOf(session.cube);
    const { projectFile } = await import('../keep/project-file');
    return projectFile(manifest, cube, (kept) => this.#bytes.of(kept, false));
  }

  /** Opens a project from a file, as a project of its own. Throws {@link KeepTrouble}, and nothing changes, when it cannot be used. */
  async openFile(file: Blob): Promise<void> {
    const opened = await openedProject(file);
    await this.flush();
    const id = newId();
    const manifest = { ...opened.manifest, id, name: nameAmong(this.list, opened.manifest.name) };
    if (this.library.store) {
      await this.library.save(manifest, opened.cube, opened.bytes);
      this.#bytes.forget();
      await this.#enter(id);
      return;
    }
    this.#bytes.forget();
    this.#bytes.see(opened.bytes);
    const figures = await this.#beginKept({ manifest, cube: opened.cube });
    this.saving = 'nothing';
    await this.#apply(this.#steps.present, figures);
  }
}
