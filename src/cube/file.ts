import { Table, type Vector, tableFromIPC, tableToIPC } from 'apache-arrow';
import * as v from 'valibot';
import { type MetricSpec, Refusal, isPeriod, textSum } from '../domain';
import { codedTexts, dictionaryVector, numberVector, numbersOf, textsIn, wordsOf } from '../engine';
import { METRICS } from '../model';
import { CELL_TEXTS, type Cell, numeratorSaid } from './cell';
import { CellColumns } from './columns';
import type { Cube } from './cube';
import { NO_SILENCE, VERSION, metaSchema } from './file-meta';
import { knowColumns } from './metric-cells';

const META = 'zonelens';
const SUM = 'zonelens-sum';
/** What a cell comes from, as exports write it: `rows` that can be opened, or `counts` as they were reported. */
export const originOf = (cell: Cell): 'rows' | 'counts' => (cell.counted ? 'counts' : 'rows');

/** All of a cube but its cells, as text: what its files carry beside them, under this name. */
export function aboutCube({ cells: _, ...about }: Cube): { readonly name: string; readonly text: string } {
  return { name: META, text: JSON.stringify({ version: VERSION, ...about }) };
}

/** The cells of a cube as an Arrow table: six text columns, numerator (null where it is not said) and denominator (null for counts), and where they come from. */
export function toArrow(cube: Cube): Table {
  const { cells } = cube;
  const columns: Record<string, Vector> = {};
  // Numbered within the table, the same cube is the same file to the byte.
  for (const [at, name] of CELL_TEXTS.entries())
    columns[name] = dictionaryVector(
      cells.map((cell) => cell[name]),
      at,
    );
  columns.numerator = numberVector(cells.map(numeratorSaid));
  columns.denominator = numberVector(cells.map((cell) => cell.denominator));
  columns.origin = dictionaryVector(cells.map(originOf), CELL_TEXTS.length);
  const table = new Table(columns);
  const { name, text } = aboutCube(cube);
  table.schema.metadata.set(name, text);
  table.schema.metadata.set(SUM, sumOf(text, table));
  return table;
}

/** A sum of all a cube says, by which damage is noticed. */
function sumOf(meta: string, table: Table): string {
  const columns = [...CELL_TEXTS, 'origin', 'numerator', 'denominator'].map((name) => table.getChild(name));
  return textSum([meta, ...columns.flatMap(textsIn)], columns.flatMap(wordsOf));
}

/** A cube as an Arrow IPC file. */
export function saveCube(cube: Cube): Uint8Array {
  return tableToIPC(toArrow(cube), 'file');
}

/** The table in the bytes, and what is written on it. Throws Refusal where there is none. */
function opened(bytes: Uint8Array, name: string): { readonly table: Table; readonly meta: string } {
  const isArrow = String.fromCharCode(...bytes.subarray(0, 6)) === 'ARROW1';
  let table: Table;
  try {
    table = tableFromIPC(bytes);
  } catch {
    throw new Refusal(isArrow ? 'cube-damaged' : 'cube-foreign', name);
  }
  const meta = table.schema.metadata.get(META);
  if (meta === undefined) throw new Refusal('cube-foreign', name);
  return { table, meta };
}

/** What is written on a cube. Throws Refusal where that is of another version, or not what this product writes. */
function aboutIn(meta: string, name: string): { readonly version: number; readonly about: Omit<Cube, 'cells'> } {
  let written: unknown;
  try {
    written = JSON.parse(meta);
  } catch {
    throw new Refusal('cube-damaged', name);
  }
  const { version } = v.parse(v.fallback(v.object({ version: v.number() }), { version: VERSION }), written);
  if (version !== VERSION && version !== NO_SILENCE)
    throw new Refusal(version > VERSION ? 'cube-newer' : 'cube-older', name, {}, String(version));
  const parsed = v.safeParse(metaSchema, written);
  if (!parsed.success) throw new Refusal('cube-damaged', name);
  const { version: _version, ...about } = parsed.output;
  return { version, about };
}

const KINDS: ReadonlyMap<string, MetricSpec['kind']> = new Map(METRICS.map(({ id, kind }) => [id, kind]));

/** The numbers of a column. Throws Refusal where one is none: infinite, or NaN where nothing says that there is no number. */
function figuresIn(column: Vector | null, name: string): Float64Array {
  const found = numbersOf(column);
  let broken = -(column?.nullCount ?? 0);
  found.forEach((value) => (broken += Number.isFinite(value) ? 0 : 1));
  if (broken !== 0) throw new Refusal('cube-damaged', name);
  return found;
}

/** Whether a figure is one that nothing counted gives: of less than nothing, or a rate with less than none in it. */
function isImpossible({ texts, numerators, denominators }: CellColumns): boolean {
  const { words, codes } = texts.metric;
  const areRates = words.map((metric) => KINDS.get(metric) === 'rate');
  return codes.some(
    (code, row) => (denominators[row] ?? 0) < 0 || (areRates[code] === true && (numerators[row] ?? 0) < 0),
  );
}

/** Throws Refusal for cells that no cube of this product has: of a metric it does not know, of a period that is none, or no count. */
function check(cells: CellColumns, name: string): void {
  const strange = cells.wordsOf('metric').find((metric) => !KINDS.has(metric));
  if (strange !== undefined) throw new Refusal('cube-newer', name, {}, strange);
  const isStrange = cells.wordsOf('period').some((period) => period !== '' && !isPeriod(period));
  if (isStrange || isImpossible(cells)) throw new Refusal('cube-damaged', name);
}

/** Reads a cube from Arrow IPC bytes. Throws Refusal when they are no cube, damaged, or of another version; `name` is their file's. */
export function loadCube(bytes: Uint8Array, name = ''): Cube {
  const { table, meta } = opened(bytes, name);
  const { version, about } = aboutIn(meta, name);
  const texts = CELL_TEXTS.map((column) => [column, codedTexts(table.getChild(column))] as const);
  const numerators = figuresIn(table.getChild('numerator'), name);
  const denominators = figuresIn(table.getChild('denominator'), name);
  const { words, codes } = codedTexts(table.getChild('origin'));
  const counted = new Uint8Array(table.numRows);
  codes.forEach((code, row) => (counted[row] = Number(words[code] === 'counts')));
  const lengths = [numerators, denominators, ...texts.map(([, coded]) => coded.codes)].map(({ length }) => length);
  if (lengths.some((length) => length !== table.numRows)) throw new Refusal('cube-damaged', name);
  if (version === NO_SILENCE)
    for (let row = 0; row < counted.length; row += 1)
      if (counted[row] === 1 && !numerators[row] && !denominators[row]) numerators[row] = Number.NaN;
  const columns = new CellColumns(
    Object.fromEntries(texts) as Record<(typeof CELL_TEXTS)[number], (typeof texts)[number][1]>,
    numerators,
    denominators,
    counted,
  );
  // Those saved before there were sums have none.
  const sum = table.schema.metadata.get(SUM);
  if (sum !== undefined && sum !== sumOf(meta, table)) throw new Refusal('cube-damaged', name);
  check(columns, name);
  let cells: readonly Cell[] | undefined;
  const cube = {
    get cells() {
      return (cells ??= columns.cells());
    },
    ...about,
  };
  knowColumns(cube, columns);
  return cube;
}
