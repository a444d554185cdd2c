import type { TableSpec } from '../../domain';
import { TABLES } from '../../model';
import { parseCell } from '../cells';
import { headerKey, tiersOf } from './header-key';
import type { PeriodColumn, UnpivotPlan } from './unpivot-plan';
import { madeMeanings, meaningsOf } from './vocabulary';

/*
 * Counts of several kinds side by side (非公企业 总数 | 已建 | 社会组织 总数 | 已建): each kind becomes a row.
 */

/** Words over columns that add up what stands under the kinds. */
const TOTAL = /^(?:合计|总计|小计|共计|两新组织?合?计?|两新组织总体)$/u;
/** Kinds that are no part of these counts; what is counted of them goes nowhere. */
const OTHER_KINDS = '';
const OTHER_KIND = /国有|国企|(?<!非)公有|集体|央企|机关|事业单位|农村|学校/u;
/** What is left of a header that says its kind and how many: 非公企业总数, 社会组织（家）. */
const HOW_MANY = /^(?:\((?:家|个|户)\)|总?数量?|个数|户数|家数|总量|合计)?$/u;

/** The table that holds such counts, and its column of kinds. */
const COUNTS = TABLES.find(({ id }) => id === 'coverage_count');
const KINDS = COUNTS?.columns.find(({ id }) => id === 'unit_kind');

const measureOf = (key: string): string | undefined =>
  [...meaningsOf(key), ...madeMeanings(key)].find((meaning) => meaning.table === COUNTS)?.column.id;

/** The words for each kind, the longest first; enterprises beside social organisations are those of the kind, also where nothing says whose they are. */
const WORDS = [
  ...(KINDS?.values ?? []).flatMap(({ id, synonyms = [] }) =>
    [id, ...synonyms].map((word) => ({ id, key: headerKey(word) })),
  ),
  { id: '非公企业', key: '企业' },
]
  .filter(({ key }) => key !== '')
  .sort((a, b) => b.key.length - a.key.length);

/** The one kind that a text names, and the text without it; null where it names none or several. */
function kindIn(key: string): { readonly kind: string; readonly rest: string } | null {
  const named = WORDS.filter((word) => key.includes(word.key));
  const [longest] = named;
  if (!longest || named.some(({ id }) => id !== longest.id)) return null;
  return { kind: longest.id, rest: key.replace(longest.key, '') };
}

/** The kind and the measure a header says; the kind is null where it says a measure alone, '' where it says the sum of the kinds or another one. */
function readHeader(header: string): { readonly kind: string | null; readonly column: string } | null {
  const tiers = tiersOf(header).map((tier) => headerKey(tier).replace(/^其中:?/u, ''));
  const [above = '', below] = [tiers.slice(0, -1).join(''), tiers.at(-1) ?? ''];
  if (OTHER_KIND.test(above + below)) return { kind: '', column: OTHER_KINDS };
  const whole = KINDS && parseCell(KINDS, above);
  const own = whole?.state === 'value' ? { kind: String(whole.value), rest: below } : kindIn(above + below);
  if (own === null) {
    const measure = measureOf(below);
    return measure === undefined ? null : { kind: TOTAL.test(above) ? '' : null, column: measure };
  }
  const measure = HOW_MANY.test(own.rest) ? 'units' : measureOf(own.rest);
  return measure === undefined ? null : { kind: own.kind, column: measure };
}

/**
 * The plan of a table whose counts stand once for each kind; null where it has fewer than two kinds with the same counts. A count without a
 * kind that is repeated is of the kind before it. Sums of the kinds are worked out again and not read.
 */
export function kindGroupsPlan(header: readonly string[], table: TableSpec | null): UnpivotPlan | null {
  if (!KINDS || table !== COUNTS) return null;
  const kinds = KINDS.id;
  const read = header.map(readHeader);
  const times = (column: string): number => read.filter((one) => one?.column === column).length;
  let last: string | null = null;
  const said = read.map((one) => {
    if (one?.kind != null) last = one.kind;
    const kind = one?.kind ?? (one && times(one.column) > 1 ? last : null);
    return one && kind !== null ? { kind, column: one.column } : null;
  });
  const groups = new Map<string, string[]>();
  for (const one of said)
    if (one && one.kind !== '') groups.set(one.kind, [...(groups.get(one.kind) ?? []), one.column]);
  const sets = [...groups.values()];
  const [first = []] = sets;
  const alike = sets.every((set) => new Set(set).size === set.length && first.every((column) => set.includes(column)));
  if (groups.size < 2 || first.length < 2 || !alike) return null;
  const periodColumns = said.flatMap((one, index): PeriodColumn[] =>
    one === null || one.kind === ''
      ? []
      : [{ index, written: null, column: one.column, constants: { [kinds]: one.kind } }],
  );
  // A count of all kinds together would stand in the row of each.
  const idColumns = header.flatMap((_, index) => (read[index] === null ? [index] : []));
  return { idColumns, periodColumns, periodColumn: null, valueColumn: null, evidence: new Set(first).size };
}

/**
 * The columns that only together say how many units there are, where the other counts are of all kinds (非公企业总数 | 社会组织总数 | 已建数);
 * none where one column says it, or the other counts are by kind, too.
 */
export function unitsByKind(header: readonly string[]): number[] {
  const read = header.map(readHeader);
  const counted = (COUNTS?.columns ?? []).filter(({ required }) => required === 'counted').map(({ id }) => id);
  const byKind = read.flatMap((one, at) => (one?.kind != null && one.kind !== '' ? [{ ...one, at }] : []));
  const alone = byKind.length >= 2 && new Set(byKind.map(({ kind }) => kind)).size === byKind.length;
  const all = read.filter((one) => one !== null && (one.kind === null || one.kind === ''));
  // A count written once for each kind is no count of all.
  const once = new Set(all.map((one) => one?.column)).size === all.length;
  const isOnly =
    byKind.every(({ column }) => column === 'units') &&
    !all.some((one) => one?.column === 'units' || one?.column === OTHER_KINDS);
  return alone && once && isOnly && all.some((one) => counted.includes(one?.column ?? ''))
    ? byKind.map(({ at }) => at)
    : [];
}
