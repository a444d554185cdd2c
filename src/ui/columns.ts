import type { Label } from '../domain';
import { TABLES } from '../model';
import type { ColumnKind } from '../share';
import type { Language } from '../state';

/** Columns of a population that the panel already says in other words, or that mean nothing to a reader. */
const HIDDEN = new Set(['numerator', 'denominator', 'category', 'file_id', 'source_row', 'domain', 'in_scope']);

const OWN: Readonly<Record<string, Label>> = {
  zone: { zh: '园区', en: 'Zone' },
  committee: { zh: '党委', en: 'Committee' },
  period: { zh: '统计日', en: 'Date' },
  scheme: { zh: '评定办法', en: 'Scheme' },
  awarding: { zh: '评定层级', en: 'Awarded by' },
  status: { zh: '参评情况', en: 'Status' },
  previous_level: { zh: '上期星级', en: 'Level before' },
  version: { zh: '标准版本', en: 'Standard version' },
  previous_rank: { zh: '上期等次序', en: 'Rank before' },
  scorer: { zh: '评分方', en: 'Source' },
  score: { zh: '评分', en: 'Score' },
  criterion: { zh: '规范化条目', en: 'Criterion' },
  met: { zh: '是否达标', en: 'Met' },
  appraised: { zh: '已考核', en: 'Appraised' },
  due: { zh: '整改时限（含延期）', en: 'Due, extensions counted' },
  days_over: { zh: '逾期天数', en: 'Days overdue' },
  days: { zh: '历时（天）', en: 'Days' },
  item_status: { zh: '整改状态', en: 'Status' },
  subject: { zh: '对象', en: 'About' },
  table_id: { zh: '表', en: 'Table' },
  missing: { zh: '缺项', en: 'Missing' },
  group_name: { zh: '党小组', en: 'Group' },
  months: { zh: '报送月数', en: 'Months reported' },
  times_owed: { zh: '应开次数', en: 'Times owed' },
  items_due: { zh: '应开项数', en: 'Items due' },
  lacks_general: { zh: '党员大会未开足', en: 'Members’ meetings lacked' },
  lacks_committee: { zh: '支委会未开足', en: 'Branch committees lacked' },
  lacks_group: { zh: '党小组会未开足', en: 'Group meetings lacked' },
  lacks_lecture: { zh: '党课未开足', en: 'Lectures lacked' },
  event: { zh: '变动', en: 'Event' },
  event_date: { zh: '日期', en: 'Date' },
  star: { zh: '单项星', en: 'Star' },
  won: { zh: '获得', en: 'Won' },
  state: { zh: '状态', en: 'State' },
  learners: { zh: '对象', en: 'Who' },
  file: { zh: '文件', en: 'File' },
  row: { zh: '第几行', en: 'Record' },
};

const MODEL: ReadonlyMap<string, Label> = new Map(
  TABLES.flatMap((table) => table.columns.map((column) => [column.id, column.label] as const)),
);

/** The columns of a drill-through worth showing: the names first, then what the row says. */
export function shownColumns(columns: readonly string[]): string[] {
  const kept = columns.filter((column) => !HIDDEN.has(column));
  const place = ['zone', 'committee', 'period'];
  const keys = kept.filter((column) => !place.includes(column));
  const [name, ...rest] = keys;
  return [...(name === undefined ? [] : [name]), ...place.filter((column) => kept.includes(column)), ...rest];
}

/** Columns whose values are texts though they may look like numbers or days: codes keep their digits. */
const TEXTS: ReadonlySet<string> = new Set(
  TABLES.flatMap((table) =>
    table.columns.flatMap(({ id, type }) => (type === 'code' || type === 'text' || type === 'enum' ? [id] : [])),
  ),
);

/** How the values of a column are written in a file. */
export const columnKind = (column: string): ColumnKind => (TEXTS.has(column) ? 'text' : 'value');

/** The name of a column in the interface language. */
export function columnLabel(column: string, language: Language): string {
  const label = OWN[column] ?? MODEL.get(column);
  return label ? language.of(label) : column;
}
