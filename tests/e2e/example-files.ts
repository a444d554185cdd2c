import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { exampleList } from '../datasets/plain-reader';

const DATASETS = join(import.meta.dirname, '../../datasets');

/** The example files on disk under the names their bodies would give them. */
export function exampleFiles(): { readonly paths: readonly string[]; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'zonelens-example-'));
  const files = [
    ...exampleList().map((file) => ({ path: file.path, name: (file as unknown as { name: string }).name })),
    { path: 'published/figures.csv', name: '公布数.csv' },
  ];
  const paths = files.map(({ path, name }) => {
    const to = join(folder, name);
    copyFileSync(join(DATASETS, path), to);
    return to;
  });
  return { paths, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Chooses files in the dialog of the import page, as a person does. */
export async function choose(page: Page, files: Parameters<Page['setInputFiles']>[1]): Promise<void> {
  await page.locator('input[type=file][multiple]:enabled').setInputFiles(files);
}

/** Loads the whole example through the dialog and waits for the overview. */
export async function loadExample(page: Page): Promise<void> {
  const { paths, remove } = exampleFiles();
  try {
    await choose(page, [...paths]);
    await page.getByRole('region', { name: '主要指标' }).waitFor({ timeout: 120_000 });
    // The bytes are read once more to be kept: until then the files must be where they were chosen.
    await page.getByText('已保存在本机').waitFor({ timeout: 60_000 });
  } finally {
    remove();
  }
}
