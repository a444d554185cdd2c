import { periodText } from '../brief';
import { type DrillQuestion, zoneName } from '../cube';
import type { Period } from '../domain';
import { metricById } from '../model';
import {
  type DrillTarget,
  type Workbench,
  drillQuestion,
  drillText,
  metricsNaming,
  pageOfMetric,
  rowsNamed,
  rowsNamedBefore,
} from '../state';
import type { Place } from './places';
import { Rows } from './rows.svelte';

/** Fewer characters than this fit nearly every name. */
const LEAST = 2;
/** More of one kind are not read: a word more finds them. */
const MOST = 8;
/** Milliseconds after the last key before the rows are asked. */
const PAUSE = 250;

const COLUMNS = { organisation: 'org_name', unit: 'unit_name' } as const;
type Kind = keyof typeof COLUMNS;

/** Organisations or units of the rows loaded, by what is typed of their names. */
class OfKind {
  readonly #workbench: Workbench;
  readonly #kind: Kind;
  readonly #typed: () => string;
  readonly #metric: string | undefined = $derived.by(() => metricsNaming(this.#workbench.cube, COLUMNS[this.#kind])[0]);
  readonly #rows: Rows;
  readonly #before: Rows;
  readonly places: readonly Place[] = $derived.by(() => [...this.#found().values()].slice(0, MOST));

  /** The rows have been asked and have not come. */
  readonly awaited: boolean = $derived.by(
    () => isAwaited(this.#rows, this.#question()) || isAwaited(this.#before, this.#questionBefore()),
  );

  constructor(workbench: Workbench, kind: Kind, typed: () => string) {
    this.#workbench = workbench;
    this.#kind = kind;
    this.#typed = typed;
    this.#rows = new Rows(
      workbench,
      () => this.#question(),
      () => MOST,
    );
    // Each may have a row a period: so many rows are of as many names as are listed.
    this.#before = new Rows(
      workbench,
      () => this.#questionBefore(),
      () => MOST * (this.#target(rowsNamedBefore)?.periods?.length ?? 1),
    );
  }

  #target(rows: typeof rowsNamed | typeof rowsNamedBefore): DrillTarget | null {
    const [metric, named] = [this.#metric, this.#typed()];
    if (metric === undefined || named.length < LEAST) return null;
    return rows(this.#workbench.cube, metric, { title: '', selection: {}, named });
  }

  #question(): DrillQuestion | null {
    const target = this.#target(rowsNamed);
    return target && drillQuestion(this.#workbench.cube, target);
  }

  /** Who is no more in the latest period is asked for where that does not fill the list. */
  #questionBefore(): DrillQuestion | null {
    const { now } = this.#rows;
    const target = now === null || now.total > MOST ? null : this.#target(rowsNamedBefore);
    return target && drillQuestion(this.#workbench.cube, target);
  }

  get failed(): string | null {
    return this.#rows.failed ?? this.#before.failed;
  }

  /** More fit than are listed. */
  get more(): boolean {
    const { now } = this.#rows;
    return (now !== null && now.total > now.rows.length) || this.#found().size > MOST;
  }

  #found(): Map<string, Place> {
    const found = new Map<string, Place>();
    for (const { values } of this.#rows.now?.rows ?? []) this.#take(found, values);
    if (this.#questionBefore() === null) return found;
    const before = (this.#before.now?.rows ?? []).map(({ values }) => values);
    for (const values of before.sort((a, b) => String(b.period).localeCompare(String(a.period))))
      this.#take(found, values, String(values.period));
    return found;
  }

  /** Takes whoever a row is of, unless it is known already; `last` is the period it was last known in, where that is not the latest. */
  #take(found: Map<string, Place>, values: Readonly<Record<string, unknown>>, last?: Period): void {
    const { cube, route, language } = this.#workbench;
    const metric = this.#metric;
    const [name, zone] = [String(values[COLUMNS[this.#kind]] ?? ''), String(values.zone ?? '')];
    const key = JSON.stringify([name, zone]);
    if (metric === undefined || name === '' || found.has(key)) return;
    const target = rowsNamed(cube, metric, { title: name, selection: { zones: [zone] }, named: name }, last);
    if (target === null) return;
    const href = route.href(pageOfMetric(metricById(metric)), { rows: drillText(target) });
    const when = last === undefined ? '' : periodText(target.period, language.locale);
    found.set(key, { kind: this.#kind, name, beside: language.joined('phrases', [zoneName(cube, zone), when]), href });
  }
}

const isAwaited = (rows: Rows, question: DrillQuestion | null): boolean =>
  question !== null && rows.now === null && rows.failed === null;

/** Organisations and units by what is typed of their names, where there are rows; made inside a component. */
export class Named {
  readonly #workbench: Workbench;
  readonly #typed: () => string;
  #asked = $state('');
  readonly #kinds: readonly OfKind[];

  constructor(workbench: Workbench, typed: () => string) {
    this.#workbench = workbench;
    this.#typed = () => typed().trim();
    $effect(() => {
      const text = this.#typed();
      const timer = setTimeout(() => (this.#asked = text), PAUSE);
      return () => clearTimeout(timer);
    });
    this.#kinds = (Object.keys(COLUMNS) as Kind[]).map((kind) => new OfKind(workbench, kind, () => this.#asked));
  }

  /** What was found, a list a kind. */
  get groups(): readonly (readonly Place[])[] {
    return this.#kinds.map(({ places }) => places).filter((places) => places.length > 0);
  }

  /** The rows are being looked through. */
  get awaited(): boolean {
    if (this.#workbench.readOnly || this.#typed().length < LEAST) return false;
    return this.#typed() !== this.#asked || this.#kinds.some(({ awaited }) => awaited);
  }

  /** What is to be known of the search; empty where all was found that there is. */
  get said(): string {
    const { language, source } = this.#workbench;
    const failed = this.#kinds.map((kind) => kind.failed).find((reason) => reason !== null);
    if (failed !== undefined) return language.t('find.failed', { reason: failed });
    if (this.awaited) return language.t(source.rowsComing === true ? 'find.coming' : 'find.looking');
    return this.#kinds.some(({ more }) => more) ? language.t('find.more', { count: MOST }) : '';
  }
}
