import type { Engine } from '../../src/engine';

/** Statements that must fail on a locked engine, each with what it would do. */
export const FORBIDDEN: readonly (readonly [string, string])[] = [
  ['read over http', "SELECT * FROM read_csv('http://127.0.0.1:9/x.csv')"],
  ['read over https', "SELECT * FROM read_csv('https://example.com/x.csv')"],
  ['read a file of the machine', "SELECT * FROM read_csv('/etc/passwd')"],
  ['read a file as text', "SELECT * FROM read_text('/etc/hostname')"],
  ['read a file as bytes', "SELECT * FROM read_blob('package.json')"],
  ['list files', "SELECT * FROM glob('/*')"],
  ['leave the folder of uploads', "SELECT * FROM read_text('upload/../package.json')"],
  ['write a file', "COPY (SELECT 1) TO '/tmp/zonelens-must-not-exist.csv'"],
  ['export the database', "EXPORT DATABASE '/tmp/zonelens-must-not-exist'"],
  ['attach a database file', "ATTACH '/tmp/zonelens-must-not-exist.db' AS other"],
  // INSTALL alone only notes the name in this build; the extension must not come.
  ['install and load an extension', 'INSTALL httpfs; LOAD httpfs'],
  ['load an extension', 'LOAD httpfs'],
  ['load an extension from a file', "LOAD '/tmp/x.duckdb_extension'"],
  ['use a function of an extension that is not there', `SELECT json_extract('{"a":1}', '$.a')`],
  ['read parquet, which would need an extension', "SELECT * FROM read_parquet('upload/1')"],
  ['allow external access again', 'SET enable_external_access = true'],
  ['allow autoloading again', 'SET autoload_known_extensions = true'],
  ['allow autoinstalling again', 'SET autoinstall_known_extensions = true'],
  ['allow another directory', "SET allowed_directories = ['/']"],
  ['unlock the configuration', 'SET lock_configuration = false'],
  ['reset the lock', 'RESET lock_configuration'],
  ['unlock by pragma', 'PRAGMA lock_configuration = false'],
  ['change any setting', "SET temp_directory = '/tmp'"],
];

/** What a locked engine does with a statement: the error's name, or `done`. */
export async function outcome(engine: Engine, sql: string): Promise<string> {
  try {
    await engine.rows(sql);
    return 'done';
  } catch (error) {
    return error instanceof Error ? error.name : typeof error;
  }
}

/** Whether the engine still works after everything that was refused: a module can be left broken by what it tried to fetch. */
export async function stillWorks(engine: Engine): Promise<void> {
  const bytes = new TextEncoder().encode('zone,n\n甲区,3\n乙区,4\n');
  const path = await engine.load(bytes);
  const rows = await engine.rows(
    `SELECT zone, CAST(n AS DOUBLE) AS n FROM read_csv('${path}', header = true) ORDER BY n`,
  );
  await engine.drop(path);
  const said = JSON.stringify(rows);
  if (said !== '[{"zone":"甲区","n":3},{"zone":"乙区","n":4}]') throw new Error(`the engine answers ${said}`);
}
