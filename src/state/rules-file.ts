import { type LoadedSetting, loadedSetting } from '../cube';
import { openBrowserEngine } from '../engine/browser';
import { Collection, fileSource } from '../ingest';
import { workerStager } from '../ingest/worker-client';

/**
 * Reads a file of rules or targets as the import page would, in a database of its own: the session is not touched. A file
 * of something else says nothing about either. Throws `Refusal` when it cannot be read.
 */
export async function readRulesFile(file: File): Promise<LoadedSetting> {
  const engine = await openBrowserEngine();
  try {
    const collection = await Collection.open(engine, workerStager());
    await collection.add({ path: file.name, source: fileSource(file, file.name), data: file });
    return await loadedSetting(engine);
  } finally {
    await engine.close();
  }
}
