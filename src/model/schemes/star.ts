import type { RuleVersion, StarScheme } from '../../domain';
import { DOCUMENTS, RULES, rulesOn } from '../rules';

const FOLDER = 'star/';

/** The English of a document the product knows; any other document stands as it is. */
const sourceOf = (zh: string) => Object.values(DOCUMENTS).find((known) => known.zh === zh) ?? { zh, en: zh };

/** Levels from the highest down with the number of each. */
const byLevel = (values: ReadonlyMap<string, RuleVersion>, folder: string): [level: number, value: number][] =>
  [...values]
    .filter(([path]) => path.startsWith(`${folder}/`))
    .map(([path, { value }]): [number, number] => [Number(path.slice(folder.length + 1)), Number(value)])
    .sort(([a], [b]) => b - a);

function schemeOf(id: string, rows: readonly RuleVersion[]): StarScheme {
  const values = new Map(rows.map((row) => [row.ruleId.slice(FOLDER.length + id.length + 1), row]));
  const text = (path: string): string => values.get(path)?.value ?? '';
  const label = text('label') || id;
  return {
    id,
    label: { zh: label, en: text('label-en') || label },
    kind: text('kind') === 'named' ? 'named' : 'level',
    max: Number(text('max')),
    cutoffs: byLevel(values, 'cutoff').map(([, score]) => score),
    caps: Object.fromEntries(byLevel(values, 'cap')),
    everyYears: Number(text('every-years') || 1),
    source: sourceOf(values.get('label')?.docRef ?? ''),
  };
}

/** Every star scheme in force on a day (without a day: the newest version of each), in the order of the rules. */
export function starSchemes(rules: readonly RuleVersion[], day: string | null): StarScheme[] {
  const rows = rulesOn(rules, day).filter(({ ruleId }) => ruleId.startsWith(FOLDER));
  const ids = [...new Set(rows.map(({ ruleId }) => ruleId.split('/')[1] ?? ''))];
  return ids.map((id) =>
    schemeOf(
      id,
      rows.filter(({ ruleId }) => ruleId.startsWith(`${FOLDER}${id}/`)),
    ),
  );
}

/** The star schemes the product comes with. A scheme that is not listed keeps its own id and is never mixed with another. */
export const STAR_SCHEMES: readonly StarScheme[] = starSchemes(RULES, null);

interface RulesAndDay {
  readonly rules: readonly RuleVersion[];
  readonly asOf: string | null;
}

/** The scheme with this id as the rules in force have it on the as-of day; undefined when no rule speaks of it. */
export function schemeById({ rules, asOf }: RulesAndDay, id: string): StarScheme | undefined {
  return starSchemes(rules, asOf).find((scheme) => scheme.id === id);
}
