import { categoryText, cyclesAnswered, periodText, periodsAnswered, reportedBy } from '../brief';
import {
  type Cube,
  type Group,
  binsOf,
  countedIn,
  observedIn,
  partitionIn,
  rateOf,
  reportingIn,
  rollUp,
  zoneName,
} from '../cube';
import { type Grain, type Label, type Locale, type MetricSpec, type Period } from '../domain';
import { kaplanMeier, quartilesOfBins } from '../stats';
import type { CellValue, TableColumn, TableData } from './table';

/* The figures of a cube as people ask for them: a row a metric, period, zone and category. */

const label = (zh: string, en: string): Label => ({ zh, en });

const WORDS = {
  metric: label('指标', 'Metric'),
  period: label('统计期', 'Period'),
  zone: label('园区', 'Zone'),
  category: label('分类', 'Category'),
  numerator: label('分子（计数即数量）', 'Numerator (or count)'),
  denominator: label('分母', 'Denominator'),
  rate: label('比率', 'Rate'),
  median: label('中位数', 'Median'),
  lower: label('下四分位', 'Lower quartile'),
  upper: label('上四分位', 'Upper quartile'),
  note: label('附注', 'Note'),
  all: label('全部园区', 'All zones'),
  none: label('未注明', 'Not stated'),
  few: label('数小不列', 'too few to tell'),
  counts: label('汇总数', 'reported as counts'),
  silent: label('汇总数得不出此项', 'not told by the reported counts'),
  partSilent: label('部分汇总数得不出此项', 'not told by some of the reported counts'),
  unlisted: label('名单未列此项', 'not stated in the lists'),
  someCounts: label('部分为汇总数', 'partly reported as counts'),
};

/** A row before it is written: the value of each column that it has. */
type Row = Partial<Record<'numerator' | 'denominator' | 'rate' | 'median' | 'lower' | 'upper', number | null>> & {
  readonly category: string;
};

function byPartition(spec: MetricSpec, groups: readonly Group[]): Map<string, Group[]> {
  const found = new Map<string, Group[]>();
  const partition = partitionIn(spec);
  for (const group of groups) {
    const key = partition(group.category ?? '');
    found.set(key, [...(found.get(key) ?? []), group]);
  }
  return found;
}

/** How many there are and their median; the quartiles too, where everything has ended. */
function scoreRow(spec: MetricSpec, category: string, groups: readonly Group[]): Row[] {
  if (spec.categoryParts?.[0] === 'event') {
    const { count, median } = kaplanMeier(observedIn(groups));
    return count === 0 ? [] : [{ category, numerator: count, median }];
  }
  const found = quartilesOfBins(binsOf(spec, groups));
  return found === null
    ? []
    : [{ category, numerator: found.size, median: found.median, lower: found.lower, upper: found.upper }];
}

/** The rows of one member in one period: its groups by category. */
function rowsOfMember(spec: MetricSpec, groups: readonly Group[]): Row[] {
  const weighs = ({ category = '', numerator, denominator }: Group): boolean =>
    category !== '' || numerator !== 0 || (denominator ?? 0) !== 0 || spec.categoryParts === undefined;
  const heavy = groups.filter(weighs);
  switch (spec.kind) {
    case 'score': {
      // All that is timed stands together, ended or not.
      const parts = spec.categoryParts?.[0] === 'event' ? new Map([['', heavy]]) : byPartition(spec, heavy);
      return [...parts].flatMap(([category, own]) => scoreRow(spec, category, own));
    }
    case 'distribution':
      return [...byPartition(spec, heavy).values()].flatMap((own) => {
        const whole = own.reduce((sum, { numerator }) => sum + numerator, 0);
        return own.map(({ category = '', numerator }): Row => ({
          category,
          numerator,
          denominator: whole,
          rate: whole === 0 ? null : numerator / whole,
        }));
      });
    default:
      return heavy.map((group): Row => {
        const { category = '', numerator, denominator } = group;
        return { category, numerator, denominator, rate: rateOf(group) };
      });
  }
}

/** The lengths of time a metric is told for: its own, and what of it a file for others tells by longer ones only. */
function grainsOf(cube: Cube, { id, grain }: MetricSpec): Grain[] {
  const longer = cube.disclosure?.longer.filter(({ metric }) => metric === id) ?? [];
  return [...new Set([grain, ...longer.map((one) => one.grain)])];
}

function periodsOf(cube: Cube, spec: MetricSpec): Period[] {
  return grainsOf(cube, spec).flatMap((grain) =>
    grain === 'half' ? cyclesAnswered(cube, spec.id) : periodsAnswered(cube, spec.id, grain),
  );
}

/** Whether nothing of some groups says what is asked. */
const isSilent = (groups: readonly Group[] = []): boolean => groups.length > 0 && groups.every(({ silent }) => silent);

function rowsIn(cube: Cube, spec: MetricSpec, period: Period, hasScores: boolean, locale: Locale): CellValue[][] {
  const question = { metric: spec.id, periods: [period] };
  const counted = new Map(countedIn(cube, question, [period], ['zone']).map((one) => [one.key[0] ?? '', one]));
  const write = (zone: string, note: string, row: Partial<Row>): CellValue[] => [
    spec.label[locale],
    periodText(period, locale),
    zone,
    row.category === undefined ? '' : categoryText(cube, spec, row.category, period, locale),
    row.numerator ?? null,
    row.denominator ?? null,
    row.rate ?? null,
    ...(hasScores ? [row.median ?? null, row.lower ?? null, row.upper ?? null] : []),
    note,
  ];
  const nameOf = (zone: string): string => (zone === '' ? WORDS.none[locale] : zoneName(cube, zone));
  const byZone = new Map<string, Group[]>();
  for (const group of rollUp(cube, { ...question, by: ['zone', 'category'] }))
    byZone.set(group.zone ?? '', [...(byZone.get(group.zone ?? '') ?? []), group]);
  const noteOf = (zone: string): string => {
    const found = counted.get(zone);
    if (found === undefined) return isSilent(byZone.get(zone)) ? WORDS.unlisted[locale] : '';
    if (found.said !== 'all') return WORDS[found.said === 'none' ? 'silent' : 'partSilent'][locale];
    return WORDS[found.part === 'all' ? 'counts' : 'someCounts'][locale];
  };
  const reporting = reportingIn(cube, { metric: spec.id }, period);
  const whose = reportedBy({ metric: spec, reporting }, locale);
  const all = rollUp(cube, { ...question, by: ['category'] });
  return [
    ...(isSilent(all) ? [{}] : rowsOfMember(spec, all)).map((row) => write(WORDS.all[locale], whose, row)),
    ...[...byZone].flatMap(([zone, groups]) =>
      // What says nothing of this figure is no 0 of it.
      (isSilent(groups) ? [{}] : rowsOfMember(spec, groups)).map((row) => write(nameOf(zone), noteOf(zone), row)),
    ),
    ...reporting.withheld.map((zone) => write(nameOf(zone), WORDS.few[locale], {})),
  ];
}

/** The figures of metrics by zone, the last period first: what a zone is not told for stands there as 数小不列. */
export function figureTable(cube: Cube, metrics: readonly MetricSpec[], locale: Locale): TableData {
  const hasScores = metrics.some(({ kind }) => kind === 'score');
  const column = (name: keyof typeof WORDS, kind: TableColumn['kind']): TableColumn => ({
    label: WORDS[name][locale],
    kind,
  });
  const scores = (['median', 'lower', 'upper'] as const).map((name) => column(name, 'score'));
  return {
    columns: [
      column('metric', 'text'),
      column('period', 'text'),
      column('zone', 'text'),
      column('category', 'text'),
      column('numerator', 'count'),
      column('denominator', 'count'),
      column('rate', 'rate'),
      ...(hasScores ? scores : []),
      column('note', 'text'),
    ],
    rows: metrics.flatMap((spec) =>
      periodsOf(cube, spec)
        .reverse()
        .flatMap((period) => rowsIn(cube, spec, period, hasScores, locale)),
    ),
  };
}
