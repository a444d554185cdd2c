import type { LoadedSetting } from '../cube';

/** Reads a file of rules or targets by what is fetched for it then. Throws `Refusal` when it cannot be read. */
export async function readRules(file: File): Promise<LoadedSetting> {
  const { readRulesFile } = await import('../state/rules-file');
  return readRulesFile(file);
}
