import type { ColumnSpec, TableSpec } from '../../domain';
import { headerKey } from './header-key';

/** Shorter words (市级, 检查) occur in titles without meaning a value. */
const LEAST_WORD = 3;

interface Word {
  readonly id: string;
  readonly key: string;
  readonly broad: boolean;
}

/** The columns a file may state once in words of a closed list. The level of an honour is written in every other name. */
function stateable(table: TableSpec): ColumnSpec[] {
  return table.columns.filter((column) => column.fileLevel === true && column.type === 'enum' && column.id !== 'level');
}

/** The words of a column, the longest first: worked out once. */
const known = new WeakMap<ColumnSpec, readonly Word[]>();

function wordsOf(column: ColumnSpec): readonly Word[] {
  const found = known.get(column) ?? madeWords(column);
  known.set(column, found);
  return found;
}

function madeWords(column: ColumnSpec): Word[] {
  const words = (column.values ?? []).flatMap(({ id, synonyms = [], broad = false }) =>
    [id, ...synonyms].map((word) => ({ id, key: headerKey(word), broad })),
  );
  const said = words.filter(({ key }) => key.length >= LEAST_WORD && /\p{Script=Han}/u.test(key));
  return said.sort((a, b) => b.key.length - a.key.length);
}

/** The one value whose words stand in the text; null for none and for several. A word inside a longer word does not count. */
function only(column: ColumnSpec, text: string): string | null {
  let rest = text;
  const found = new Set<string>();
  for (const { id, key, broad } of wordsOf(column)) {
    if (!rest.includes(key)) continue;
    if (!broad) found.add(id);
    rest = rest.replaceAll(key, '|');
  }
  const [value = null] = found;
  return found.size === 1 ? value : null;
}

/**
 * Values that the title or a header states for every row: 社会组织名称 says what kind the units are, 主题党日开展情况 what was
 * held. Only for columns a file may state once, only where exactly one value is named.
 */
export function impliedValues(
  table: TableSpec,
  texts: readonly string[],
  taken: ReadonlySet<string>,
): Record<string, string> {
  const text = texts.map((line) => headerKey(line.slice(0, LONGEST))).join('|');
  const entries = stateable(table)
    .filter((column) => !taken.has(column.id))
    .map((column) => [column.id, only(column, text)] as const);
  return Object.fromEntries(entries.filter((entry): entry is readonly [string, string] => entry[1] !== null));
}

const LONGEST = 300;
