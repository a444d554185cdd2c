import { type DrillQuestion, zoneName } from '../cube';
import { metricById } from '../model';
import { type Workbench, drillQuestion, drillText, metricsNaming, pageOfMetric, rowsNamed } from '../state';
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
  readonly places: readonly Place[] = $derived.by(() => this.#found());

  /** The rows have been asked and have not come. */
  readonly awaited: boolean = $derived.by(
    () => this.#question() !== null && this.#rows.now === null && this.#rows.failed === null,
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
  }

  #question(): DrillQuestion | null {
    const { cube } = this.#workbench;
    const [metric, named] = [this.#metric, this.#typed()];
    if (metric === undefined || named.length < LEAST) return null;
    const target = rowsNamed(cube, metric, { title: '', selection: {}, named });
    return target && drillQuestion(cube, target);
  }

  get failed(): string | null {
    return this.#rows.failed;
  }

  /** More fit than are listed. */
  get more(): boolean {
    const { now } = this.#rows;
    return now !== null && now.total > now.rows.length;
  }

  #found(): Place[] {
    const { cube, route } = this.#workbench;
    const metric = this.#metric;
    if (metric === undefined) return [];
    const found = new Map<string, Place>();
    for (const { values } of this.#rows.now?.rows ?? []) {
      const [name, zone] = [String(values[COLUMNS[this.#kind]] ?? ''), String(values.zone ?? '')];
      const of = { title: name, selection: { zones: [zone] }, named: name };
      const target = name === '' ? null : rowsNamed(cube, metric, of);
      if (target === null) continue;
      const href = route.href(pageOfMetric(metricById(metric)), { rows: drillText(target) });
      found.set(href, { kind: this.#kind, name, beside: zoneName(cube, zone), href });
    }
    return [...found.values()];
  }
}

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
