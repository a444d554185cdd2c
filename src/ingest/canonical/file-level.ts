import type { TableSpec } from '../../domain';
import { STAR_SCHEMES } from '../../model';
import { fileWords, folderWords } from '../cells';
import { normaliseHeader } from '../raw';
import { type Around, type Said, periodsSaid, yearSaid } from './as-of';

/** A zone that is already known, to be recognised in titles and file names. */
export interface KnownZone {
  readonly id: string;
  readonly name: string;
}

const ZONE_WORD =
  /[\p{Script=Han}]{2,14}?(?:高新技术产业开发区|经济技术开发区|高新区|经开区|开发区|工业园区|产业园区|产业园|保税区|园区)/u;
const NOT_A_NAME = /^(?:全部|各|本|所属|所在|我)/u;

/** The zone a text speaks of: a known one by its name or id, else the first name that ends like a zone's. Null when there is none. */
export function zoneIn(text: string, known: readonly KnownZone[]): string | null {
  const folded = normaliseHeader(text);
  const hits = known.filter((zone) => zone.name !== '' && folded.includes(normaliseHeader(zone.name)));
  const longest = hits.sort((a, b) => b.name.length - a.name.length)[0];
  if (longest) return longest.id;
  const found = ZONE_WORD.exec(folded)?.[0];
  return found === undefined || NOT_A_NAME.test(found) ? null : found;
}

const BODIES: readonly (readonly [RegExp, string])[] = [
  [/省委|全省|省级/u, '省'],
  [/市委|全市|市级/u, '市'],
  [/园区级|开发区级|(?:高新区|经开区)(?:级|党工委评)/u, '园区'],
  [/区委|区级/u, '区'],
];

const schemeIn = (text: string): string | null =>
  STAR_SCHEMES.find((scheme) => text.includes(scheme.id) || text.includes(normaliseHeader(scheme.label.zh)))?.id ??
  null;

/** What is said once for all rows of a table, and what other places say that did not decide. */
export interface FileLevel {
  readonly values: Readonly<Record<string, string>>;
  /** Places that name another day for a snapshot than the one that decided. */
  readonly otherDays: readonly Said[];
}

/**
 * What the lines around a table, its sheet and the file's path say about all of its rows, as the cells would have been
 * written. Only columns the model allows to be given once for a file; nothing is guessed where no text says it.
 */
export function fileLevelValues(table: TableSpec, around: Around, known: readonly KnownZone[]): FileLevel {
  const lines = [...around.title, ...around.notes];
  const name = `${folderWords(around.path)} ${fileWords(around.path)}`;
  const title = normaliseHeader(lines.join(' '));
  const said = periodsSaid(around);
  const [decides] = said;
  const period = said.find((one) => one.period !== null)?.period ?? yearSaid(around)?.toString() ?? null;
  // What was held has a day of its own, which says more than the year of a title.
  const dated = table.columns.some((column) => column.id === 'held_date');
  const found: Record<string, string | null> = {
    snapshot_date: decides?.day ?? null,
    cycle: yearSaid(around)?.toString() ?? null,
    batch: period,
    period: dated ? null : period,
    zone_id: zoneIn(title, known) ?? zoneIn(name, known),
    scheme_id: schemeIn(`${title} ${name}`),
    awarding_level: BODIES.find(([pattern]) => pattern.test(title))?.[1] ?? null,
  };
  const allowed = table.columns.filter((column) => column.fileLevel === true).map((column) => column.id);
  const values = Object.fromEntries(
    Object.entries(found).filter((entry): entry is [string, string] => entry[1] !== null && allowed.includes(entry[0])),
  );
  const otherDays = allowed.includes('snapshot_date') ? said.filter(({ day }) => day !== decides?.day) : [];
  return { values, otherDays };
}
