import { get, set } from 'idb-keyval';
import { NO_WORDS } from '../ingest';
import type { ZoneDecisions } from '../model';
import { readDecisions, writeDecisions } from './decisions-file';
import type { Session } from './session.svelte';

const KEY = 'zonelens.zones';

/** What the user said which zone a written name is, kept in this browser where it keeps anything, and followed by the session. */
export class Zones {
  decisions: ZoneDecisions = $state.raw({});
  readonly #session: Session;
  readonly #loaded: Promise<void>;

  constructor(session: Session) {
    this.#session = session;
    this.#loaded = this.#load();
  }

  async #load(): Promise<void> {
    try {
      const text = await get<string>(KEY);
      if (text === undefined) return;
      this.decisions = { ...readDecisions(text).zones, ...this.decisions };
      await this.#session.followZones(this.decisions);
    } catch {
      // A browser that keeps nothing, or something that is no decision: begin anew.
    }
  }

  async #keep(decisions: ZoneDecisions): Promise<void> {
    await this.#loaded;
    this.decisions = decisions;
    try {
      await set(KEY, writeDecisions({ book: {}, words: NO_WORDS, files: [], setting: null, zones: decisions }));
    } catch {
      // Without storage the decisions last as long as the page.
    }
    await this.#session.followZones(decisions);
  }

  /** Says which zone names are; a name that is its own zone says itself. */
  async decide(more: ZoneDecisions): Promise<void> {
    await this.#keep({ ...this.decisions, ...more });
  }

  /** Takes back what was said of names: they are what they were before. */
  async takeBack(names: readonly string[]): Promise<void> {
    await this.#keep(Object.fromEntries(Object.entries(this.decisions).filter(([name]) => !names.includes(name))));
  }
}
