import { remember, remembered } from './remembered';

const KEY = 'zonelens.reading';

/** Whether the page ended by itself while the files of this project were read: they may be what ended it. */
export function wasInterrupted(project: string): boolean {
  const found = remembered(KEY) === project;
  if (found) remember(KEY, '');
  return found;
}

const unmark = (): void => remember(KEY, '');

/** Reads the files of a project under a mark that only a page which ends by itself leaves behind: one that is closed takes it off. */
export async function reading(project: string, work: () => Promise<void>): Promise<void> {
  remember(KEY, project);
  addEventListener('pagehide', unmark, { once: true });
  try {
    await work();
  } finally {
    removeEventListener('pagehide', unmark);
    unmark();
  }
}
