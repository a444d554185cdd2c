import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCreditCode, isIdentityNumber, isMobileNumber, parseCode } from '../../../src/ingest/cells';

const ALPHABET = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];

/** A made-up identity number with a right checksum. */
function identityNumber(region: string, birth: string, serial: string): string {
  const body = region + birth + serial;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return body + ('10X98765432'[sum % 11] ?? '');
}

describe('isCreditCode', () => {
  it.each(['9144030071526726XG', '91330100799655058B', '91110000802100433B'])('accepts %s', (code) => {
    expect(isCreditCode(code)).toBe(true);
  });

  it.each(['911100001000013428', '9144030071526726XH', '91440300715267', ''])('rejects %j', (code) => {
    expect(isCreditCode(code)).toBe(false);
  });

  it('notices every single wrong character', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 17 }), fc.constantFrom(...ALPHABET), (at, character) => {
        const right = '9144030071526726XG';
        const changed = right.slice(0, at) + character + right.slice(at + 1);
        expect(isCreditCode(changed)).toBe(changed === right);
      }),
    );
  });
});

describe('parseCode', () => {
  it.each([
    ['020100', '020100'],
    ['="00123"', '00123'],
    ["'00123", '00123'],
    ['００１２３', '00123'],
    [' A-01 ', 'A-01'],
    ['9144030071526726xg', '9144030071526726XG'],
    ['9144 0300 7152 6726 XG', '9144030071526726XG'],
    ['恒久集团党支部', '恒久集团党支部'],
    ['1234567890123456', '1234567890123456'],
  ])('%s is the code %s', (raw, code) => {
    expect(parseCode(raw)).toEqual({ state: 'value', value: code, reason: null });
  });

  it.each(['9.11100E+17', '9.14403E+17', '1.1E17', '911100001000010000', '1234567890123450'])(
    'refuses the damaged %s',
    (raw) => {
      expect(parseCode(raw)).toMatchObject({ state: 'refused', value: null, reason: 'damaged-code' });
    },
  );

  it('flags a wrong check character and a code that was a number', () => {
    expect(parseCode('9144030071526726XH')).toMatchObject({
      value: '9144030071526726XH',
      reason: 'credit-code-checksum',
    });
    expect(parseCode('20100.0')).toMatchObject({ value: '20100', reason: 'code-was-number' });
  });

  it('never lets an identity number through', () => {
    const birth = fc.date({ min: new Date('1930-01-01'), max: new Date('2010-12-31'), noInvalidDate: true });
    const serial = fc.integer({ min: 0, max: 999 }).map((n) => String(n).padStart(3, '0'));
    fc.assert(
      fc.property(fc.constantFrom('320300', '410881', '610113', '110101'), birth, serial, (region, date, number) => {
        const made = identityNumber(region, date.toISOString().slice(0, 10).replaceAll('-', ''), number);
        expect(isIdentityNumber(made)).toBe(true);
        expect(parseCode(made)).toMatchObject({ state: 'refused', value: null, reason: 'identity-number' });
      }),
    );
  });
});

describe('personal numbers', () => {
  it('tells an identity number from a credit code', () => {
    expect(isIdentityNumber('9144030071526726XG')).toBe(false);
    expect(isIdentityNumber('320300199002301234')).toBe(false);
  });

  it.each(['13812345678', '+86 138 1234 5678', '138-1234-5678', '138****5678'])('%s is a mobile number', (raw) => {
    expect(isMobileNumber(raw)).toBe(true);
  });

  it.each(['12812345678', '1381234567', '20181231', '91440300715'])('%s is none', (raw) => {
    expect(isMobileNumber(raw)).toBe(false);
  });
});
