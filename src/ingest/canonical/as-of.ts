import { contains, firstDay, grainOf, lastDay, toGrain } from '../../domain';
import { type Stretch, type TitleFacts, fileWords, folderNames, stretchIn, titleFacts } from '../cells';

/** The texts around a table that may say which period it is of. */
export interface Around {
  readonly title: readonly string[];
  /** The lines over the first table of its sheet, where it is a further one. */
  readonly above?: readonly string[];
  readonly sheet: string | null;
  readonly path: string;
  readonly notes: readonly string[];
}

/** Where a period was found, the weightiest first: what stands higher decides. */
export const PRECEDENCE = [
  'row',
  'title-cut-off',
  'title',
  'sheet',
  'file-name',
  'folder',
  'footer',
  'filled-in',
] as const;

/** A place that may say which period a table is of. */
export type Place = (typeof PRECEDENCE)[number];

/** What one place says. */
export interface Said {
  readonly place: Place;
  readonly day: string;
  /** The period, where the place names one. */
  readonly period: string | null;
  /** Several months together are named that are no period. */
  readonly together: boolean;
}

/** Places that name what a table is of. */
const NAMING: ReadonlySet<Place> = new Set(['sheet', 'file-name', 'folder']);

type Facts = Pick<TitleFacts, 'year' | 'asOf' | 'period' | 'span' | 'together'>;

/** A period without its year in the latest year in which it had begun by that day. */
function begunBy(span: string, day: string): Stretch | null {
  const year = Number(toGrain(day, 'year'));
  const [own, before] = [year, year - 1].map((one) => stretchIn(span, one));
  return own && (own.period === null ? own.asOf : firstDay(own.period)) <= day ? own : (before ?? null);
}

/** The facts with the year that another place names, where they name a period without one. */
function completed(facts: Facts, years: readonly (number | null)[], filled: string | null): Facts {
  const { span } = facts;
  if (facts.asOf !== null || span === null) return facts;
  const year = [facts.year, ...years].find((one) => one !== null && one !== undefined);
  const stretch = year != null ? stretchIn(span, year) : filled === null ? null : begunBy(span, filled);
  return stretch === null ? facts : { ...facts, ...stretch, together: stretch.period === null };
}

/** What a sheet is called, else what its first table is headed with. */
function sheetFacts(sheet: string | null, above: readonly string[]): TitleFacts {
  const own = titleFacts(sheet === null ? [] : [sheet]);
  return own.asOf === null && own.period === null && own.span === null ? titleFacts(above) : own;
}

/** Everything that the texts around a table say about its period, in the order of {@link PRECEDENCE}. */
export function periodsSaid({ title, above = [], sheet, path, notes }: Around): Said[] {
  const own = titleFacts(title);
  const foot = titleFacts(notes);
  const filled = own.filled ?? foot.filled ?? (foot.period === null ? foot.day : null);
  const named = [
    ['title', own],
    ['sheet', sheetFacts(sheet, above)],
    ['file-name', titleFacts([fileWords(path)])],
    // From the outermost in: 2024年度/三季度.
    ['folder', titleFacts([folderNames(path).reverse().join(' ')])],
  ] as const;
  const said: Said[] = [];
  if (own.cutOff !== null)
    said.push({ place: 'title-cut-off', day: own.cutOff, period: own.period, together: own.together });
  const years = named.map(([, { year }]) => year);
  for (const [place, facts] of named) {
    const withoutCutOff = place === 'title' && own.cutOff !== null ? { ...facts, asOf: facts.day } : facts;
    const { asOf, period, together } = completed(withoutCutOff, years, filled);
    const day = asOf ?? (period === null ? null : lastDay(period));
    if (day !== null) said.push({ place, day, period, together });
  }
  const below = foot.cutOff ?? (foot.period === null ? null : lastDay(foot.period));
  if (below !== null) said.push({ place: 'footer', day: below, period: foot.period, together: foot.together });
  if (filled !== null) said.push({ place: 'filled-in', day: filled, period: null, together: false });
  return partFirst(said);
}

/** A place that names a year leaves it to the next ones which part of it a table is of: a book of a year has a sheet a quarter. */
function partFirst(said: readonly Said[]): Said[] {
  const [first, ...others] = said;
  if (!first?.period || first.place === 'title-cut-off' || grainOf(first.period) !== 'year') return [...said];
  const year = first.period;
  const part = others.find(
    ({ place, day, period }) =>
      NAMING.has(place) && contains(year, day) && (day < lastDay(year) || (period !== null && period !== year)),
  );
  return part ? [part, ...others.filter((one) => one !== part)] : [...said];
}

/** The year that the weightiest of the texts around a table names; null where it names several. */
export function yearSaid({ title, sheet, path, notes }: Around): number | null {
  const texts = [title, sheet === null ? [] : [sheet], [fileWords(path)], folderNames(path), notes];
  return texts.map((lines) => titleFacts(lines)).find(({ years }) => years.length > 0)?.year ?? null;
}

/**
 * The day up to which a list of what happened is kept: a stated cut-off, wherever it stands, else a day that stands above the table alone, else the
 * day of filling in. Null where none is named; a period (2024年上半年) says what the list is about, not when it was drawn up.
 */
export function cutOffSaid({ title, above = [], sheet, path, notes }: Around): string | null {
  const own = titleFacts(title);
  const foot = titleFacts(notes);
  const names = [[...above], sheet === null ? [] : [sheet], [fileWords(path)], notes].map((lines) => titleFacts(lines));
  const stated = [own, ...names].map(({ cutOff }) => cutOff).find((day) => day !== null);
  return stated ?? own.day ?? own.filled ?? foot.filled ?? foot.day;
}
