import { countText, joinNames, periodText, valueText } from '../../brief';
import { grainOf } from '../../domain';
import type { DrillRow } from '../../state';
import { asking } from '../../ui/figures/asking';
import { COMMITTEE, type List, ZONE, listOf, numberIn } from '../../ui/figures/lists';

const METRIC = 'all_meetings_compliance_rate';
/** The column that says how many items of each meeting a branch lacked. */
const LACKS = [
  ['党员大会', 'lacks_general'],
  ['支委会', 'lacks_committee'],
  ['党小组会', 'lacks_group'],
  ['党课', 'lacks_lecture'],
] as const;

const lacked = (row: DrillRow, column: string): number => numberIn(row, column) ?? 0;
const inAll = (row: DrillRow): number => LACKS.reduce((sum, [, column]) => sum + lacked(row, column), 0);

/** The branches that held too few meetings, those that lack most first; several quarters tell which. */
export const owing: List = (reader, ask) => {
  const quarter = grainOf(asking(reader, ask, METRIC).question.period) === 'quarter';
  return listOf(METRIC, 'rest', {
    id: 'owing',
    words: {
      title: quarter ? 'life.listTitle' : 'life.listTitleMany',
      subtitle: 'life.listSub',
      none: 'life.listNone',
    },
    columns: [
      { id: 'org_name', label: 'life.branch', wrap: true },
      {
        id: 'lacks',
        label: 'life.lacks',
        wrap: true,
        shown: (row, { t, locale }) =>
          joinNames(
            LACKS.filter(([, column]) => lacked(row, column) > 0).map(([activity, column]) =>
              t('life.item', { activity: valueText(activity, locale), count: countText(lacked(row, column)) }),
            ),
            locale,
          ),
      },
      ZONE,
      COMMITTEE,
      ...(quarter
        ? []
        : [
            {
              id: 'period',
              label: 'column.period' as const,
              shown: (row: DrillRow) => periodText(String(row.values.period), reader.language.locale),
            },
          ]),
      { id: 'items_due', label: 'life.due', number: true },
    ],
    order: (a, b) => inAll(b) - inAll(a),
  })(reader, ask);
};
