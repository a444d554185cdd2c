import type { TableSpec } from '../../domain';
import { lastDay } from '../../domain';
import { STAR_SCHEMES } from '../../model';
import { titleFacts } from '../cells';
import { normaliseHeader } from '../raw';

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

/**
 * What the lines above a table and the file's path say about all of its rows, as the cells would have been written.
 * Only columns the model allows to be given once for a file; nothing is guessed where the text does not say.
 */
export function fileLevelValues(
  table: TableSpec,
  titleLines: readonly string[],
  path: string,
  known: readonly KnownZone[],
): Record<string, string> {
  const name = path.replace(/\.[A-Za-z0-9]{1,5}$/u, '').replaceAll(/[\\/_]/gu, ' ');
  const fromTitle = titleFacts(titleLines);
  const fromName = titleFacts([name]);
  const title = normaliseHeader(titleLines.join(' '));
  // What was held has a day of its own, which says more than the year of a title.
  const dated = table.columns.some((column) => column.id === 'held_date');
  const found: Record<string, string | null> = {
    snapshot_date:
      fromTitle.asOf ??
      (fromTitle.period === null ? null : lastDay(fromTitle.period)) ??
      fromName.asOf ??
      (fromName.period === null ? null : lastDay(fromName.period)),
    cycle: fromTitle.year?.toString() ?? fromName.year?.toString() ?? null,
    batch: fromTitle.period ?? fromTitle.year?.toString() ?? fromName.period ?? fromName.year?.toString() ?? null,
    period: dated
      ? null
      : (fromTitle.period ?? fromTitle.year?.toString() ?? fromName.period ?? fromName.year?.toString() ?? null),
    zone_id: zoneIn(title, known) ?? zoneIn(name, known),
    scheme_id: schemeIn(`${title} ${name}`),
    awarding_level: BODIES.find(([pattern]) => pattern.test(title))?.[1] ?? null,
  };
  const allowed = table.columns.filter((column) => column.fileLevel === true).map((column) => column.id);
  return Object.fromEntries(
    Object.entries(found).filter((entry): entry is [string, string] => entry[1] !== null && allowed.includes(entry[0])),
  );
}
