import { type Engine, type Row, type Tables, isEmpty, tablesThere } from '../engine';
import { METRICS, PLACE_REACH, definitionSums, placed } from '../model';
import { buildCells, buildFirstCells } from './build';
import type { Cube, PublishedFigure, ZoneInfo, ZonePlace } from './cube';
import { committeeMoves } from './moves';
import { unstatedColumns } from './unstated';
import { NOTHING_LOADED, type Setting, overlaySetting } from './overlay';
import { ZONE_NAMES, writeHierarchy } from './derived';
import { Kept } from './kept';
import { prepare, writeRules } from './setting';

const text = (value: Row[string] | undefined): string => (value === null || value === undefined ? '' : String(value));

async function zonesOf(engine: Engine): Promise<ZoneInfo[]> {
  const rows = await engine.rows(`SELECT coalesce(zone_id, zone_name) AS id, coalesce(zone_name, zone_id) AS name,
    coalesce(CAST(zone_type AS VARCHAR), '') AS type FROM zone`);
  return rows.map((row) => ({ id: text(row.id), name: text(row.name), type: text(row.type), note: '' }));
}

async function placesOf(engine: Engine): Promise<ZonePlace[]> {
  const rows = await engine.rows(`SELECT zone, min(place_row) AS place_row, min(place_column) AS place_column
    FROM ${placed('zone_place')} p WHERE place_row BETWEEN 1 AND ${PLACE_REACH} AND place_column BETWEEN 1 AND ${PLACE_REACH} GROUP BY zone ORDER BY zone`);
  return rows.map((row) => ({ zone: text(row.zone), row: Number(row.place_row), column: Number(row.place_column) }));
}

async function publishedOf(engine: Engine): Promise<PublishedFigure[]> {
  const rows = await engine.rows(`SELECT f.*, CAST(f.bound AS VARCHAR) AS bound_text
    FROM ${placed('(SELECT * EXCLUDE (as_labelled_date) FROM reported_fact)')} f`);
  return rows.flatMap((row): PublishedFigure[] => {
    if (typeof row.value !== 'number') return [];
    const bound = text(row.bound_text);
    return [
      {
        id: text(row.fact_id),
        zone: text(row.zone),
        metric: text(row.metric_id),
        category: text(row.category),
        label: { zh: text(row.label_zh), en: text(row.label_en) || text(row.label_zh) },
        value: row.value,
        unit: text(row.unit),
        bound: bound === 'ge' || bound === 'approx' ? bound : 'eq',
        period: text(row.period),
        source: text(row.source),
        quote: text(row.quote),
        doubt: { zh: text(row.doubt_note), en: text(row.doubt_note_en) || text(row.doubt_note) },
      },
    ];
  });
}

/** Whether the zone register says that the data is an example. */
async function isExample(engine: Engine): Promise<boolean> {
  const rows = await engine.rows("SELECT 1 AS found FROM zone WHERE data_nature LIKE '示例%' LIMIT 1");
  return rows.length > 0;
}

type AboutCells = Omit<Cube, 'cells' | 'missing'>;

async function lookAround(
  engine: Engine,
  sources: readonly string[],
  setting: Setting,
  kept = new Kept(),
): Promise<{ readonly about: AboutCells; readonly there: Tables }> {
  const { there, ...inForce } = await prepare(engine, setting, kept);
  const has = (table: string): boolean => !isEmpty(there, table);
  const [unstated, moves, zones, places, published, example] = await Promise.all([
    unstatedColumns(engine, there, kept),
    committeeMoves(engine, there),
    has('zone') ? zonesOf(engine) : [],
    has('zone_place') ? placesOf(engine) : [],
    has('reported_fact') ? publishedOf(engine) : [],
    has('zone') && isExample(engine),
  ]);
  const about = {
    ...inForce,
    zones,
    published,
    sources,
    example,
    ...(places.length > 0 && { places }),
    ...(unstated.length > 0 && { unstated }),
    ...(moves.length > 0 && { moves }),
    definitions: definitionSums(),
  };
  return { about, there };
}

/** What a reader must know about the cells of everything in the canonical tables, which are ready to be asked for them then. */
export const aboutCells = async (
  engine: Engine,
  sources: readonly string[],
  setting: Setting = {},
): Promise<AboutCells> => (await lookAround(engine, sources, setting)).about;

/**
 * The cube of everything in the canonical tables. `sources` are the names of the files. What would be the same as before is taken from `kept`, and what
 * this cube is made of is in it afterwards.
 */
export async function buildCube(
  engine: Engine,
  sources: readonly string[],
  setting: Setting = {},
  kept?: Kept,
): Promise<Cube> {
  const { about, there } = await lookAround(engine, sources, setting, kept);
  return { ...about, ...(await buildCells(engine, METRICS, kept, there)) };
}

/** The cube of a first look at one file, before its rows are loaded: the same figures, as long as no row is repeated. */
export async function buildFirstCube(
  engine: Engine,
  table: string,
  source: string,
  setting: Setting = {},
): Promise<Cube> {
  const { rules, targets } = overlaySetting(NOTHING_LOADED, setting);
  await writeRules(engine, rules.inForce);
  await engine.run(ZONE_NAMES);
  const there = await tablesThere(engine);
  await writeHierarchy(engine, there);
  const { cells, missing } = await buildFirstCells(engine, table);
  const latest = cells.reduce((last, cell) => (cell.period > last ? cell.period : last), '');
  return {
    cells,
    missing,
    asOf: latest === '' ? null : latest,
    zones: [],
    published: [],
    sources: [source],
    example: false,
    rules: rules.inForce,
    targets: targets.inForce,
    definitions: definitionSums(),
  };
}
