import type { Engine } from '../engine';
import { Collection, type Stager, bytesSource } from '../ingest';
import { tableById } from '../model';
import { figuresOf } from './read-files';

/** A few units of nowhere: a list such as most files are. */
function trialFile(): Uint8Array {
  const cells: Readonly<Record<string, string>> = {
    unit_name: '单位',
    unit_kind: '非公企业',
    coverage_mode: '单独支部',
    operating: '运营',
    zone_id: '园区',
    snapshot_date: '2000-12-31',
    employees: '9',
    members: '3',
  };
  const header = tableById('unit_coverage')?.columns.filter(({ id }) => id in cells) ?? [];
  const rows = ['甲', '乙', '丙'].map((name) =>
    header.map(({ id }) => `${cells[id] ?? ''}${id === 'unit_name' ? name : ''}`),
  );
  return new TextEncoder().encode([header.map(({ label }) => label.zh), ...rows].map((line) => line.join()).join('\n'));
}

/** The engine until it is to stop: what is asked then is not begun. */
function until(signal: AbortSignal, engine: Engine): Engine {
  const begun =
    <Asked extends unknown[], Answer>(ask: (...asked: Asked) => Promise<Answer>) =>
    async (...asked: Asked): Promise<Answer> => {
      signal.throwIfAborted();
      return ask(...asked);
    };
  const { run, rows, arrow, load, insert } = engine;
  return {
    ...engine,
    run: begun(run),
    rows: begun(rows),
    arrow: begun(arrow),
    load: begun(load),
    insert: begun(insert),
  };
}

/**
 * Reads and counts a few rows that nobody sees, and forgets them: what a page does for the first time takes several times as long, in the
 * database above all, and the first file of a reader need not wait for that. `collection` must be empty, and is again afterwards.
 */
export async function rehearse(
  engine: Engine,
  collection: Collection,
  stager: Stager,
  signal: AbortSignal,
): Promise<void> {
  const data = trialFile();
  const path = 'trial.csv';
  try {
    const trial = await Collection.open(until(signal, engine), stager);
    await trial.add({ path, data, source: bytesSource(path, data) }, {}, { signal });
    await figuresOf(until(signal, engine), trial);
  } catch {
    // It was stopped; what else fails will fail again over the files of the reader, and be told then.
  } finally {
    await collection.clear();
  }
}
