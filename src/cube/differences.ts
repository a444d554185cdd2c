import type { RuleVersion } from '../domain';
import { byText, groupedBy } from '../domain';
import type { Cell } from './cell';
import type { Cube } from './cube';
import { figureText } from './fingerprint';

/** What a cube says in one place: x/n, x for a count, '' where what was reported does not say it; several where cells are doubled, none where it says nothing. */
export type Figure = readonly string[];

/** A place in which two cubes differ. */
export interface Apart {
  readonly cell: Omit<Cell, 'numerator' | 'denominator' | 'silent'>;
  readonly there: Figure;
  readonly here: Figure;
}

/** In what two cubes differ of all that their fingerprints are of. */
export interface Differences {
  /** The days they are as of; null where they are the same. */
  readonly asOf: readonly [there: string | null, here: string | null] | null;
  /** Ids of the rules of which other versions are in force. */
  readonly rules: readonly string[];
  /** Metrics that were counted by other definitions. */
  readonly definitions: readonly string[];
  readonly cells: readonly Apart[];
}

const placeOf = ({ metric, zone, period, committee, domain, category, counted }: Cell): string =>
  JSON.stringify([metric, zone, period, committee, domain, category, counted === true]);

const figureOf = ({ numerator, denominator, silent }: Cell): string => {
  if (silent) return '';
  return denominator === null ? figureText(numerator) : `${figureText(numerator)}/${figureText(denominator)}`;
};

/** The versions of each rule, whatever their order. */
const versionsOf = (rules: readonly RuleVersion[]): Map<string, string> =>
  new Map(
    [...groupedBy(rules, ({ ruleId }) => ruleId)].map(([id, own]) => [
      id,
      own
        .map(({ value, validFrom, validTo }) => JSON.stringify([value, validFrom, validTo]))
        .sort()
        .join('\n'),
    ]),
  );

/** The keys of which two maps do not hold the same, in their order. */
const unlike = <Value>(there: ReadonlyMap<string, Value>, here: ReadonlyMap<string, Value>): string[] =>
  [...new Set([...there.keys(), ...here.keys()])].filter((key) => there.get(key) !== here.get(key)).sort(byText);

/** In what a cube differs from what was worked out here: nothing exactly where their fingerprints are equal. */
export function differencesBetween(there: Cube, here: Cube): Differences {
  const [its, own] = [there, here].map(({ cells }) => groupedBy(cells, placeOf));
  const texts = (cells: readonly Cell[] = []): Figure => cells.map(figureOf).sort();
  const places = [...new Set([...(its?.keys() ?? []), ...(own?.keys() ?? [])])].sort(byText);
  const cells = places.flatMap((place): Apart[] => {
    const [a = [], b = []] = [its?.get(place), own?.get(place)];
    const [cell] = [...a, ...b];
    const [theirs, ours] = [texts(a), texts(b)];
    if (!cell || theirs.join(' ') === ours.join(' ')) return [];
    const { numerator: _n, denominator: _d, silent: _s, ...key } = cell;
    return [{ cell: key, there: theirs, here: ours }];
  });
  // What a metric without cells is counted by is in no figure.
  const metrics = new Set([...there.cells, ...here.cells].map(({ metric }) => metric));
  const definitionsOf = ({ definitions = {} }: Cube): Map<string, string> =>
    new Map([...metrics].map((metric) => [metric, definitions[metric] ?? '']));
  return {
    asOf: there.asOf === here.asOf ? null : [there.asOf, here.asOf],
    rules: unlike(versionsOf(there.rules), versionsOf(here.rules)),
    definitions: unlike(definitionsOf(there), definitionsOf(here)),
    cells,
  };
}
