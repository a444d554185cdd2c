import { type Cube, DUE_BY_MEMBERS, type UnstatedColumn, rollUp, zoneName } from '../cube';
import type { Locale, MetricSpec, Period } from '../domain';
import { columnsRead, ruleValue, tableById } from '../model';
import { documentText } from './rule-words';

/** Zones and files named before the rest is only counted. */
const NAMED = 3;

type Told = Pick<Cube, 'unstated' | 'zones' | 'rules' | 'asOf'> & Cube;

/** Of which zones and periods a figure is; no zones: all. */
interface Of {
  readonly periods: readonly Period[];
  readonly zones: readonly string[] | undefined;
}

/** A column that no list of some zones has and without which a metric counts nothing there. */
export interface MissingColumn {
  readonly column: string;
  /** The files without it, some of them by name. */
  readonly files: string;
  readonly zones: string;
}

function listed(names: readonly string[], locale: Locale, unit: { readonly zh: string; readonly en: string }): string {
  const shown = names.slice(0, NAMED);
  if (locale === 'en') {
    const rest = names.length - shown.length;
    return `${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  }
  return `${shown.join('、')}${names.length > shown.length ? `等 ${names.length} ${unit.zh}` : ''}`;
}

const zonesText = (cube: Cube, zones: readonly string[], locale: Locale): string =>
  listed(
    zones.filter((zone) => zone !== '').map((zone) => zoneName(cube, zone)),
    locale,
    { zh: '个园区', en: 'zones' },
  );

const specOf = ({ table, column }: UnstatedColumn) => tableById(table)?.columns.find(({ id }) => id === column);

/** Whether nothing is taken in place of a column: what its list holds then counts nowhere. */
const isLost = (entry: UnstatedColumn): boolean =>
  entry.taken === null && entry.column !== DUE_BY_MEMBERS && !specOf(entry)?.unstated;

/** The zones a figure counts something of. */
function counting(cube: Cube, metric: MetricSpec, { periods, zones = [] }: Of): Set<string> {
  const found = rollUp(cube, { metric: metric.id, periods, zones, by: ['zone'] });
  return new Set(
    found
      .filter(({ numerator, denominator }) => numerator !== 0 || (denominator ?? 0) !== 0)
      .map(({ zone = '' }) => zone),
  );
}

/** What the lists of the zones lack. A zone that counts all the same, by another list of its own, has lost nothing. */
function about(cube: Cube, metric: MetricSpec, of: Of): UnstatedColumn[] {
  const read = columnsRead(metric);
  const entries = (cube.unstated ?? []).filter((entry) =>
    entry.column === DUE_BY_MEMBERS
      ? metric.population.scope.includes('due_by_members')
      : read.some(({ table, column }) => table === entry.table && column === entry.column),
  );
  const counted = entries.some(isLost) ? counting(cube, metric, of) : new Set<string>();
  const asked = (zone: string): boolean => of.zones === undefined || of.zones.length === 0 || of.zones.includes(zone);
  return entries
    .map((entry) => ({
      ...entry,
      zones: entry.zones.filter((zone) => asked(zone) && !(isLost(entry) && counted.has(zone))),
    }))
    .filter(({ zones }) => zones.length > 0);
}

function sentence(cube: Told, entry: UnstatedColumn, locale: Locale): string {
  const { column, taken } = entry;
  const who = zonesText(cube, entry.zones, locale);
  const zh = locale === 'zh';
  if (column === DUE_BY_MEMBERS) {
    const least = ruleValue(cube.rules, 'coverage/due-members', cube.asOf) ?? '';
    const rule = cube.rules.find(({ ruleId }) => ruleId === 'coverage/due-members');
    const document = rule ? documentText(rule.docRef, locale) : '';
    return zh
      ? `${who}的名单不注明应建与否，党员 ${least} 人以上的为应建（${document}）`
      : `lists of ${who} do not say which units are due: those with ${least} members or more are (${document})`;
  }
  const spec = specOf(entry);
  if (!spec) return '';
  const label = zh ? spec.label.zh : spec.label.en.toLowerCase();
  if (column === 'operating') {
    const counted = ruleValue(cube.rules, 'coverage/unlisted-operating', cube.asOf) === '1';
    return zh
      ? `${who}的名单未列${label}，${counted ? '视同实体运营' : '不计入'}`
      : `lists of ${who} do not state the ${label}: ${counted ? 'taken as operating' : 'left out'}`;
  }
  if (taken !== null) {
    const value = zh ? taken : (spec.values?.find(({ id }) => id === taken)?.en ?? taken);
    return zh
      ? `${who}的名单未列${label}，按“${value}”计`
      : `lists of ${who} do not state the ${label}: taken as ${value}`;
  }
  if (spec.unstated) return zh ? `${who}：${spec.unstated.label.zh}` : `${who}: ${label} ${spec.unstated.label.en}`;
  return zh ? `${who}的名单没有“${label}”列，不在其中` : `lists of ${who} have no column “${label}” and are left out`;
}

/** What is taken for what the lists behind a metric do not state, one by one; none where they state everything it rests on. */
export function takenClauses(cube: Cube, metric: MetricSpec, of: Of, locale: Locale): string[] {
  const said = about(cube, metric, of).map((entry) => sentence(cube, entry, locale));
  return [...new Set(said)].filter((text) => text !== '');
}

/** The columns for want of which a metric counts nothing, with their files; only those nothing is taken for. */
export function missingColumns(cube: Cube, metric: MetricSpec, of: Of, locale: Locale): MissingColumn[] {
  return about(cube, metric, of).flatMap((entry) => {
    const spec = specOf(entry);
    if (!spec || entry.taken !== null || spec.unstated) return [];
    return [
      {
        column: locale === 'zh' ? spec.label.zh : spec.label.en,
        files: listed(entry.sources, locale, { zh: '个文件', en: 'files' }),
        zones: zonesText(cube, entry.zones, locale),
      },
    ];
  });
}
