import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/*
 * How long a plan takes on many rows, in native DuckDB in this process.
 *
 *     npm run -s zonelens -- plan datasets/example/baiyu datasets/example/zones.csv datasets/example/rules.csv --dialect duckdb --out-dir /tmp/plan
 *     cd tests/bench/peers && npm i && node many-rows.js /tmp/plan 1000000 200
 *
 * The rows of the plan are loaded, then as many rows of units as asked for in as many zones: twelve quarters, one zone in five times as large
 * as the others. The cells of the first metric are counted a second time by one plain query.
 */

const [plan, rows = '1000000', zones = '200', disk = ':memory:'] = process.argv.slice(2);
const { steps, inputs } = JSON.parse(readFileSync(join(plan, 'plan.json'), 'utf8'));
const db = await (await DuckDBInstance.create(disk)).connect();
const run = (sql) => db.run(sql);
const rowsOf = async (sql) => (await db.runAndReadAll(sql)).getRowObjectsJson();
const seconds = (from) => (performance.now() - from) / 1000;

async function step(file) {
  for (const sql of readFileSync(join(plan, file), 'utf8').split('\n;\n').slice(0, -1)) await run(sql);
}

const [tables, ...others] = steps;
await step(tables);
for (const { table, file } of inputs) await run(`COPY "${table}" FROM '${join(plan, file)}' (FORMAT csv, HEADER)`);

/** A number below `size` that looks like chance, of the row and a seed. */
const chance = (seed, size) => `CAST(hash(unit * 31 + ${seed}) % ${size} AS INTEGER)`;
const ZONE = `'多' || lpad(CAST(CASE WHEN ${chance(1, 10)} < 2 THEN ${chance(2, Math.ceil(zones / 5))} ELSE ${chance(3, zones)} END AS VARCHAR), 4, '0')`;
const made = performance.now();
await run(`INSERT INTO zone BY NAME SELECT '多' || lpad(CAST(range AS VARCHAR), 4, '0') AS zone_id, '测试区' || range AS zone_name, '高新区' AS zone_type,
  900 AS file_id, range AS source_row FROM range(${zones})`);
await run(`INSERT INTO unit_coverage BY NAME
  SELECT 'U' || unit AS unit_id, '单位' || unit AS unit_name, ${ZONE} AS zone_id,
    last_day(CAST('2016-03-01' AS DATE) + to_months(CAST(3 * quarter AS INTEGER))) AS snapshot_date,
    '第' || ${chance(4, 8)} || '党委' AS committee,
    CASE WHEN ${chance(5, 4)} = 0 THEN '社会组织' ELSE '非公企业' END AS unit_kind,
    CASE WHEN ${chance(6, 20)} = 0 THEN '停业' ELSE '运营' END AS operating,
    ${chance(7, 300)} AS employees, ${chance(8, 12)} AS members,
    CASE WHEN hash(unit * 7 + quarter) % 9 < 2 THEN '未组建' WHEN hash(unit + quarter) % 2 = 0 THEN '单独支部' ELSE '联合支部' END AS coverage_mode,
    901 AS file_id, range AS source_row
  FROM (SELECT range, range // 12 AS unit, range % 12 AS quarter FROM range(${rows})) generated`);
const [{ n }] = await rowsOf('SELECT count(*) AS n FROM unit_coverage');
console.log(`${n} rows of units in ${zones} zones, generated in ${seconds(made).toFixed(1)} s`);

const from = performance.now();
const slow = [];
for (const file of others) {
  const at = performance.now();
  await step(file);
  slow.push([seconds(at), file]);
}
const whole = seconds(from);
const [{ cells }] = await rowsOf('SELECT count(*) AS cells FROM cell');
console.log(
  `${others.length} steps in ${whole.toFixed(1)} s; ${cells} cells; ${(process.resourceUsage().maxRSS / 1e6).toFixed(1)} GB at most`,
);
for (const [time, file] of slow.sort(([a], [b]) => b - a).slice(0, 6)) console.log(`  ${time.toFixed(1)} s  ${file}`);

const told = await rowsOf(`SELECT zone, period, sum(numerator) AS n, sum(denominator) AS d FROM cell
  WHERE metric = 'org_coverage_rate' AND zone LIKE '多%' GROUP BY ALL ORDER BY ALL`);
const plain = await rowsOf(`SELECT zone_id AS zone, CAST(snapshot_date AS VARCHAR) AS period,
  sum(CASE WHEN operating = '运营' AND coverage_mode <> '未组建' THEN 1.0 ELSE 0 END)::DOUBLE AS n, sum(CASE WHEN operating = '运营' THEN 1.0 ELSE 0 END)::DOUBLE AS d
  FROM unit_coverage WHERE zone_id LIKE '多%' GROUP BY ALL ORDER BY ALL`);
if (told.length === 0 || JSON.stringify(told) !== JSON.stringify(plain))
  throw new Error('the cells are not those of the rows');
console.log(`${told.length} figures of coverage by zone and quarter: equal to one plain query`);
