import type { LoadedSetting } from '../cube';
import { overlaySetting } from '../cube';
import type { RuleVersion, Target } from '../domain';
import { cardOf, targetKey, unitOf } from '../model';
import type { EditedSetting } from './decisions-file';
import type { Session } from './session.svelte';

/** What was edited on the page: whole rules and schemes, single targets. */
export type Edited = EditedSetting;

type Overlay = ReturnType<typeof overlaySetting>;

/** Nothing edited. */
export const NOTHING_EDITED: Edited = { rules: [], targets: [] };

/** Rules and targets edited on the page, followed by the session and kept with the project. */
export class RulesDesk {
  edited: Edited = $state.raw(NOTHING_EDITED);
  /** Called when something was edited. */
  onChange: () => void = () => undefined;
  readonly #session: Session;
  readonly #read: (file: File) => Promise<LoadedSetting>;

  /** `read` says what a file holds of rules and targets. It is given: reports hold this class and have no engine to read with. */
  constructor(session: Session, read: (file: File) => Promise<LoadedSetting>) {
    this.#session = session;
    this.#read = read;
  }

  /** Puts these edits in the place of all others, as they were kept; the figures are counted under them by whoever puts them. */
  put(edited: Edited): void {
    this.edited = edited;
  }

  async #keep(edited: Edited): Promise<void> {
    this.edited = edited;
    this.onChange();
    await this.#session.followSetting(edited);
  }

  /** What holds and what was refused: the product's rules, under those of the files, under those edited here. */
  get overlay(): Overlay {
    return overlaySetting(this.#session.loaded, this.edited);
  }

  /** Puts the versions of a card in force in the place of all others. They must have no fault. */
  async keepCard(card: string, rows: readonly RuleVersion[]): Promise<void> {
    const rules = this.edited.rules.filter(({ ruleId }) => cardOf(ruleId) !== card);
    await this.#keep({ ...this.edited, rules: [...rules, ...rows] });
  }

  /** Takes back what was edited of a card: the file’s or the product’s versions hold again. */
  async undoCard(card: string): Promise<void> {
    await this.keepCard(card, []);
  }

  /** Puts a target in force, in the place of `before` where it was another one. */
  async keepTarget(target: Target, before: Target | null): Promise<void> {
    const keys = [targetKey(target), ...(before ? [targetKey(before)] : [])];
    const targets = this.edited.targets.filter((known) => !keys.includes(targetKey(known)));
    await this.#keep({ ...this.edited, targets: [...targets, target] });
  }

  /** Takes back a target made on the page; one of a file holds again. */
  async undoTarget(target: Target): Promise<void> {
    const targets = this.edited.targets.filter((known) => targetKey(known) !== targetKey(target));
    await this.#keep({ ...this.edited, targets });
  }

  /** Puts these edits in the place of all others. */
  async take(edited: Edited): Promise<void> {
    await this.#keep(edited);
  }

  /** Takes back everything edited. */
  async undoAll(): Promise<void> {
    await this.#keep(NOTHING_EDITED);
  }

  /**
   * Takes over what a file says, whole rules and schemes; nothing changes while it has a fault. Returns how much it holds and
   * what is wrong with it. Throws `Refusal` when the file cannot be read.
   */
  async load(
    file: File,
  ): Promise<{ count: number; refused: Overlay['rules']['refused'] | Overlay['targets']['refused'] }> {
    const loaded = await this.#read(file);
    const { rules, targets } = overlaySetting(loaded, {});
    const count = loaded.rules.length + loaded.targets.length;
    if (rules.refused.length > 0) return { count, refused: rules.refused };
    if (targets.refused.length > 0) return { count, refused: targets.refused };
    // The figures follow in their own time: the file is read.
    if (count > 0) void this.#take(loaded);
    return { count, refused: [] };
  }

  async #take(loaded: LoadedSetting): Promise<void> {
    const units = new Set(loaded.rules.map(({ item }) => unitOf(item.ruleId)));
    const keys = new Set(loaded.targets.map(({ item }) => targetKey(item)));
    const rules = this.edited.rules.filter(({ ruleId }) => !units.has(unitOf(ruleId)));
    const targets = this.edited.targets.filter((target) => !keys.has(targetKey(target)));
    await this.#keep({
      rules: [...rules, ...loaded.rules.map(({ item }) => item)],
      targets: [...targets, ...loaded.targets.map(({ item }) => item)],
    });
  }
}
