import { get, set } from 'idb-keyval';
import * as v from 'valibot';
import type { LoadedSetting } from '../cube';
import { overlaySetting } from '../cube';
import type { RuleVersion, Target } from '../domain';
import { cardOf, targetKey, unitOf } from '../model';
import type { EditedSetting } from './decisions-file';
import type { Session } from './session.svelte';

const KEY = 'zonelens.rules';

/** What was edited on the page: whole rules and schemes, single targets. */
export type Edited = EditedSetting;

type Overlay = ReturnType<typeof overlaySetting>;

const NONE: Edited = { rules: [], targets: [] };

const day = v.nullable(v.string());
const Kept = v.object({
  rules: v.array(v.object({ ruleId: v.string(), value: v.string(), validFrom: day, validTo: day, docRef: v.string() })),
  targets: v.array(
    v.object({
      metricId: v.string(),
      scope: v.string(),
      period: v.string(),
      target: v.number(),
      amber: v.nullable(v.number()),
      red: v.nullable(v.number()),
      docRef: v.string(),
    }),
  ),
});

/** Rules and targets edited on the page: kept in this browser where it keeps anything, and followed by the session. */
export class RulesDesk {
  edited: Edited = $state.raw(NONE);
  readonly #session: Session;
  readonly #loaded: Promise<void>;

  readonly #read: (file: File) => Promise<LoadedSetting>;

  /** `read` says what a file holds of rules and targets. */
  constructor(session: Session, read: (file: File) => Promise<LoadedSetting>) {
    this.#session = session;
    this.#read = read;
    this.#loaded = this.#load();
  }

  async #load(): Promise<void> {
    try {
      const parsed = v.safeParse(Kept, await get<unknown>(KEY));
      if (parsed.success) await this.#use(parsed.output);
    } catch {
      // A browser that keeps nothing: begin with the product's rules.
    }
  }

  async #use(edited: Edited): Promise<void> {
    this.edited = edited;
    await this.#session.followSetting(edited);
  }

  async #keep(edited: Edited): Promise<void> {
    await this.#loaded;
    const done = this.#use(edited);
    try {
      await set(KEY, $state.snapshot(edited));
    } catch {
      // Without storage the edits last as long as the page.
    }
    await done;
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
    await this.#keep(NONE);
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
