import type { Label } from './label';
import type { Grain } from './period';

/**
 * How a metric behaves in time.
 * `stock`: the last snapshot inside a period, per zone, never summed over time.
 * `flow`: what happened in the period, summed. `obligation`: what was owed and done in the period, summed.
 */
export type TimeBehaviour = 'stock' | 'flow' | 'obligation';

/**
 * What the figure is: a rate (Σ numerator ÷ Σ denominator), a count (Σ numerator), shares of a whole by category, or a
 * score: how many have each value, from which median and quartiles are read.
 */
export type MetricKind = 'rate' | 'count' | 'distribution' | 'score';

/** Whether more is wanted, less is wanted, or neither. */
export type Direction = 'up' | 'down' | 'none';

/**
 * The rows a metric counts, as SQL text over canonical tables. `from` is a query with one row per thing that can count,
 * with the columns zone, committee, domain, period, the source keys, and whatever the expressions below read.
 * Rows outside `scope` weigh 0/0: they keep a snapshot visible even when nothing in it is in scope.
 */
export interface Population {
  /** Id of the base query in the model; metrics that share a base are computed in one scan. */
  readonly base: string;
  /** SQL boolean: the row counts in the denominator. Null counts as false. */
  readonly scope: string;
  /** SQL number for the numerator of a row in scope. */
  readonly numerator: string;
  /** SQL boolean: a row out of scope does not say what is asked, so that 0 of it is no count; absent: every row says it. */
  readonly silent?: string;
  /** SQL number for the denominator of a row in scope of a rate; absent: 1. */
  readonly denominator?: string;
  /** SQL texts, one for each part of the category; absent: the metric has none. */
  readonly category?: readonly string[];
}

/** A base query that populations share. */
export interface Base {
  readonly id: string;
  /** Canonical tables it reads; while one of `needs` is empty its metrics are hidden with the reason. `uses` may be empty. */
  readonly needs: readonly string[];
  readonly uses?: readonly string[];
  /**
   * The query. With `compact`, `{{rows}}` stands for the table (or for its rows counted by the compact columns, with a
   * `weight`) and `{{keys}}` for the columns only the uncounted form has.
   */
  readonly sql: string;
  /** For large tables: the columns the metrics read, and those only a drill-through shows, qualified by `u`. */
  readonly compact?: { readonly table: string; readonly columns: readonly string[]; readonly keys: readonly string[] };
  /** Columns that identify the source row in a drill-through, in display order. */
  readonly keys: readonly string[];
}

/** A metric of the dictionary, as data. */
export interface MetricSpec {
  readonly id: string;
  readonly family: string;
  readonly label: Label;
  /** Of a rate: what an English sentence says after the figure: “77.2% of operating units had a party organisation”. */
  readonly said?: string;
  /** The same of a period longer than its grain, where the same thing counts in each part of it: “of branch-quarters …”. */
  readonly saidLonger?: string;
  /** Of a rate: what it counts is owed by rule, so that what is missing was not done. */
  readonly owed?: true;
  readonly kind: MetricKind;
  readonly time: TimeBehaviour;
  readonly grain: Grain;
  readonly direction: Direction;
  /** Unit of the counted thing: 家, 个 … */
  readonly unit: Label;
  readonly numerator: Label;
  readonly denominator: Label;
  readonly population: Population;
  /** The same figure where a zone reports only counts: rows that stand for as many things as they say, and cannot be opened. */
  readonly counted?: Population;
  /** Names of the parts of a compound category, coarsest first; all but the last partition the metric and are never added up. */
  readonly categoryParts?: readonly string[];
  /** Of a score: the step values are kept in, in the metric's unit; the last category part is the value itself. */
  readonly step?: number;
  /** Of a rate over several items: id of the distribution that tells the items owed and lacking, so that zones reporting different items can be compared on those they share. */
  readonly items?: string;
  /**
   * Of a stock that is a list of events (items found): it grows as things happen, so nobody's base leaps, and a committee or a
   * category that is not there yet had nothing, it did not fail to report.
   */
  readonly accumulates?: true;
  /** What it counts is held against organisations (后进, 软弱涣散): few are not told to others (docs/methods.md). */
  readonly against?: true;
  /** Ids (or prefixes of ids) of the rules the population reads: its figures name their version, its trend breaks where one changes. */
  readonly rules?: readonly string[];
  readonly source: Label;
  readonly caveats?: Label;
}
