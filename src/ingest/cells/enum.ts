import type { ColumnSpec } from '../../domain';
import { type CellResult, refuse, value } from './result';
import { isProse } from './text';
import { tickedOption } from './tick-box';
import { wordKey } from './word';

const INDEXES = new WeakMap<ColumnSpec, ReadonlyMap<string, string>>();

/** Every text that means a value of the column, by its key; ids win over synonyms, earlier values over later ones. */
function indexOf(spec: ColumnSpec): ReadonlyMap<string, string> {
  const known = INDEXES.get(spec);
  if (known) return known;
  const index = new Map<string, string>();
  const values = spec.values ?? [];
  for (const { id } of values) index.set(wordKey(id), id);
  for (const { id, en, synonyms = [] } of values) {
    for (const word of [en, ...synonyms]) {
      const key = wordKey(word);
      if (!index.has(key)) index.set(key, id);
    }
  }
  INDEXES.set(spec, index);
  return index;
}

/** The forms of a cell that may name a value: as it is, without a list number (2-联合支部), without what brackets add. */
function forms(raw: string): string[] {
  const key = wordKey(tickedOption(raw) ?? raw);
  const unnumbered = key
    .replace(/^(?:\(?\d{1,3}\)?|[a-z])[-–—.、:：_|)]\s*/u, '')
    .replace(/^\d{1,3}(?=\p{Script=Han})/u, '');
  const bare = unnumbered.replace(/\([^()]*\)$/u, '');
  return [key, unnumbered, bare];
}

/** A word this long is found inside a longer text. */
const LEAST_WITHIN = 2;

/** The one value whose words stand in a longer text; undefined for none and for several. A word inside a longer word does not count. */
function within(index: ReadonlyMap<string, string>, key: string): string | undefined {
  const words = [...index].filter(([word]) => word.length >= LEAST_WITHIN && /\p{Script=Han}/u.test(word));
  const found = new Set<string>();
  let rest = key;
  for (const [word, id] of words.sort(([a], [b]) => b.length - a.length)) {
    if (!rest.includes(word)) continue;
    found.add(id);
    rest = rest.replaceAll(word, '|');
  }
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

const madeOf = (spec: ColumnSpec, key: string): string | undefined => {
  const made = spec.values?.filter((one) => one.made?.test(key)) ?? [];
  return made.length === 1 ? made[0]?.id : undefined;
};

const CLAUSE_END = /[,，;；。、]+/u;

/** The one value that the clauses of a text name (正在培育，未建); undefined for none and for several. */
function clauseOf(spec: ColumnSpec, index: ReadonlyMap<string, string>, key: string): string | undefined {
  const clauses = key.split(CLAUSE_END).filter((clause) => clause !== '');
  if (clauses.length < 2) return undefined;
  const whole = madeOf(spec, clauses.join(''));
  if (whole !== undefined) return whole;
  const found = new Set(clauses.flatMap((clause) => index.get(clause) ?? madeOf(spec, clause) ?? []));
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

/** Reads one of the values a column allows, by its id, its English, a synonym or a word the user explained; anything else is refused. */
export function parseEnum(
  spec: ColumnSpec,
  raw: string,
  explained: Readonly<Record<string, string>> = {},
): CellResult<string> {
  if (isProse(raw)) return refuse('unknown-value');
  const index = indexOf(spec);
  for (const form of forms(raw)) {
    const id = index.get(form);
    if (id !== undefined) return value(id);
  }
  const key = wordKey(raw);
  const [, id] = Object.entries(explained).find(([text]) => wordKey(text) === key) ?? [];
  if (id !== undefined && spec.values?.some((known) => known.id === id) === true) return value(id);
  const made = madeOf(spec, key) ?? clauseOf(spec, index, key);
  if (made !== undefined) return value(made);
  const held = spec.within === true ? within(index, key) : undefined;
  return held === undefined ? refuse('unknown-value') : value(held);
}
