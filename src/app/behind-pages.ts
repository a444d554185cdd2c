/* What the workbench fetches with its pages; a report has none of it, and is built without. */
import type { Component } from 'svelte';
import { type Page, type Workbench, type Workplace, pageRecord } from '../state';

/** Fetches what a page about files says. */
export async function fetchFileWords(page: Page, { language }: Workbench): Promise<void> {
  if (pageRecord(page).needs !== 'files') return;
  const { FILE_WORDS } = await import('../state/messages/file-words');
  language.add(FILE_WORDS);
}

/** The workplace, and what shows it beside the pages. */
export interface OpenWorkplace extends Workplace {
  readonly Notices: Component;
  readonly Offline: Component;
  readonly ProjectBar: Component;
}

/** Fetches the workplace and opens it. */
export async function fetchWorkplace(workbench: Workbench): Promise<OpenWorkplace> {
  const { Notices, Offline, ProjectBar, openWorkplace } = await import('./workplace');
  return { ...openWorkplace(workbench), Notices, Offline, ProjectBar };
}
