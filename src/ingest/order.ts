import { tableById } from '../model';
import { type KnownZone, placesOf, zoneIn } from './canonical/file-level';
import { headerSignature } from './match';
import type { FileReport } from './report';
import type { FileChoices, KnownMatches } from './stage';

const NUMBER = /(\d+)/u;

/** Names in the same order on every machine: runs of digits by their number, everything else by code point. */
export function byName(a: string, b: string): number {
  const [one, other] = [a, b].map((name) => name.replace(/\.[A-Za-z0-9]{1,5}$/u, '').split(NUMBER));
  for (let at = 0; at < Math.max(one?.length ?? 0, other?.length ?? 0); at += 1) {
    const [left, right] = [one?.[at], other?.[at]];
    if (left === undefined || right === undefined) return left === undefined ? -1 : 1;
    const gap = at % 2 === 1 ? Number(left) - Number(right) : 0;
    if (gap !== 0) return gap;
    if (left !== right) return left < right ? -1 : 1;
  }
  return a === b ? 0 : a < b ? -1 : 1;
}

const REGISTER =
  /(?:^|[^a-z])zones?(?:[^a-z]|$)|(?:开发区|高新区|经开区|园区|功能区)(?:基本)?(?:情况|信息)?(?:名册|名录|名单|一览|清单)/iu;

/**
 * Order for reading: files that are called a register of zones first, the others by name. It is a guess that saves reading
 * again; {@link readsOtherwise} tells where it was wrong.
 */
export function byReading(a: string, b: string): number {
  return Number(REGISTER.test(b)) - Number(REGISTER.test(a)) || byName(a, b);
}

/** What a title, a sheet or a file's name may say of the zone of a whole table. */
function zonesSaid({ path, tables }: FileReport, known: readonly KnownZone[]): string {
  const asked = tables.filter(({ table, view }) => {
    const column = table === null ? undefined : tableById(table)?.columns.find(({ id }) => id === 'zone_id');
    return column?.fileLevel === true && !view.match.fields.includes('zone_id');
  });
  return asked
    .map(({ view: { start, summary } }) => {
      const texts = placesOf({ title: start.title, sheet: start.sheet, path, notes: summary.notes });
      return zoneIn(texts, known) ?? '';
    })
    .join('\n');
}

/** Whether a file read while only some zones were known would be read otherwise now. */
export function readsOtherwise(report: FileReport, before: readonly KnownZone[], now: readonly KnownZone[]): boolean {
  return before !== now && zonesSaid(report, before) !== zonesSaid(report, now);
}

const ORDERED_TABLES: readonly (string | null)[] = ['rule_version', 'metric_target'];

/** Whether a file says which rules or targets hold: the last that speaks of one is followed. */
const speaksOfRules = ({ tables }: FileReport): boolean => tables.some(({ table }) => ORDERED_TABLES.includes(table));

/**
 * Whether two files that have rows in common, or speak of rules, were read in another order than that of their names;
 * `shared` are the numbers of files with rows in common, two by two.
 */
export function isOutOfOrder(reports: readonly FileReport[], shared: readonly (readonly [number, number])[]): boolean {
  const paths = new Map(reports.map(({ id, path }) => [id, path]));
  const rules = reports.filter(speaksOfRules).map(({ id }) => id);
  const pairs = [...shared, ...rules.flatMap((one) => rules.map((other) => [one, other] as const))];
  return pairs.some(([one, other]) => {
    const [first, second] = one < other ? [one, other] : [other, one];
    return byName(paths.get(first) ?? '', paths.get(second) ?? '') > 0;
  });
}

/** What a file was read by: its own decisions, on top of those that were followed for its headers. */
export function readBy({ choices, tables }: FileReport, matches: KnownMatches): FileChoices {
  const merged = tables.flatMap(({ view }, at) => {
    const { given: _given, zones: _zones, ...kept } = matches[headerSignature(view.start.header)] ?? {};
    const own = { ...kept, ...choices.tables?.[at] };
    const choice = { ...own, ...(view.filledIn && { fileLevel: { ...view.filledIn, ...own.fileLevel } }) };
    return Object.keys(choice).length === 0 ? [] : [[at, choice] as const];
  });
  const { tables: _, ...rest } = choices;
  return { ...rest, ...(merged.length > 0 && { tables: Object.fromEntries(merged) }) };
}
