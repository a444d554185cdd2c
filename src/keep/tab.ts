type Word = { readonly kind: 'who' | 'mine' | 'yield' | 'taken' | 'saved'; readonly from: string };

/** What a tab is told of the others. */
export interface TabHooks {
  /** Another tab wants the project: write what is unwritten. It waits for a moment only. */
  readonly onAsked: () => Promise<void>;
  /** Another tab has the project now. */
  readonly onLost: () => void;
  /** The tab that has the project has saved it. */
  readonly onSaved: () => void;
}

const ANSWER_MS = 400;
const YIELD_MS = 4000;
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * The right to change a project, which one tab has at a time. Held by a lock of the browser, which goes with the tab however it
 * ends; where there are none (plain http) by asking the other tabs.
 */
export class TabHold {
  held = false;
  readonly #me = `${Date.now()}-${Math.random()}`;
  readonly #name: string;
  readonly #hooks: TabHooks;
  readonly #channel: BroadcastChannel | null;
  #letGo: (() => void) | null = null;
  #heard: ((kind: Word['kind']) => void) | null = null;

  constructor(project: string, hooks: TabHooks) {
    this.#name = `zonelens/${project}`;
    this.#hooks = hooks;
    this.#channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(this.#name);
    this.#channel?.addEventListener('message', ({ data }: MessageEvent<Word>) => void this.#hear(data));
  }

  /** Takes the project if no other tab has it; false when one has. */
  async take(): Promise<boolean> {
    this.held = navigator.locks ? await this.#lock({ ifAvailable: true }) : !(await this.#answered('who', ANSWER_MS));
    return this.held;
  }

  /** Takes the project from the tab that has it, once that has written what it had to, or does not answer. */
  async takeOver(): Promise<void> {
    const yielded = await this.#answered('yield', YIELD_MS);
    if (navigator.locks) this.held = await this.#lock(yielded ? {} : { steal: true });
    else {
      this.#say('taken');
      this.held = true;
    }
  }

  /** Tells the other tabs that the project was saved. */
  saved(): void {
    this.#say('saved');
  }

  /** Gives the project up and hears nothing of it any more. */
  close(): void {
    this.#release();
    this.#channel?.close();
  }

  #release(): void {
    this.held = false;
    this.#letGo?.();
    this.#letGo = null;
  }

  #lock(options: LockOptions): Promise<boolean> {
    return new Promise((resolve) => {
      navigator.locks
        .request(this.#name, options, (lock) => {
          resolve(lock !== null);
          return lock === null ? undefined : new Promise<void>((free) => (this.#letGo = free));
        })
        .catch(() => {
          // Taken from this tab by force.
          if (this.held) this.#lose();
          resolve(false);
        });
    });
  }

  #lose(): void {
    this.#letGo = null;
    this.held = false;
    this.#hooks.onLost();
  }

  #say(kind: Word['kind']): void {
    this.#channel?.postMessage({ kind, from: this.#me } satisfies Word);
  }

  async #answered(kind: 'who' | 'yield', ms: number): Promise<boolean> {
    const answer = new Promise<boolean>((resolve) => {
      this.#heard = (heard) => heard === 'mine' && resolve(true);
    });
    this.#say(kind);
    const found = await Promise.race([answer, wait(ms).then(() => false)]);
    this.#heard = null;
    return found;
  }

  async #hear({ kind, from }: Word): Promise<void> {
    if (from === this.#me) return;
    this.#heard?.(kind);
    if (kind === 'saved' && !this.held) this.#hooks.onSaved();
    if (!this.held) return;
    if (kind === 'who') this.#say('mine');
    if (kind === 'taken') this.#lose();
    if (kind === 'yield') {
      await this.#hooks.onAsked();
      this.#release();
      this.#say('mine');
      this.#hooks.onLost();
    }
  }
}
