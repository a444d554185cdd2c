import type { FileReport } from '../../ingest';
import { tableById } from '../../model';
import type { Language } from '../../state';

type View = FileReport['tables'][number]['view'];
const SHOWN = 3;

function headersOf(view: View, indexes: readonly number[], { t }: Language): string {
  const named = indexes.slice(0, SHOWN).map((index) => `“${view.start.header[index] ?? ''}”`);
  const headers = named.join('');
  return indexes.length > SHOWN ? t('nearest.more', { headers, count: indexes.length }) : headers;
}

const COUNT = /(?:数|数量|总量|人数|个数|次数|率|占比|比例)(?:[（(][^（）()]*[）)])?$/u;
/** A level, a grade, a kind of organisation or how far an item is, as the header of how many there are. */
const LEVEL =
  /^(?:[一二三四五1-5]星级?|优秀|良好|合格|基本合格|不合格|先进|后进|党工委|党委|党总支|党支部|已完成|整改中|未启动|长期坚持|已销号)$/u;
const isCount = (text: string): boolean => COUNT.test(text.trim()) || LEVEL.test(text.trim());
/** What the counts of each family speak of, and the table whose rows they are counted from. */
const FAMILIES: readonly (readonly [words: RegExp, table: string])[] = [
  [/责任书|责任状|应签|已签|签订/u, 'work_record'],
  [/整改|问题|销号/u, 'rectification'],
  [/三会一课|党课|支委会|党员大会|党小组会|主题党日|组织生活|民主评议/u, 'org_life'],
  [/换届|届满/u, 'party_org'],
  [/星级|评星|[一二三四五]星/u, 'star_count'],
  [/等次|优秀率|优秀[\s\S]*合格|定级|先进[\s\S]*后进/u, 'grade_count'],
  [/党支部|党总支|党委/u, 'party_org'],
];

/** The table whose rows a table of counts sums up; null where it holds none, or of nothing that is known. */
export function countedTable({ start, match }: Pick<View, 'start' | 'match'>): string | null {
  const named = start.header.filter(isCount);
  if (match.table !== null || named.length < 2) return null;
  const said = [...start.header, ...start.title].join(' ');
  return FAMILIES.find(([words]) => words.test(said))?.[1] ?? null;
}

/** What keeps a table from being known: the one it is most like, the column that lacks, the headers nobody knows. Empty where nothing does. */
export function nearestText(view: View, language: Language): string {
  const { nearest, table, fields } = view.match;
  const { t, of } = language;
  const counted = tableById(countedTable(view) ?? '');
  if (counted) {
    const at = view.start.header.flatMap((text, index) => (isCount(text) ? [index] : []));
    return t(counted.levelled ? 'nearest.levels' : 'nearest.counted', {
      headers: headersOf(view, at, language),
      table: of(counted.label),
    });
  }
  if (!nearest) {
    if (table !== null) return '';
    const filled = view.start.header.flatMap((text, index) => (text.trim() === '' ? [] : [index]));
    return filled.length === 0
      ? t('nearest.nothing')
      : t('nearest.none', { headers: headersOf(view, filled, language) });
  }
  const spec = tableById(nearest.table);
  if (!spec) return '';
  const names = nearest.missing.map(
    (id) => `“${of(spec.columns.find((column) => column.id === id)?.label ?? spec.label)}”`,
  );
  const about = {
    table: of(spec.label),
    missing: names.join('、'),
    headers: headersOf(view, nearest.unknown, language),
  };
  const isUnknown = nearest.unknown.length > 0;
  if (table !== null && fields.every((field) => field === null)) return t('waiting.emptyNote', about);
  if (table !== null) return t(isUnknown ? 'nearest.chosen' : 'nearest.chosenOnly', about);
  if (names.length === 0) return t('nearest.few', about);
  return t(isUnknown ? 'nearest.missing' : 'nearest.missingOnly', about);
}
