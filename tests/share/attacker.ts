import highsLoader, { type Highs, type Model } from 'highs';

/*
 * Somebody who has every file that was given out and adds and subtracts: linear programming over all they say. Nothing here comes from
 * src/share; what a published cell stands for is told by the caller.
 */

/** A sum of unknowns, each with a factor. */
export type Terms = ReadonlyMap<string, number>;

let loaded: Promise<Highs> | null = null;

/** All that is known of unknown numbers, none of them negative: sums with their value, or with the least they are. */
export class Attacker {
  readonly #columns = new Map<string, number>();
  readonly #rows: { readonly terms: Terms; readonly lower: number; readonly upper: number }[] = [];
  #model: Model | null = null;
  readonly #highs: Highs;

  private constructor(highs: Highs) {
    this.#highs = highs;
  }

  static async open(): Promise<Attacker> {
    return new Attacker(await (loaded ??= highsLoader()));
  }

  /** A sum is known. */
  learn(terms: Terms, value: number): void {
    this.#add(terms, value, value);
  }

  /** A sum cannot be less than nothing. */
  bound(terms: Terms): void {
    this.#add(terms, 0, this.#highs.infinity);
  }

  #add(terms: Terms, lower: number, upper: number): void {
    for (const name of terms.keys()) if (!this.#columns.has(name)) this.#columns.set(name, this.#columns.size);
    this.#rows.push({ terms, lower, upper });
  }

  #opened(): Model {
    if (this.#model) return this.#model;
    const [numCols, numRows] = [this.#columns.size, this.#rows.length];
    const [starts, indices, values] = [[0], [] as number[], [] as number[]];
    for (const { terms } of this.#rows) {
      for (const [name, factor] of terms) {
        indices.push(this.#columns.get(name) ?? 0);
        values.push(factor);
      }
      starts.push(indices.length);
    }
    const model = this.#highs.createModel({
      numCols,
      numRows,
      colCost: new Float64Array(numCols),
      colLower: new Float64Array(numCols),
      colUpper: new Float64Array(numCols).fill(this.#highs.infinity),
      rowLower: this.#rows.map(({ lower }) => lower),
      rowUpper: this.#rows.map(({ upper }) => upper),
      matrix: { format: 'csr', numRows, numCols, starts, indices, values },
    });
    model.options.set('output_flag', false);
    return (this.#model = model);
  }

  /** The least and the most a sum can be, after all that is known. */
  range(terms: Terms): readonly [number, number] {
    const model = this.#opened();
    const { minimize, maximize } = this.#highs.constants.objectiveSense;
    const columns = [...terms].map(([name, factor]) => [this.#columns.get(name) ?? 0, factor] as const);
    for (const [column, factor] of columns) model.changeColCost(column, factor);
    const found = [minimize, maximize].map((sense) => {
      model.changeObjectiveSense(sense);
      model.run();
      const status = model.getModelStatus();
      const { optimal, unbounded, unboundedOrInfeasible } = this.#highs.constants.modelStatus;
      if (status === optimal) return model.getObjectiveValue();
      // Nothing is known of how many at most. What is known must not contradict itself: the truth is a solution.
      if (sense !== maximize || (status !== unbounded && status !== unboundedOrInfeasible))
        throw new Error(`what is known has no solution: ${status}`);
      return Infinity;
    });
    for (const [column] of columns) model.changeColCost(column, 0);
    return [found[0] ?? 0, found[1] ?? 0];
  }

  close(): void {
    this.#model?.dispose();
  }
}
