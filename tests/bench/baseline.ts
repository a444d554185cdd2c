import { openBrowserEngine } from '../../src/engine/browser';

/** The yardstick: DuckDB-WASM's own sniffed `read_csv` plus one grouped query, over a file chosen in the page. */
const input = document.getElementById('file') as HTMLInputElement;
const engine = await openBrowserEngine();
input.addEventListener('change', async () => {
  const file = input.files?.[0];
  if (!file) return;
  const path = await engine.load(file);
  const start = performance.now();
  const rows = await engine.rows(`SELECT "所属园区", "单位性质", date_trunc('quarter', "统计日期")::VARCHAR AS quarter,
    count(*)::DOUBLE AS n, count(*) FILTER ("组建方式" = '联合支部')::DOUBLE AS joint FROM read_csv('${path}') GROUP BY 1, 2, 3`);
  document.title = `done ${performance.now() - start} ${rows.length}`;
  input.value = '';
});
document.title = 'ready';
