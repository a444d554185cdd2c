import { Sha256, nextTurn } from '../domain';
import type { CellColumns } from './columns';
import type { Cube } from './cube';
import type { Level } from './disclosure';
import { levelOf } from './merged';
import { columnsOf, metricsIn } from './metric-cells';

/* A fingerprint stands for all figures of a cube: whoever works out the same cells under the same rules has the same one. */

/** Digits shown: 64 bits, which no two cubes share by chance. */
const DIGITS = 16;

/** Gives way after so many cells. */
const STEP = 20_000;

function sumOf(text: string): string {
  const sum = new Sha256();
  sum.add(new TextEncoder().encode(text));
  return sum.hex();
}

/** A numerator or denominator as text. Sums of fractions differ in their last bits with the order they were added in. */
export const figureText = (value: number | null): string => (value === null ? '' : String(Number(value.toFixed(6))));

/** What tells apart the cells of a metric. */
const PLACES = ['zone', 'committee', 'domain', 'period', 'category'] as const;

/** Where each cell of a metric stands and what it says, as JSON, in their order. */
function* linesOf({ length, texts, counted, numerators, denominators }: CellColumns): Generator<void, string[]> {
  const places = PLACES.map((name) => {
    const { words, codes } = texts[name];
    return { words: words.map((word) => JSON.stringify(word)), codes };
  });
  const figure = (value = Number.NaN): string => figureText(Number.isNaN(value) ? null : value);
  const lines: string[] = [];
  for (let row = 0; row < length; row += 1) {
    const place = places.map(({ words, codes }) => words[codes[row] ?? 0]).join();
    lines.push(`[${place},${counted[row] === 1},"${figure(numerators[row])}","${figure(denominators[row])}"]`);
    if (lines.length % STEP === 0) yield;
  }
  return lines;
}

/** The sum of the cells of a metric, in whatever order they are. */
function* sumOfCells(columns: CellColumns): Generator<void, string> {
  const lines = (yield* linesOf(columns)).sort();
  const sum = new Sha256();
  const encoder = new TextEncoder();
  for (let from = 0; from < lines.length; from += STEP) {
    yield;
    const end = from + STEP < lines.length ? '\n' : '';
    sum.add(encoder.encode(lines.slice(from, from + STEP).join('\n') + end));
  }
  return sum.hex();
}

const known = new WeakMap<Cube, ReadonlyMap<string, string>>();

/** The sums of the cells of each metric. */
function* metricSums(cube: Cube): Generator<void, ReadonlyMap<string, string>> {
  const found = known.get(cube);
  if (found) return found;
  const sums = new Map<string, string>();
  for (const metric of metricsIn(cube).sort()) {
    sums.set(metric, yield* sumOfCells(columnsOf(cube, metric)));
    yield;
  }
  known.set(cube, sums);
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
    await nextTurn();
  }
}

/** Of what level a cube is: what is written on it, else what is in it. */
export const levelShown = (cube: Cube): Level => cube.release?.level ?? levelOf(cube);
