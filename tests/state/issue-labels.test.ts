import { describe, expect, it } from 'vitest';
import { TABLES } from '../../src/model';
import { REFUSALS, issueLabel } from '../../src/state/messages';
import { sourceCodes } from './source-codes';

const { issues, refusals, unclear } = sourceCodes();
const constraints = TABLES.flatMap((table) => table.constraints.map((check) => check.code));
const HAN = /\p{Script=Han}/u;

describe('the codes of the ledger and of refusals', () => {
  it('are all found by the scan of the sources', () => {
    expect(unclear).toEqual([]);
    expect([...issues]).toEqual(expect.arrayContaining(['not-a-date', 'fuzzy-date', 'total-row', 'open-quote']));
    expect([...issues]).toEqual(expect.arrayContaining(['duplicate-key', 'missing-required', 'cut-character']));
    expect([...refusals]).toEqual(expect.arrayContaining(['empty-file', 'no-known-table', 'cancelled', 'unexpected']));
  });

  it.each([...new Set([...issues, ...constraints])].sort())('%s has words in both languages', (code) => {
    const { zh, en } = issueLabel(code);
    expect(zh).toMatch(HAN);
    expect(en).not.toBe(code);
    expect(en.replaceAll(/“[^”]*”/g, '')).not.toMatch(HAN);
  });

  it.each([...refusals].sort())('%s says what is wrong and what to do, in both languages', (code) => {
    const words = REFUSALS[code];
    for (const text of [words?.what, words?.next]) {
      expect(text?.zh).toMatch(HAN);
      expect(text?.en).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('has no refusal that nothing can cause', () => {
    expect(Object.keys(REFUSALS).filter((code) => !refusals.has(code))).toEqual([]);
  });
});
