import { countText, periodText, selectionOf, shortPeriodText, valueText } from '../../brief';
import { categoryParts, rollUp, total } from '../../cube';
import { firstDay, lastDay, periodsBetween, toGrain } from '../../domain';
import { metricById, valuesOf } from '../../model';
import type { MessageKey } from '../../state';
import { asking } from '../../ui/figures/asking';
import { bars, boundedBars } from '../../ui/figures/bars';
import { boundOf } from '../../ui/figures/bounds';
import type { Figure, Reader } from '../../ui/figures/figure';

const INSPECTIONS = 'inspection_count';
const VISITS = 'visit_count';
const SITES = 'site_count';
/** Kinds of bodies as the reports name them. */
const BODIES = ['机关', '企业', '农村', '社区', '学校', '事业', '社会组织'];

/** A value under a message of its own where there is one, else as values are named. */
export function named(key: string, value: string, { t, has, locale }: Reader['language']): string {
  return has(key) ? t(key) : valueText(value, locale);
}

/** How many bodies were inspected, by kind. */
export const inspections: Figure = (reader, ask) => {
  const { cube, language } = reader;
  const asked = asking(reader, ask, INSPECTIONS);
  const { question, spec } = asked;
  const at = { metric: INSPECTIONS, periods: [question.period], ...question.selection };
  const parts = rollUp(cube, { ...at, by: ['category'] })
    .filter(({ numerator }) => numerator > 0)
    .map((group) => ({ group, kind: categoryParts(spec, group.category ?? '').kind ?? '' }));
  const place = (kind: string): number => (BODIES.includes(kind) ? BODIES.indexOf(kind) : BODIES.length);
  const rows = [...new Set(parts.map(({ kind }) => kind))]
    .sort((a, b) => place(a) - place(b))
    .map((kind) => {
      const own = parts.filter((part) => part.kind === kind).map(({ group }) => group);
      const categories = own.map(({ category }) => category ?? '');
      return {
        key: kind,
        label: named(`resp.kind.${kind}`, kind, language),
        value: total(cube, { ...at, categories })?.numerator ?? null,
        bound: boundOf(INSPECTIONS, own),
        of: { categories },
      };
    });
  if (rows.length === 0) return null;
  return bars(question, rows, {
    title: language.t('resp.countTitle'),
    subtitle: language.t('resp.countSub', asked.named),
    heading: language.t('resp.type'),
    counted: asked.named.metric,
    sort: 'given',
  });
};

/** Visits to grass-roots organisations, member by member. */
export const visits: Figure = (reader, ask) => {
  const asked = asking(reader, ask, VISITS);
  const { t } = reader.language;
  return boundedBars(reader, asked, ask.by, {
    title: t('resp.visitsTitle'),
    subtitle: t('resp.visitsSub', asked.named),
  });
};

/** The visits with a day, month by month of the period. */
export const visitsByMonth: Figure = (reader, ask) => {
  const { cube, language } = reader;
  const dated = { ...ask, categories: ['名单|eq'] };
  const { question, named: words } = asking(reader, dated, VISITS, ask.period);
  const months = periodsBetween(toGrain(firstDay(ask.period), 'month'), toGrain(lastDay(ask.period), 'month'));
  const groups = rollUp(cube, { metric: VISITS, periods: months, ...question.selection, by: ['period'] });
  if (!groups.some(({ numerator }) => numerator > 0)) return null;
  const countIn = (month: string): number => groups.find(({ period }) => period === month)?.numerator ?? 0;
  const rows = months.map((month) => ({
    key: month,
    label: shortPeriodText(month, language.locale),
    value: countIn(month),
    of: {},
  }));
  return {
    ...bars(question, rows, {
      title: language.t('resp.monthsTitle'),
      subtitle: language.t('resp.monthsSub', words),
      heading: language.t('column.period'),
      counted: words.metric,
      sort: 'given',
    }),
    table: () => ({
      columns: [
        { label: language.t('column.period'), kind: 'text' },
        { label: words.metric, kind: 'count' },
      ],
      rows: rows.map(({ key, value }) => [key, value]),
    }),
    open: ({ row = '' }) => ({
      title: periodText(row, language.locale),
      metric: VISITS,
      period: row,
      selection: question.selection,
    }),
  };
};

/** Sites and honours of one kind and level, member by member: each kind at each level stands alone. */
export const sites: Figure = (reader, ask) => {
  const { cube, language, route } = reader;
  const { t, locale } = language;
  const spec = metricById(SITES);
  const [kinds, levels] = [valuesOf('site_honour', 'kind'), valuesOf('site_honour', 'level')];
  const { period } = asking(reader, ask, SITES).question;
  const options = rollUp(cube, { metric: SITES, periods: [period], ...selectionOf(ask), by: ['category'] })
    .filter(({ numerator }) => numerator > 0)
    .map(({ category = '' }) => {
      const { kind = '', level = '' } = categoryParts(spec, category);
      const at = level === '' ? valueText('', locale) : t(`resp.level.${level}` as MessageKey);
      const place = kinds.indexOf(kind) * levels.length + levels.indexOf(level);
      return { value: category, label: `${valueText(kind, locale)} · ${at}`, place };
    })
    .sort((a, b) => a.place - b.place);
  const chosen = options.find(({ value }) => value === route.get('site')) ?? options[0];
  if (!chosen) return null;
  const asked = asking(reader, { ...ask, categories: [chosen.value] }, SITES);
  const registered = total(cube, { metric: 'party_org_count', periods: [period], ...selectionOf(ask) });
  return boundedBars(reader, asked, ask.by, {
    title: chosen.label,
    subtitle: t('resp.sitesSub', asked.named),
    beside: registered ? t('resp.sitesBeside', { count: countText(registered.numerator) }) : '',
    choice: options.length < 2 ? undefined : { key: 'site', title: t('resp.sites'), options, chosen: chosen.value },
  });
};
