import { type Comparison, type Cube, type Selection, alignPeriod } from '../cube';
import { type CompareBy, type Grain, type Period, firstDay, grainOf, periodsBetween, toGrain } from '../domain';
import { type Ask, periodsAnswered } from '../brief';
import { metricById } from '../model';
import {
  type CommitteeChoice,
  committeesOf,
  compareByChosen,
  domainsOf,
  grainsOf,
  latestPeriod,
  leadMetric,
  periodChosen,
  selectionFor,
  zonesByDefault,
  zonesOf,
} from './choices';
import type { Patch, Route } from './route.svelte';

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((value) => b.includes(value));

/** What the reader looks at: choices from the address, defaults from the cube. Only choices are ever written back. */
export class Filters {
  readonly #route: Route;
  readonly #cube: () => Cube;
  readonly #before: () => void;

  /** `before` is called ahead of every change the reader makes. */
  constructor(route: Route, cube: () => Cube, before: () => void = () => undefined) {
    this.#route = route;
    this.#cube = cube;
    this.#before = before;
  }

  /** The metric that decides which periods and domains can be chosen on this page. */
  readonly lead: string = $derived.by(() => leadMetric(this.#cube(), this.#route.page, this.#route.get('metric')));
  readonly allZones: readonly string[] = $derived.by(() => zonesOf(this.#cube()));
  readonly defaultZones: readonly string[] = $derived.by(() => zonesByDefault(this.#cube()));
  readonly zones: readonly string[] = $derived.by(() => {
    const chosen = (this.#route.list('zones') ?? []).filter((zone) => this.allZones.includes(zone));
    return chosen.length === 0 ? this.defaultZones : chosen;
  });
  /** Enterprises that the default leaves out and that are out now. */
  readonly leftOut: readonly string[] = $derived.by(() =>
    this.allZones.filter((zone) => !this.defaultZones.includes(zone) && !this.zones.includes(zone)),
  );
  readonly allCommittees: readonly CommitteeChoice[] = $derived.by(() =>
    committeesOf(this.#cube(), this.lead, this.zones),
  );
  /** Committees chosen; empty means all. */
  readonly committees: readonly string[] = $derived.by(() =>
    (this.#route.list('committees') ?? []).filter((name) => this.allCommittees.some((known) => known.name === name)),
  );
  readonly allDomains: readonly string[] = $derived.by(() => domainsOf(this.#cube(), this.lead));
  /** Domains chosen; empty means all. */
  readonly domains: readonly string[] = $derived.by(() => this.#route.list('domains') ?? []);
  /** Of a grain the page can be asked in: a quarter chosen elsewhere is its year where only years are known, a month its quarter. */
  readonly period: Period = $derived.by(() => {
    const period = periodChosen(this.#route.get('period')) ?? latestPeriod(this.#cube(), this.lead) ?? '2000Q1';
    const aligned = alignPeriod(metricById(this.lead), period);
    return grainOf(aligned) === 'month' && !this.grains.includes('month') ? toGrain(aligned, 'quarter') : aligned;
  });
  readonly grain: Grain = $derived.by(() => grainOf(this.period));
  /** Where trends begin: a known period before the one looked at, as long as it; null where the reader chose none. */
  readonly since: Period | null = $derived.by(() => {
    const chosen = periodChosen(this.#route.get('since'));
    if (chosen === null) return null;
    const wanted = toGrain(firstDay(chosen), this.grain);
    return this.periodsOf(this.grain).find((at) => at >= wanted && at < this.period) ?? null;
  });
  readonly grains: readonly Grain[] = $derived.by(() => grainsOf(this.#cube(), this.lead, this.zones));
  readonly comparison: Comparison = $derived.by(() => {
    const chosen = this.#route.get('vs');
    if (chosen === 'none') return 'none';
    return chosen === 'year' && this.grain !== 'year' ? 'year' : 'previous';
  });
  readonly #defaultBy: CompareBy = $derived.by(() => (this.zones.length === 1 ? 'committee' : 'zone'));
  readonly by: CompareBy = $derived.by(() => compareByChosen(this.#route.get('by')) ?? this.#defaultBy);
  /** Committees are compared inside one zone, and more than one is selected. */
  readonly needsZone: boolean = $derived.by(() => this.by === 'committee' && this.zones.length > 1);
  readonly selection: Selection = $derived.by(() => selectionFor(this.zones, this.committees, this.domains));
  /** The reader's question, without the metric. */
  readonly ask: Omit<Ask, 'metric'> = $derived.by(() => ({
    ...this.selection,
    period: this.period,
    comparison: this.comparison,
    peers: this.defaultZones,
    by: this.needsZone ? 'zone' : this.by,
  }));

  /** Periods of a grain that can be chosen, in time order. */
  periodsOf(grain: Grain): Period[] {
    return periodsAnswered(this.#cube(), this.lead, grain);
  }

  /** The last `count` periods up to the one looked at, as far as the data goes back. */
  periodsUpTo(period: Period, count: number, metric: string): Period[] {
    const known = this.#answeredUpTo(period, metric);
    return this.#from(known.at(-count) ?? known[0], period);
  }

  /** The periods of a trend up to the one looked at: from where the reader lets trends begin, else the last `usual`. */
  trendPeriods(period: Period, usual: number, metric: string): Period[] {
    if (this.since === null) return this.periodsUpTo(period, usual, metric);
    const since = toGrain(firstDay(this.since), grainOf(period));
    return this.#from(
      this.#answeredUpTo(period, metric).find((at) => at >= since),
      period,
    );
  }

  #answeredUpTo(period: Period, metric: string): Period[] {
    return periodsAnswered(this.#cube(), metric, grainOf(period)).filter((at) => at <= period);
  }

  #from(first: Period | undefined, period: Period): Period[] {
    return first === undefined ? [] : periodsBetween(first, period);
  }

  chooseZones(zones: readonly string[]): void {
    const isDefault = zones.length === 0 || same(zones, this.defaultZones);
    this.#set({ zones: isDefault ? null : zones });
  }

  chooseCommittees(names: readonly string[]): void {
    const all = names.length === 0 || names.length === this.allCommittees.length;
    this.#set({ committees: all ? null : names });
  }

  chooseDomains(names: readonly string[]): void {
    this.#set({ domains: names.length === 0 || same(names, this.allDomains) ? null : names });
  }

  choosePeriod(period: Period): void {
    this.#set({ period: period === latestPeriod(this.#cube(), this.lead) ? null : period });
  }

  /** Lets trends begin with a period; null: where they do by themselves. */
  chooseSince(since: Period | null): void {
    this.#set({ since });
  }

  chooseComparison(comparison: Comparison): void {
    this.#set({ vs: comparison === 'previous' ? null : comparison });
  }

  chooseBy(by: CompareBy): void {
    this.#set({ by: by === this.#defaultBy ? null : by });
  }

  /** A choice that belongs to the page: metric, scheme, view. Null goes back to the default. */
  choose(patch: Patch): void {
    this.#set(patch);
  }

  #set(patch: Patch): void {
    this.#before();
    this.#route.set(patch);
  }
}
