import { blankReason, isIdentityNumber, isMobileNumber, parseBoolean } from '../cells';
import { looksLikeOldIdentityNumber, isMaskedIdentityNumber } from '../cells/identity';
import { type ColumnUse, useOf } from './column-use';
import { looksLikeName, personalHeader } from './person-words';
import { tally } from './tally';

/** A column that must not reach the database, and what gave it away. */
export interface PersonalColumn {
  readonly index: number;
  readonly header: string;
  readonly why: 'header' | 'identity-number' | 'phone-number' | 'names';
}

/** The shares of a column's filled cells from which on the column counts as personal. */
const IDENTITY_SHARE = 0.2;
const PHONE_SHARE = 0.5;
const NAME_SHARE = 0.6;
const FACT_SHARE = 0.8;
const OLD_IDENTITY_SHARE = 0.8;
const OLD_IDENTITY_CELLS = 3;

/** The filled cells of a column: each text with how often it stands there. */
type Cells = ReadonlyMap<string, number>;

function countOf(cells: Cells): number {
  let sum = 0;
  for (const count of cells.values()) sum += count;
  return sum;
}

function share(cells: Cells, test: (cell: string) => boolean): number {
  let [all, passed] = [0, 0];
  for (const [cell, count] of cells) {
    all += count;
    if (test(cell)) passed += count;
  }
  return all === 0 ? 0 : passed / all;
}

function byValue(cells: Cells, use: ColumnUse): PersonalColumn['why'] | null {
  const filled = countOf(cells);
  if (filled === 0) return null;
  if (share(cells, (cell) => isIdentityNumber(cell) || isMaskedIdentityNumber(cell)) >= IDENTITY_SHARE)
    return 'identity-number';
  if (filled >= OLD_IDENTITY_CELLS && share(cells, looksLikeOldIdentityNumber) >= OLD_IDENTITY_SHARE)
    return 'identity-number';
  // Amounts and codes of eleven figures (13 is also a province) look like telephones.
  return use === 'text' && share(cells, isMobileNumber) >= PHONE_SHARE ? 'phone-number' : null;
}

/** A telephone beside a name. */
const REACHED = /[(（]?(?:联系)?(?:电话|手机)?[:：]?[\d+*\-\s]{5,}[)）]?/gu;
const holdsNames = (cells: Cells): boolean => {
  const words = new Map([...cells].filter(([cell]) => parseBoolean(cell).state !== 'value'));
  const names = (cell: string): boolean =>
    cell
      .replace(REACHED, '')
      .split(/[、,，;；/\n]/u)
      .every(looksLikeName);
  return words.size > 0 && share(words, names) >= NAME_SHARE;
};

/** Figures, days, and words that say yes or no. */
const isFact = (cell: string): boolean =>
  parseBoolean(cell).state === 'value' || /^[\d\s.,，%％年月日季度:/+-]{1,12}(?:人|名|个|次|分|万元)?$/u.test(cell);
const holdsFacts = (cells: Cells): boolean => countOf(cells) > 0 && share(cells, isFact) >= FACT_SHARE;

/**
 * The columns of a table that hold personal data, by header and by what fills them; `rows` is a sample. Columns about
 * organisations (党员人数, 联系点, 企业名称, a lone 名称) stay.
 */
export function personalColumns(header: readonly string[], rows: readonly (readonly string[])[]): PersonalColumn[] {
  const judged = header.map((text, index) => {
    const texts = tally(rows.map((row) => row[index] ?? ''));
    const cells = new Map([...texts].filter(([cell]) => blankReason(cell) === null));
    const said = personalHeader(text);
    const word = said === 'unless-facts' ? (holdsFacts(cells) ? null : 'always') : said;
    const value = byValue(cells, useOf(text));
    const names = word === 'if-names' && holdsNames(cells);
    return { index, header: text, word, value, names };
  });
  const aboutPersons = judged.some(
    ({ word, value, header: text }) => value === 'identity-number' || (word === 'always' && /姓名|身份证/u.test(text)),
  );
  return judged.flatMap(({ index, header: text, word, value, names }): PersonalColumn[] => {
    if (word === 'always' || (word === 'beside' && aboutPersons)) return [{ index, header: text, why: 'header' }];
    if (value !== null) return [{ index, header: text, why: value }];
    return names ? [{ index, header: text, why: 'names' }] : [];
  });
}
