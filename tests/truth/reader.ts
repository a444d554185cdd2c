/*
 * Reads what a sentence of the product claims, in Chinese or English: tolerant of wording, strict on figures. What a
 * sentence does not say is null or empty, never guessed.
 */

/** How many of how many were compared. */
export interface Panel {
  readonly both: number;
  readonly all: number;
}

/** Members that a sentence says stand out: by name, or only how many. */
export interface Standing {
  readonly names: readonly string[];
  readonly count: number;
  readonly significant: boolean;
  readonly side: 'below' | 'above';
}

export interface Claim {
  /** The figure as written: 77.2. */
  readonly rate: string | null;
  /** The change as written, with its sign; 0 where it says that nothing moved, with the digits it has. */
  readonly moved: string | null;
  readonly panel: Panel | null;
  /** Names of those said not to have reported. */
  readonly unreported: readonly string[];
  readonly standing: readonly Standing[];
  /** How many are said not to be told apart. */
  readonly undecided: number | null;
  /** Periods in a row that a rate is said to have fallen. */
  readonly run: number | null;
  /** Points put down to rates and to scope, as written. */
  readonly split: { readonly rate: string; readonly scope: string } | null;
  /** Names of those said to have changed their base. */
  readonly scoped: readonly string[];
  /** The rate of the part compared, where the sentence gives one. */
  readonly partRate: string | null;
}

const NUMERALS = '零一二三四五六七八九十';

/** A whole number in figures, Chinese numerals up to 99, or 两. */
export function wholeOf(text: string): number {
  const bare = text.trim().replaceAll(',', '');
  if (/^\d+$/.test(bare)) return Number(bare);
  if (bare === '两') return 2;
  const [tens = '', units = ''] = bare.split('十');
  if (!bare.includes('十')) return NUMERALS.indexOf(bare);
  return (tens === '' ? 1 : NUMERALS.indexOf(tens)) * 10 + (units === '' ? 0 : NUMERALS.indexOf(units));
}

const COUNT = '(\\d+|[两零一二三四五六七八九十]+)';
const DIGITS = '(\\d+(?:\\.\\d+)?)';
const MEMBER = '(?:园区|开发区|党委|党工委|领域|zones?|committees?|fields?)';

const first = (text: string, pattern: RegExp): string[] | null => pattern.exec(text)?.slice(1) ?? null;

/** Parts of a sentence between stops; a bracket is a part of its own. */
const clauses = (text: string): string[] => text.split(/[。；;（）()]|\.(?:\s|$)/).filter((part) => part.trim() !== '');

function rateOf(text: string): string | null {
  return first(text, new RegExp(`${DIGITS}\\s?%`))?.[0] ?? null;
}

function movedOf(text: string): string | null {
  const zh = first(text, new RegExp(`(上升|提高|增加|下降|降低|减少)了?\\s*${DIGITS}\\s*个百分点`));
  if (zh) return `${/上升|提高|增加/.test(zh[0] ?? '') ? '' : '-'}${zh[1] ?? ''}`;
  const en = first(
    text,
    new RegExp(`\\b(up|rose|risen|down|fell|fallen)\\b(?: by)?\\s*${DIGITS}\\s*(?:percentage )?(?:points|pp)`),
  );
  if (en) return `${/up|rose|risen/.test(en[0] ?? '') ? '' : '-'}${en[1] ?? ''}`;
  return /持平|\bunchanged\b|\blevel with\b/.test(text) ? '0.0' : null;
}

function panelOf(text: string): Panel | null {
  const zh =
    first(text, new RegExp(`(?:均|都)?报送的?\\s*${COUNT}\\s*个${MEMBER}[，,、（(]?\\s*共\\s*${COUNT}\\s*个`)) ??
    first(text, new RegExp(`${COUNT}\\s*个${MEMBER}[，,（(]\\s*共\\s*${COUNT}\\s*个`));
  if (zh) return { both: wholeOf(zh[0] ?? ''), all: wholeOf(zh[1] ?? '') };
  const inverse = first(text, new RegExp(`${COUNT}\\s*个${MEMBER}中的?\\s*${COUNT}\\s*个`));
  if (inverse) return { both: wholeOf(inverse[1] ?? ''), all: wholeOf(inverse[0] ?? '') };
  // A level may say whose it is before the change does.
  const among = first(text, /among the (\d+) of (\d+)/);
  if (among) return { both: Number(among[0]), all: Number(among[1]) };
  const one = first(text, /in the one zone of (\d+)/);
  if (one) return { both: 1, all: Number(one[0]) };
  const en = first(text, new RegExp(`(\\d+) of (?:the |all )?(\\d+)(?: ${MEMBER})?`));
  return en ? { both: Number(en[0]), all: Number(en[1]) } : null;
}

/** Names in the order they stand; a name that is only part of a longer one is not one of them. */
function namesIn(text: string, known: readonly string[]): string[] {
  const found = known.filter((name) => text.includes(name)).sort((a, b) => text.indexOf(a) - text.indexOf(b));
  return found.filter((name) => !found.some((other) => other !== name && other.includes(name)));
}

function namesBefore(text: string, words: RegExp, known: readonly string[]): string[] {
  return clauses(text).flatMap((clause) => {
    const at = clause.search(words);
    return at < 0 ? [] : namesIn(clause.slice(0, at), known);
  });
}

const UNREPORTED = /未报送|没有报送|未报|(?:did|does|has|have) not report|not reported|without a report/;
const SIDES = /(低于|高于)(?:总体|其余|其他|其它|本区)|\b(below|above) the (?:whole|others|rest)/;

function standingIn(clause: string, known: readonly string[]): Standing[] {
  const found = SIDES.exec(clause);
  if (!found || /分不出|cannot be told/.test(clause)) return [];
  const side = found[1] === '高于' || found[2] === 'above' ? 'above' : 'below';
  const names = namesIn(clause.slice(0, found.index), known);
  const count = first(clause, new RegExp(`${COUNT}\\s*个?\\s?${MEMBER}`))?.[0];
  if (names.length === 0 && count === undefined) return [];
  return [
    {
      names,
      count: names.length > 0 ? names.length : wholeOf(count ?? ''),
      significant: /显著|significantly|clearly/.test(clause),
      side,
    },
  ];
}

function undecidedOf(text: string): number | null {
  const clause = clauses(text).find((part) => /分不出|cannot be told/.test(part));
  const count = clause === undefined ? null : first(clause, new RegExp(`${COUNT}\\s*个?\\s?${MEMBER}`));
  return count === null ? null : wholeOf(count[0] ?? '');
}

function runOf(text: string): number | null {
  const zh = first(text, new RegExp(`连续\\s*${COUNT}\\s*个?(?:季度|年|月|期)`));
  if (zh) return wholeOf(zh[0] ?? '');
  const en = first(text, /fall(?:ing|en) for (\d+) (?:quarters|years|months|periods)/);
  return en ? Number(en[0]) : null;
}

const SIGNED = '([+＋−-]?\\s?\\d+(?:\\.\\d+)?)';
const plainSign = (text: string): string => text.replace(/\s/g, '').replace('−', '-').replace(/[+＋]/, '');

function splitOf(text: string): Claim['split'] {
  const zh = first(
    text,
    new RegExp(`底数[^，,；;]{0,6}影响\\s*${SIGNED}\\s*个百分点，[^，,；;]{0,6}影响\\s*${SIGNED}\\s*个百分点`),
  );
  const en = first(text, new RegExp(`${SIGNED} points are due to that, ${SIGNED} to the others`));
  const [scope, rate] = zh ?? en ?? [];
  return scope === undefined || rate === undefined ? null : { rate: plainSign(rate), scope: plainSign(scope) };
}

/** Names whose base is said to have changed: before 底数, after “the base of”. */
function scopedOf(text: string, known: readonly string[]): string[] {
  return known.filter(
    (name) => new RegExp(`${name}(?:（[^）]*）)?(?:可比部分)?的?底数`).test(text) || text.includes(`base of ${name}`),
  );
}

/** The rate of what is compared, where that is not all there is. */
function partRateOf(text: string): string | null {
  return (
    first(text, /为 (\d+(?:\.\d+)?)\s?%，(?:较|与)/)?.[0] ?? first(text, /it was (\d+(?:\.\d+)?)\s?%/)?.[0] ?? null
  );
}

const QUARTERS = '一二三四';

/** The quarter a text names in full, as it does an earlier one than was asked for; null where it names none. */
export function datedIn(text: string): string | null {
  const zh = /(\d{4}) 年第([一二三四])季度/u.exec(text);
  if (zh) return `${zh[1] ?? ''}Q${QUARTERS.indexOf(zh[2] ?? '') + 1}`;
  const en = /Q([1-4]) (\d{4})/u.exec(text);
  return en ? `${en[2] ?? ''}Q${en[1] ?? ''}` : null;
}

/** The claims of a sentence. `known` are the names it could mention. */
export function read(text: string, known: readonly string[]): Claim {
  return {
    rate: rateOf(text),
    moved: movedOf(text),
    panel: panelOf(text),
    unreported: namesBefore(text, UNREPORTED, known),
    standing: clauses(text).flatMap((clause) => standingIn(clause, known)),
    undecided: undecidedOf(text),
    run: runOf(text),
    split: splitOf(text),
    scoped: scopedOf(text, known),
    partRate: partRateOf(text),
  };
}
