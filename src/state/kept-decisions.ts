import { KeepTrouble } from '../keep';
import type { Opened } from '../keep/project-file';
import { DecisionsError } from './decision-words';
import { type Decisions, readDecisions } from './decisions-file';

/** What a kept text of decisions says. Throws {@link KeepTrouble} when it is not readable. */
export function keptDecisions(text: string): Decisions {
  try {
    return readDecisions(text);
  } catch (error) {
    throw new KeepTrouble('broken', error instanceof DecisionsError ? error.reason : 'decisions.json');
  }
}

/** A project from a file, with decisions that can be read. Throws {@link KeepTrouble}. */
export async function openedProject(file: Blob): Promise<Opened> {
  const { readProjectFile } = await import('../keep/project-file');
  const opened = await readProjectFile(file);
  keptDecisions(opened.manifest.decisions);
  return opened;
}
