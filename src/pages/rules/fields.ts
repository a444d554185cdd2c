import type { RuleVersion } from '../../domain';
import { ruleKind } from '../../model';

/** One line of the levels of a scheme: the rules that can be set for it. */
export interface LevelFields {
  readonly name: string;
  readonly ruleIds: readonly string[];
}

/** The rules a form asks for: single ones, and those of every level of a scheme. */
export interface Fields {
  readonly plain: readonly string[];
  readonly levels: readonly LevelFields[];
}

const valueAt = (rows: readonly RuleVersion[], ruleId: string): string | undefined =>
  rows.find((row) => row.ruleId === ruleId)?.value;

function levelNames(card: string, rows: readonly RuleVersion[]): string[] {
  if (card.startsWith('star/')) {
    if (valueAt(rows, `${card}/kind`) === 'named') return [];
    const max = Number(valueAt(rows, `${card}/max`) ?? 0);
    const lowest = Number(valueAt(rows, `${card}/lowest`) ?? 1);
    return Array.from({ length: Math.max(0, max - lowest + 1) }, (_, at) => String(max - at));
  }
  return rows
    .filter(({ ruleId }) => ruleId.startsWith(`${card}/rank/`))
    .sort((a, b) => Number(a.value) - Number(b.value))
    .map(({ ruleId }) => ruleId.slice(`${card}/rank/`.length));
}

const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  star: ['cutoff', 'cap'],
  grade: ['rank', 'cutoff'],
  evaluation: ['rank', 'cutoff', 'cap'],
};

/** Rules of a scheme that may be set although it has no value for them yet. */
const OPTIONAL: Readonly<Record<string, readonly string[]>> = {
  star: ['veto/max-level', 'every-years'],
  grade: ['satisfaction-min', 'satisfaction-ranks'],
  evaluation: ['veto'],
};

/** What makes a scheme the one it is: changing it would make another scheme. */
const FIXED = ['kind', 'max', 'lowest'];

/** The rules of a card a form asks for. */
export function fieldsOf(card: string, rows: readonly RuleVersion[]): Fields {
  const family = card.split('/')[0] ?? '';
  const names = levelNames(card, rows);
  const levels = names.map((name) => ({
    name,
    ruleIds: (FOLDERS[family] ?? []).map((folder) => `${card}/${folder}/${name}`),
  }));
  const inLevels = new Set(levels.flatMap(({ ruleIds }) => ruleIds));
  const fixed = new Set(FIXED.map((path) => `${card}/${path}`));
  const present = rows.map(({ ruleId }) => ruleId).filter((id) => !inLevels.has(id) && !fixed.has(id));
  const optional = (OPTIONAL[family] ?? []).map((path) => `${card}/${path}`);
  return { plain: [...new Set([...present, ...optional])].filter((id) => ruleKind(id) !== null), levels };
}

/** A stored value as it is typed: a share in percent. */
export function typed(ruleId: string, value: string): string {
  const kind = ruleKind(ruleId)?.value;
  if (value === '' || kind?.type !== 'number' || !kind.share) return value;
  return String(Number((Number(value) * 100).toPrecision(12)));
}

/** What was typed as it is stored; a text that is no number stays as it is, for the check to refuse. */
export function stored(ruleId: string, text: string): string {
  const kind = ruleKind(ruleId)?.value;
  const trimmed = text.trim().replace(/%$/u, '');
  if (kind?.type !== 'number') return text.trim();
  if (!kind.share || trimmed === '' || !Number.isFinite(Number(trimmed))) return trimmed;
  return String(Number((Number(trimmed) / 100).toPrecision(12)));
}
