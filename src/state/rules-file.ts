import { type LoadedSetting, loadedSetting } from '../cube';
import { openBrowserEngine } from '../engine/browser';
import { Collection, fileSource } from '../ingest';
import { workerStager } from '../ingest/worker-client';
import { settingOfCsv } from '../share';

/** More than any file of rules that the page saves. */
const LARGEST = 1 << 22;

/**
 * Reads a file of rules or targets: one that the page saved as it was saved, any other as the import page would, in a database
 * of its own: the session is not touched. A file of something else says nothing about either. Throws `Refusal` when it cannot be read.
 */
export async function readRulesFile(file: File): Promise<LoadedSetting> {
  const own = file.size <= LARGEST ? settingOfCsv(await file.text()) : null;
  if (own !== null) return own;
  const engine = await openBrowserEngine();
  try {
    const collection = await Collection.open(engine, workerStager());
    await collection.add({ path: file.name, source: fileSource(file, file.name), data: file });
    return await loadedSetting(engine);
  } finally {
    await engine.close();
  }
}
