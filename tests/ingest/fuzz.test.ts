import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { faultOf, fuzzed } from './fuzz';

// The spreadsheet library tells its troubles on the console.
beforeAll(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterAll(() => vi.restoreAllMocks());

it('damaged files are read or refused, soon, and every record is accounted for', async () => {
  const faults: string[] = [];
  for (let seed = 1; seed <= 120; seed += 1) {
    const { name, bytes } = fuzzed(seed * 7919);
    const fault = await faultOf(name, bytes, 20_000);
    if (fault !== null) faults.push(`${seed} ${name}: ${fault}`);
  }
  expect(faults).toEqual([]);
});
