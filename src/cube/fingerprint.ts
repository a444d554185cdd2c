import { Sha256 } from '../domain';
import type { Cell } from './cell';
import type { Cube } from './cube';
import type { Level } from './disclosure';
import { levelOf } from './merged';
import { cellsOf } from './roll-up';

/* A fingerprint stands for all figures of a cube: whoever works out the same cells under the same rules has the same one. */

/** Digits shown: 64 bits, which no two cubes share by chance. */
const DIGITS = 16;

function sumOf(text: string): string {
  const sum = new Sha256();
  sum.add(new TextEncoder().encode(text));
  return sum.hex();
}

/** A numerator or denominator as text. Sums of fractions differ in their last bits with the order they were added in. */
export const figureText = (value: number | null): string => (value === null ? '' : String(Number(value.toFixed(6))));

/** Where a cell stands and what it says, as text. */
const textOf = ({ zone, committee, domain, period, category, counted, silent, numerator, denominator }: Cell): string =>
  JSON.stringify([
    ...[zone, committee, domain, period, category],
    counted === true,
    ...[silent ? '' : figureText(numerator), figureText(denominator)],
  ]);

const known = new WeakMap<Cube['cells'], ReadonlyMap<string, string>>();

/** The sums of the cells of each metric, in whatever order the cells are; gives way after each. */
function* metricSums(cube: Cube): Generator<void, ReadonlyMap<string, string>> {
  const found = known.get(cube.cells);
  if (found) return found;
  const sums = new Map<string, string>();
  for (const metric of [...new Set(cube.cells.map((cell) => cell.metric))].sort()) {
    sums.set(metric, sumOf(cellsOf(cube, metric).map(textOf).sort().join('\n')));
    yield;
  }
  known.set(cube.cells, sums);
  return sums;
}

function whole({ asOf, rules, definitions = {} }: Cube, metrics: ReadonlyMap<string, string>): string {
  const inForce = rules.map(({ ruleId, value, validFrom, validTo }) =>
    JSON.stringify([ruleId, value, validFrom, validTo]),
  );
  const counted = [...metrics].map(([metric, cells]) => [metric, definitions[metric] ?? '', cells]);
  const digits = sumOf(JSON.stringify([asOf, inForce.sort(), counted])).slice(0, DIGITS);
  return digits.replace(/.{4}(?=.)/gu, '$&-');
}

/**
 * The fingerprint of a cube: of its cells, the day they are as of, the rules in force and the definition of each metric. Names, sources,
 * documents and targets are no part of it. The same for whatever engine worked the cells out, and for any order of rows, files and cells.
 */
export function fingerprintOf(cube: Cube): string {
  const steps = metricSums(cube);
  for (;;) {
    const step = steps.next();
    if (step.done) return whole(cube, step.value);
  }
}

/** The same, while everything else goes on. */
export async function fingerprintLater(cube: Cube): Promise<string> {
  const steps = metricSums(cube);
  for (;;) {
    const step = steps.next();
    if (step.done) return whole(cube, step.value);
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** Of what level a cube is: what is written on it, else what is in it. */
export const levelShown = (cube: Cube): Level => cube.release?.level ?? levelOf(cube);
