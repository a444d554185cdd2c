import { type TableSpec, contains, grainOf } from '../../domain';
import { STAR_SCHEMES, TYPE_WORDS, namesAlone, zoneInTexts, zoneNameOf } from '../../model';
import { fileWords, folderWords } from '../cells';
import type { HeaderMatch } from '../match';
import { normaliseHeader } from '../raw';
import { type Around, type Said, cutOffSaid, periodsSaid, yearSaid } from './as-of';
import { isOfSome } from './some-only';

/** A zone that is already known, to be recognised in titles and file names. */
export interface KnownZone {
  readonly id: string;
  readonly name: string;
  /** Written in rows of other files; no register has it. */
  readonly seen?: boolean;
}

/** The lines above a table, those below it, its sheet and its file: what stands first is asked first for the zone. */
export function placesOf({ title, above = [], notes, sheet, path }: Around): string[] {
  return [...title, ...notes, sheet ?? '', ...above, fileWords(path), folderWords(path)];
}

/** The place of a known zone (望海), where a text names one and no other. */
function knownPlace(texts: readonly string[], known: readonly KnownZone[]): string | null {
  const places = [...new Set(known.map(({ name }) => zoneNameOf(name).place))].filter((place) => place.length >= 2);
  const named = texts.map((text) => places.filter((place) => text.includes(place))).find((found) => found.length > 0);
  const [only, ...more] = (named ?? []).filter(
    (place, _, all) => !all.some((other) => other !== place && other.includes(place)),
  );
  return only === undefined || more.length > 0 ? null : (typedIn(texts, only) ?? only);
}

/** The place with the short word of its type that a text writes after it: 望海高新. */
function typedIn(texts: readonly string[], place: string): string | null {
  const rest = texts.flatMap((text) => (text.includes(place) ? [text.slice(text.indexOf(place) + place.length)] : []));
  const word = TYPE_WORDS.find((one) => namesAlone(one.family) && rest.some((text) => text.startsWith(one.word)))?.word;
  return word === undefined ? null : `${place}${word}`;
}

/**
 * The zone that texts speak of, as they write it: one of the register by its name, else the first name that ends like a zone's,
 * else the place of a known zone. Null when there is none.
 */
export function zoneIn(texts: readonly string[], known: readonly KnownZone[]): string | null {
  const folded = texts.map(normaliseHeader);
  for (const text of folded) {
    const hits = known.filter(({ name, seen }) => seen !== true && name !== '' && text.includes(normaliseHeader(name)));
    const longest = hits.sort((a, b) => b.name.length - a.name.length)[0];
    if (longest) return longest.id;
  }
  return zoneInTexts(texts) ?? knownPlace(folded, known);
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

/** A cycle of rating or appraising is a year or a part of it; a month beside it is when the list was drawn up. */
const cycleOf = (period: string | null): string | null =>
  period !== null && ['quarter', 'half'].includes(grainOf(period)) ? period : null;

/** The name of a letter, from behind what says whose and of when it is. */
const LETTER =
  /(?:^|[^\p{Script=Han}]|年度?|[区园县级]|[党工]委)((?:(?![年区园县级委])\p{Script=Han}){2,12}(?:责任书|责任状))/gu;

/** The letter that all rows are about: 安全生产责任书. Null where no text names one, names several, or only says that they are letters (目标责任书). */
function letterIn(texts: readonly string[]): string | null {
  for (const text of texts) {
    const named = [...text.matchAll(LETTER)].flatMap(([, letter = '']) =>
      /^(?:签订|目标)*责任/u.test(letter) ? [] : [letter],
    );
    if (named.length > 0) return new Set(named).size === 1 ? (named[0] ?? null) : null;
  }
  return null;
}

/** What is said once for all rows of a table, and what other places say that did not decide. */
export interface FileLevel {
  readonly values: Readonly<Record<string, string>>;
  /** What is to be told of the day of a snapshot: places that name another than the one that decided, and the day of filling in where only that stands. */
  readonly otherDays: readonly Said[];
}

/**
 * What the lines around a table, its sheet and the file's path say about all of its rows, as the cells would have been
 * written, with what its header means. Only columns the model allows to be given once for a file; nothing is guessed where no text says it.
 */
export function fileLevelValues(
  table: TableSpec,
  around: Around,
  known: readonly KnownZone[],
  { fields }: Pick<HeaderMatch, 'fields'>,
): FileLevel {
  const lines = [...around.title, ...around.notes];
  const name = `${folderWords(around.path)} ${fileWords(around.path)}`;
  const title = normaliseHeader(lines.join(' '));
  const said = periodsSaid(around);
  const [decides] = said;
  // Months together that are no period (1-9月) are not the year they lie in either: then it is asked.
  const [named] = said.filter((one) => one.period !== null || one.together);
  const period = named ? named.period : (yearSaid(around)?.toString() ?? null);
  // A meeting with a day of its own is not held in all of the year of a title.
  const dated = fields.includes('held_date');
  const some = table.columns.find((column) => column.some !== undefined)?.some;
  const found: Record<string, string | null> = {
    snapshot_date: decides?.day ?? null,
    cut_off: cutOffSaid(around),
    cycle: cycleOf(named?.period ?? null) ?? yearSaid(around)?.toString() ?? null,
    batch: period,
    period: dated ? null : period,
    partial: some && isOfSome(some, [...around.title, around.sheet ?? '', fileWords(around.path)]) ? '是' : null,
    zone_id: zoneIn(placesOf(around), known),
    scheme_id: schemeIn(`${title} ${name}`),
    letter_type: letterIn([...lines, around.sheet ?? '', fileWords(around.path), folderWords(around.path)]),
    awarding_level: BODIES.find(([pattern]) => pattern.test(title))?.[1] ?? null,
  };
  const allowed = table.columns.filter((column) => column.fileLevel === true).map((column) => column.id);
  const values = Object.fromEntries(
    Object.entries(found).filter((entry): entry is [string, string] => entry[1] !== null && allowed.includes(entry[0])),
  );
  // A year in which the day lies says nothing else.
  const agrees = ({ day, period: of }: Said): boolean =>
    day === decides?.day || (of !== null && grainOf(of) === 'year' && contains(of, decides?.day ?? day));
  const told = said.filter((one) => !agrees(one) || (one.place === 'filled-in' && one === decides));
  const otherDays = allowed.includes('snapshot_date') ? told : [];
  return { values, otherDays };
}
