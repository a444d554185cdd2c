import { type Cube, DUE_BY_MEMBERS, type UnstatedColumn, zoneName } from '../cube';
import { type Locale, type MetricSpec, ended, joined } from '../domain';
import { columnsRead, ruleValue, tableById } from '../model';
import { documentText } from './rule-words';

/** Zones and files named before the rest is only counted. */
const NAMED = 3;

type Told = Pick<Cube, 'unstated' | 'zones' | 'rules' | 'asOf'> & Cube;

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

function about(cube: Cube, metric: MetricSpec, zones: readonly string[] | undefined): UnstatedColumn[] {
  const read = columnsRead(metric);
  return (cube.unstated ?? []).flatMap((entry) => {
    const isRead =
      entry.column === DUE_BY_MEMBERS
        ? metric.population.scope.includes('due_by_members')
        : read.some(({ table, column }) => table === entry.table && column === entry.column);
    const asked = zones && zones.length > 0 ? entry.zones.filter((zone) => zones.includes(zone)) : entry.zones;
    return isRead && asked.length > 0 ? [{ ...entry, zones: asked }] : [];
  });
}

const specOf = ({ table, column }: UnstatedColumn) => tableById(table)?.columns.find(({ id }) => id === column);

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
export function takenClauses(
  cube: Cube,
  metric: MetricSpec,
  zones: readonly string[] | undefined,
  locale: Locale,
): string[] {
  const said = about(cube, metric, zones).map((entry) => sentence(cube, entry, locale));
  return [...new Set(said)].filter((text) => text !== '');
}

/** The same as a sentence; empty for none. */
export const takenText = (
  cube: Cube,
  metric: MetricSpec,
  zones: readonly string[] | undefined,
  locale: Locale,
): string => ended(joined('clauses', takenClauses(cube, metric, zones, locale), locale), locale);

/** The columns for want of which a metric counts nothing, with their files; only those nothing is taken for. */
export function missingColumns(
  cube: Cube,
  metric: MetricSpec,
  zones: readonly string[] | undefined,
  locale: Locale,
): MissingColumn[] {
  return about(cube, metric, zones).flatMap((entry) => {
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
