import { type Cube, type Selection, cellsOf, hasCells, zonesIn } from '../cube';
import {
  type CompareBy,
  type Grain,
  NOT_STATED,
  type Period,
  grainOf,
  isFinerOrEqual,
  isPeriod,
  statedOf,
  toGrain,
} from '../domain';
import { METRICS, metricById } from '../model';
import { cyclesAnswered, periodsAnswered } from '../brief';
import { type Page, leadsOf } from './pages';

/** Zones of this type are enterprises, left out of zone comparison unless asked for. */
export const ENTERPRISE = '其他';

/** A field has one name in the units register (非公企业) and another in the organisations register (非公). */
const SAME_DOMAIN: Readonly<Record<string, string>> = { 非公: '非公企业' };

/** The one name a reader sees for a domain. */
export function domainShown(domain: string): string {
  return SAME_DOMAIN[domain] ?? domain;
}

/** Every name the registers use for the domains a reader chose. */
export function domainsMeant(shown: readonly string[]): string[] {
  const others = Object.entries(SAME_DOMAIN).filter(([, name]) => shown.includes(name));
  return [...shown, ...others.map(([alias]) => alias)];
}

const weighs = (cell: { numerator: number; denominator: number | null }): boolean =>
  cell.numerator !== 0 || (cell.denominator ?? 0) !== 0;

const metricsWithCells = (cube: Cube): string[] =>
  METRICS.map((metric) => metric.id).filter((id) => hasCells(cube, id));

/** Zones that have cells: in the order of the register, then those it does not list; what states none comes last. */
export function zonesOf(cube: Cube): string[] {
  const found = zonesIn(cube);
  const listed = cube.zones.map((zone) => zone.id).filter((id) => found.has(id));
  const others = statedOf([...found]).filter((id) => !listed.includes(id));
  return [...listed, ...others.sort(), ...(found.has(NOT_STATED) ? [NOT_STATED] : [])];
}

/** Zones compared unless the reader says otherwise: all but enterprises, or all where there is nothing else. */
export function zonesByDefault(cube: Cube): string[] {
  const all = zonesOf(cube);
  const kept = all.filter((id) => cube.zones.find((zone) => zone.id === id)?.type !== ENTERPRISE);
  return kept.length === 0 ? all : kept;
}

/** A committee and the zones that have one of that name. */
export interface CommitteeChoice {
  readonly name: string;
  readonly zones: readonly string[];
}

/** Committees of the given zones, by name. */
export function committeesOf(cube: Cube, metric: string, zones: readonly string[]): CommitteeChoice[] {
  const found = new Map<string, Set<string>>();
  for (const cell of cellsOf(cube, metric, 'committees')) {
    if (!zones.includes(cell.zone)) continue;
    const known = found.get(cell.committee);
    if (known) known.add(cell.zone);
    else found.set(cell.committee, new Set([cell.zone]));
  }
  return [...found]
    .map(([name, at]) => ({ name, zones: [...at] }))
    .sort((a, b) => Number(a.name === '') - Number(b.name === '') || a.name.localeCompare(b.name, 'zh'));
}

/** Domains that have something in scope of a metric. */
export function domainsOf(cube: Cube, metric: string): string[] {
  return [
    ...new Set(
      cellsOf(cube, metric)
        .filter(weighs)
        .map((cell) => domainShown(cell.domain)),
    ),
  ].sort((a, b) => Number(a === '') - Number(b === '') || a.localeCompare(b, 'zh'));
}

const hasFigures = (cube: Cube, metric: string): boolean => cellsOf(cube, metric, 'zones').some(weighs);

/** The metric that decides what a page can be asked: the first of its own that has figures, else that has cells. */
export function leadMetric(cube: Cube, page: Page, chosen: string | undefined): string {
  if (page === 'compare' && chosen !== undefined && hasCells(cube, chosen)) return chosen;
  const leads = leadsOf(page);
  const [first = 'org_coverage_rate'] = leads;
  const known = [...leads, ...metricsWithCells(cube)].filter((id) => hasCells(cube, id));
  return known.find((id) => hasFigures(cube, id)) ?? known[0] ?? first;
}

/** Whether each of the zones reports a metric oftener than by quarter (two months of one): else their whole would be another in every month. */
function areMonthly(cube: Cube, metric: string, zones: readonly string[]): boolean {
  const months = new Map<string, Period>();
  const monthly = new Set<string>();
  const reporting = new Set<string>();
  for (const { zone, period } of cellsOf(cube, metric, 'zones')) {
    if (!zones.includes(zone)) continue;
    reporting.add(zone);
    if (!isFinerOrEqual(grainOf(period), 'month')) continue;
    const month = toGrain(period, 'month');
    const at = `${zone}\n${toGrain(month, 'quarter')}`;
    if ((months.get(at) ?? month) !== month) monthly.add(zone);
    months.set(at, month);
  }
  return reporting.size > 0 && monthly.size === reporting.size;
}

/** Grains a metric can be asked in, finest first; months only where all the zones looked at report by month. */
export function grainsOf(cube: Cube, metric: string, zones: readonly string[]): Grain[] {
  const { grain } = metricById(metric);
  if (grain === 'year') return ['year'];
  if (grain === 'half') {
    const halves = periodsAnswered(cube, metric, 'half');
    return halves.length > 0 ? ['half', 'year'] : ['year'];
  }
  return areMonthly(cube, metric, zones) ? ['month', 'quarter', 'half', 'year'] : ['quarter', 'half', 'year'];
}

/** The periods in which a metric has cells, in the order they end: quarters, or what it is counted by where that is longer. */
export function periodsKnown(cube: Cube, metric: string): Period[] {
  const own = metricById(metric).grain;
  if (own === 'half') return cyclesAnswered(cube, metric);
  return periodsAnswered(cube, metric, own === 'year' ? 'year' : 'quarter');
}

/** The latest period in which a metric has cells; null when it has none. */
export const latestPeriod = (cube: Cube, metric: string): Period | null => periodsKnown(cube, metric).at(-1) ?? null;

/** A period from the address, if it is one a page can be asked. */
export function periodChosen(text: string | undefined): Period | null {
  if (text === undefined || !isPeriod(text)) return null;
  return grainOf(text) === 'day' ? null : text;
}

/** A comparison from the address. */
export function compareByChosen(text: string | undefined): CompareBy | null {
  return text === 'zone' || text === 'committee' || text === 'domain' ? text : null;
}

/** A selection as the cube understands it: domains under every name, empty lists left out. */
export function selectionFor(
  zones: readonly string[],
  committees: readonly string[],
  domains: readonly string[],
): Selection {
  return {
    zones,
    ...(committees.length > 0 && { committees }),
    ...(domains.length > 0 && { domains: domainsMeant(domains) }),
  };
}
