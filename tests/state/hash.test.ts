import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatHash, parseHash } from '../../src/state/hash';
import { PAGE_NAMES } from '../../src/state/pages';

describe('the address', () => {
  it('reads a page and its choices', () => {
    expect(parseHash('#/coverage?zones=a,b&period=2018Q4&vs=year&by=committee')).toEqual({
      page: 'coverage',
      params: { zones: ['a', 'b'], period: ['2018Q4'], vs: ['year'], by: ['committee'] },
    });
  });

  it('takes nothing and an unknown page for the overview', () => {
    expect(parseHash('')).toEqual({ page: 'overview', params: {} });
    expect(parseHash('#/nowhere')).toEqual({ page: 'overview', params: {} });
  });

  it('keeps a value that is not stated apart from a choice that is not made', () => {
    expect(parseHash('#/compare?committees=').params).toEqual({ committees: [''] });
    expect(parseHash('#/compare').params).toEqual({});
  });

  it('does not fail on a damaged escape', () => {
    expect(parseHash('#/stars?zones=%E5%').params).toEqual({ zones: ['%E5%'] });
  });

  it('reads back what it writes, whatever the names', () => {
    const place = fc.record({
      page: fc.constantFrom(...PAGE_NAMES),
      params: fc.dictionary(
        fc.string({ minLength: 1 }).filter((name) => name !== '__proto__'),
        fc.array(fc.string(), { minLength: 1, maxLength: 4 }),
      ),
    });
    fc.assert(
      fc.property(place, (at) => {
        const read = parseHash(formatHash(at));
        expect(read.page).toBe(at.page);
        expect(read.params).toEqual({ ...at.params });
      }),
    );
  });
});
