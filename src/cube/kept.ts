import { type Versions, inputsOf } from './versions';

/** What figures were counted under, as far as it is in no table that is loaded. */
export interface CountedUnder {
  readonly asOf: string | null;
  readonly rules: string | null;
}

interface Part {
  readonly asked: readonly string[];
  /** All it was worked out from; null as long as that was not asked. */
  readonly from: string | null;
  readonly answer: unknown;
}

/**
 * What was worked out for the last figures of a session, part by part, each with what was asked and what the tables held that it reads: while that is
 * the same it is taken again. What the tables hold is asked only where there is something to take again; else afterwards, see {@link Kept.complete}.
 */
export class Kept {
  #before: ReadonlyMap<string, Part> = new Map();
  #now = new Map<string, Part>();
  #versions: Versions | null = null;
  #under: CountedUnder | null = null;

  /** Whether something may be taken again. */
  get known(): boolean {
    return [...this.#before.values()].some(({ from }) => from !== null);
  }

  /** What the last figures were counted under where it is still to be noted what the tables held; else null. */
  get open(): CountedUnder | null {
    return this.#versions === null ? this.#under : null;
  }

  /** Begins other figures. What is not asked for them is forgotten. */
  begin(): void {
    this.#before = this.#now;
    this.#now = new Map();
    [this.#versions, this.#under] = [null, null];
  }

  /** What they are counted under, and what the tables hold where that is known. */
  count(under: CountedUnder, versions: Versions | null): void {
    [this.#under, this.#versions] = [under, versions];
  }

  /** The answer to some statements, if it would be the same again. */
  get<Answer>(name: string, asked: readonly string[]): Answer | null {
    const known = this.#before.get(name);
    if (!known || this.#versions === null || known.from !== inputsOf(asked, this.#versions)) return null;
    this.#now.set(name, known);
    return known.answer as Answer;
  }

  set(name: string, asked: readonly string[], answer: unknown): void {
    this.#now.set(name, { asked, from: this.#versions && inputsOf(asked, this.#versions), answer });
  }

  /** The answer to some statements: that of before, or one that is worked out. */
  async of<Answer>(name: string, asked: readonly string[], work: () => Promise<Answer>): Promise<Answer> {
    const known = this.get<Answer>(name, asked);
    if (known !== null) return known;
    const answer = await work();
    this.set(name, asked, answer);
    return answer;
  }

  /** Notes what the tables hold that the last figures were made from. They are as they were then. */
  complete(versions: Versions): void {
    for (const [name, { asked, answer }] of this.#now)
      this.#now.set(name, { asked, from: inputsOf(asked, versions), answer });
    this.#versions = versions;
  }

  /** Forgets everything. */
  clear(): void {
    this.begin();
    this.begin();
  }
}
