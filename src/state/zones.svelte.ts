import type { ZoneDecisions } from '../model';
import type { Decisions } from './decisions-file';
import type { Session } from './session.svelte';

/** What the user said which zone a written name is, followed by the session and kept with the project. */
export class Zones {
  decisions: ZoneDecisions = $state.raw({});
  /** Called when something was said. */
  onChange: () => void = () => undefined;
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Puts this in the place of all that was said, as it was kept; the figures are counted by it by whoever puts it. */
  put({ zones = {} }: Decisions): void {
    this.decisions = zones;
  }

  async #keep(decisions: ZoneDecisions): Promise<void> {
    this.decisions = decisions;
    this.onChange();
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
