import {
  countText,
  dimensionsOf,
  joinNames,
  memberId,
  memberKey,
  memberNoun,
  periodText,
  selectionOf,
  valueText,
} from '../../brief';
import { type StatusGroup, statusGrid } from '../../charts';
import { cellsOf, rollUp, total } from '../../cube';
import { type CompareBy, type Period, contains, grainOf, lastDay, toGrain } from '../../domain';
import { valuesOf } from '../../model';
import { asking } from '../../ui/figures/asking';
import { ofMember, rowsOf } from '../../ui/figures/drilling';
import type { Figure, Reader } from '../../ui/figures/figure';

const METRIC = 'dispatch_execution_rate';
/** Acts of the rhythm in the order of the table of work records: month, quarter, half-year. */
const ACTS = valuesOf('work_record', 'record_type');

/** A period inside its year: 3 月, 一季度, 上半年. */
function shortText(period: Period, { t }: Reader['language']): string {
  const nth = String(Number(period.slice(5).replace(/^[QH]/u, '')));
  if (grainOf(period) === 'half') return t(nth === '1' ? 'life.firstHalf' : 'life.secondHalf');
  return t(grainOf(period) === 'quarter' ? 'life.quarter' : 'life.month', { n: nth });
}

/** The rhythm of the year in which the period lies: every act in every time it was due, done or not, member by member. */
export const rhythm: Figure = (reader, asked) => {
  const { cube, nameOf, language, filters } = reader;
  const { t, locale } = language;
  const year = toGrain(lastDay(asked.period), 'year');
  const by: CompareBy = asked.by === 'committee' ? 'committee' : 'zone';
  // The field of a committee says nothing about its rhythm.
  const ask = { ...asked, domains: [], by };
  const { question, named } = asking(reader, ask, METRIC, year);
  const at = { metric: METRIC, ...selectionOf(ask) };
  const whole = total(cube, { ...at, periods: [year] });
  const stored = cellsOf(cube, METRIC).filter(
    (cell) => contains(year, cell.period) && filters.zones.includes(cell.zone),
  );
  const slots = ACTS.map((act) => ({
    act,
    label: valueText(act, locale),
    periods: [...new Set(stored.filter(({ category }) => category === act).map(({ period }) => period))].sort(),
  })).filter(({ periods }) => periods.length > 0);
  const rows = rollUp(cube, { ...at, periods: [year], by: dimensionsOf(by) })
    .map((group) => memberKey(group, by))
    .map((member) => ({ key: memberId(member), label: nameOf(member), member }))
    .sort((a, b) => a.label.localeCompare(b.label, 'zh'));
  if (!whole?.denominator || rows.length === 0) return null;
  const groups = slots.map(({ act, label, periods }): StatusGroup => {
    const found = rollUp(cube, { ...at, periods, categories: [act], by: [...dimensionsOf(by), 'period'] });
    return {
      key: act,
      label,
      columns: periods.map((period) => ({ key: period, label: shortText(period, language) })),
      cells: rows.map(({ key }) =>
        periods.map(
          (period) => found.find((group) => group.period === period && memberId(memberKey(group, by)) === key) ?? null,
        ),
      ),
    };
  });
  const silent = filters.zones.filter((zone) => !stored.some((cell) => cell.zone === zone));
  const names = joinNames(
    silent.map((zone) => nameOf({ zone })),
    locale,
  );
  const values = { year: periodText(year, locale), member: memberNoun('zone', locale) };
  return {
    question,
    title: t('life.rhythmTitle', { due: countText(whole.denominator), done: countText(whole.numerator) }),
    subtitle: language.joined('sentences', [
      t(by === 'committee' ? 'life.rhythmSubOne' : 'life.rhythmSubMany', values),
      names === '' || by === 'committee' ? '' : t('life.rhythmRest', { names }),
    ]),
    draw: (setting) => statusGrid({ ...setting, rows, groups, periodName: (period) => periodText(period, locale) }),
    table: () => ({
      columns: [
        { label: named.member, kind: 'text' },
        ...groups.flatMap(({ label, columns }) =>
          columns.flatMap((column) => [
            { label: `${label} ${column.label} ${t('column.numerator')}`, kind: 'count' as const },
            { label: `${label} ${column.label} ${t('column.denominator')}`, kind: 'count' as const },
          ]),
        ),
      ],
      rows: rows.map(({ label }, nth) => [
        label,
        ...groups.flatMap(({ cells }) =>
          (cells[nth] ?? []).flatMap((cell) => (cell ? [cell.numerator, cell.denominator] : [null, null])),
        ),
      ]),
    }),
    keys: rows.map(({ key }) => key),
    open: ({ row, column }) => {
      const found = rows.find(({ key }) => key === row);
      if (!found) return null;
      const own = ofMember(found.member);
      const [act, period] = column?.split('/') ?? [];
      if (act !== undefined)
        return rowsOf({ ...question, period: period ?? year }, [found.label, valueText(act, locale)], {
          ...own,
          categories: [act],
        });
      // The acts stand side by side; their sum is no figure of this table.
      const target = rowsOf(question, [found.label], own);
      return {
        ...target,
        apart: slots.map((slot) => ({
          label: slot.label,
          selection: { ...target.selection, categories: [slot.act] },
        })),
      };
    },
  };
};
