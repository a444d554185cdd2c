import { type CellResult, blank, refuse } from './result';

/** What stands for a name, a telephone or an address that was masked. */
export const MARK = '***';
/** What stands for an identity number that was masked. */
export const IDENTITY_MARK = '******';

const NOTHING_ELSE = /^(?:\*{3}[\s,，、;；/|]*)+$/u;

/** The result for a cell of which nothing was left, or null: an identity number is refused as one, anything else says nothing. */
export function maskedCell(text: string): CellResult<never> | null {
  if (text === IDENTITY_MARK) return refuse('identity-number');
  return NOTHING_ELSE.test(text) ? blank('missing') : null;
}
