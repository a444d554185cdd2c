import { readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/*
 * A plan on many rows: how long it takes in native DuckDB in this process, and whether another engine found the same.
 *
 *     P="datasets/example/baiyu datasets/example/zones.csv datasets/example/rules.csv --format parquet"
 *     npm run -s zonelens -- plan $P --dialect spark --out-dir /tmp/spark
 *     npm run -s zonelens -- plan $P --dialect duckdb --out-dir /tmp/duckdb
 *     cd tests/bench/peers && npm i
 *     node many-rows.js add /tmp/spark 10000000 200                   puts rows of units in 200 zones into the data of a plan
 *     spark-submit ../../../distributed/spark/cube.py /tmp/spark /tmp/cells
 *     node many-rows.js run /tmp/duckdb /tmp/spark /tmp/cells         works the same rows out here, and compares every cell
 *
 * The rows: twelve quarters, one zone in five times as large as the others. The cells of the first metric are counted once more by one plain query.
 */

const read = (plan) => JSON.parse(readFileSync(join(plan, 'plan.json'), 'utf8'));
const seconds = (from) => ((performance.now() - from) / 1000).toFixed(1);
const connected = async (disk = ':memory:') => {
  const db = await (await DuckDBInstance.create(disk)).connect();
  return {
    run: (sql) => db.run(sql),
    rowsOf: async (sql) => (await db.runAndReadAll(sql)).getRowObjectsJson(),
  };
};

/** A number below `size` that looks like chance, of the unit and a seed. */
const chance = (seed, size) => `CAST(hash(unit * 31 + ${seed}) % ${size} AS INTEGER)`;

const zonesMade = (
  zones,
) => `SELECT '多' || lpad(CAST(range AS VARCHAR), 4, '0') AS zone_id, '测试区' || range AS zone_name,
  '高新区' AS zone_type, 900 AS file_id, range AS source_row FROM range(${zones})`;

const unitsMade = (rows, zones) => `SELECT 'U' || unit AS unit_id, '单位' || unit AS unit_name,
    '多' || lpad(CAST(CASE WHEN ${chance(1, 10)} < 2 THEN ${chance(2, Math.ceil(zones / 5))} ELSE ${chance(3, zones)} END AS VARCHAR), 4, '0') AS zone_id,
    last_day(CAST('2016-03-01' AS DATE) + to_months(CAST(3 * quarter AS INTEGER))) AS snapshot_date,
    '第' || ${chance(4, 8)} || '党委' AS committee,
    CASE WHEN ${chance(5, 4)} = 0 THEN '社会组织' ELSE '非公企业' END AS unit_kind,
    CASE WHEN ${chance(6, 20)} = 0 THEN '停业' ELSE '运营' END AS operating,
    ${chance(7, 300)} AS employees, ${chance(8, 12)} AS members,
    CASE WHEN hash(unit * 7 + quarter) % 9 < 2 THEN '未组建' WHEN hash(unit + quarter) % 2 = 0 THEN '单独支部' ELSE '联合支部' END AS coverage_mode,
    901 AS file_id, range AS source_row
  FROM (SELECT range, range // 12 AS unit, range % 12 AS quarter FROM range(${rows})) generated`;

/** Puts rows behind those of a table of a plan; its other columns stay empty. */
async function put({ run, rowsOf }, plan, table, made) {
  const file = join(plan, read(plan).inputs.find((input) => input.table === table).file);
  renameSync(file, `${file}.before`);
  const before = `SELECT * FROM read_parquet('${file}.before')`;
  const given = new Set((await rowsOf(`DESCRIBE ${made}`)).map((column) => column.column_name));
  const columns = (await rowsOf(`DESCRIBE ${before}`)).map(
    ({ column_name: name, column_type: type }) =>
      `CAST(${given.has(name) ? `"${name}"` : 'NULL'} AS ${type}) AS "${name}"`,
  );
  await run(
    `COPY (${before} UNION ALL SELECT ${columns.join(', ')} FROM (${made}) more) TO '${file}' (FORMAT parquet)`,
  );
  rmSync(`${file}.before`);
  const [{ n }] = await rowsOf(`SELECT count(*) AS n FROM read_parquet('${file}')`);
  console.log(`${table}: ${n} rows`);
}

async function add(plan, rows = '1000000', zones = '200') {
  const db = await connected();
  await put(db, plan, 'zone', zonesMade(zones));
  await put(db, plan, 'unit_coverage', unitsMade(rows, zones));
}

const PLAIN = `SELECT zone_id AS zone, CAST(snapshot_date AS VARCHAR) AS period,
    sum(CASE WHEN operating = '运营' AND coverage_mode <> '未组建' THEN 1.0 ELSE 0 END)::DOUBLE AS n, sum(CASE WHEN operating = '运营' THEN 1.0 ELSE 0 END)::DOUBLE AS d
  FROM unit_coverage WHERE zone_id LIKE '多%' GROUP BY ALL ORDER BY ALL`;
const TOLD = `SELECT zone, CAST(period AS VARCHAR) AS period, sum(numerator)::DOUBLE AS n, sum(denominator)::DOUBLE AS d
  FROM cell WHERE metric = 'org_coverage_rate' AND zone LIKE '多%' GROUP BY ALL ORDER BY ALL`;

/** The cells alike in form, from a table and from what another engine wrote. */
const alike = (
  from,
) => `SELECT metric, zone, coalesce(committee, '') AS committee, coalesce(domain, '') AS domain, CAST(period AS VARCHAR) AS period,
  coalesce(category, '') AS category, CAST(numerator AS DOUBLE) AS n, TRY_CAST(nullif(CAST(denominator AS VARCHAR), '') AS DOUBLE) AS d, origin FROM ${from}`;

async function compare({ rowsOf }, cells) {
  const theirs = alike(`read_csv('${cells}/cell/*.csv', all_varchar = true)`);
  const differ = async (one, other) =>
    (await rowsOf(`SELECT count(*) AS n FROM (${one} EXCEPT ALL ${other}) AS differing`))[0].n;
  const [more, fewer] = [await differ(theirs, alike('cell')), await differ(alike('cell'), theirs)];
  if (`${more}${fewer}` !== '00') throw new Error(`${more} cells are only there, ${fewer} only here`);
  console.log('every cell is the one the other engine found');
}

async function runHere(plan, data, cells, disk) {
  const db = await connected(disk);
  const step = async (file) => {
    for (const sql of readFileSync(join(plan, file), 'utf8').split('\n;\n').slice(0, -1)) await db.run(sql);
  };
  const [tables, ...others] = read(plan).steps;
  const loading = performance.now();
  await step(tables);
  for (const { table, file } of read(data).inputs)
    await db.run(`INSERT INTO "${table}" BY NAME SELECT * FROM read_parquet('${join(data, file)}')`);
  console.log(`loaded in ${seconds(loading)} s`);
  const from = performance.now();
  const slow = [];
  for (const file of others) {
    const at = performance.now();
    await step(file);
    slow.push([seconds(at), file]);
  }
  const [{ n }] = await db.rowsOf('SELECT count(*) AS n FROM cell');
  const memory = (process.resourceUsage().maxRSS / 1e6).toFixed(1);
  console.log(`${others.length} steps in ${seconds(from)} s; ${n} cells; ${memory} GB at most`);
  for (const [time, file] of slow.sort(([a], [b]) => b - a).slice(0, 6)) console.log(`  ${time} s  ${file}`);
  const [told, plain] = [await db.rowsOf(TOLD), await db.rowsOf(PLAIN)];
  if (told.length === 0 || JSON.stringify(told) !== JSON.stringify(plain))
    throw new Error('the cells are not those of the rows');
  console.log(`${told.length} figures of coverage by zone and quarter: equal to one plain query`);
  if (cells) await compare(db, cells);
}

const [what, ...given] = process.argv.slice(2);
await (what === 'add' ? add(...given) : runHere(...given));
