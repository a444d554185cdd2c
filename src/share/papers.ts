import { zipSync } from 'fflate';
import type { Paper } from '../brief';
import { freeName, stemOf } from '../domain';
import { docxOf } from './docx';

/** The earliest day a ZIP archive knows. */
const DAY_ONE = new Date(1980, 0, 1);

/** Papers as Word files in one ZIP archive, each called by its title. */
export async function papersZip(papers: Iterable<Paper> | AsyncIterable<Paper>): Promise<Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for await (const paper of papers) {
    const name = freeName(stemOf(paper.title), '.docx', (known) => files[known] !== undefined);
    files[name] = await docxOf(paper);
  }
  // Word files are packed already.
  return zipSync(files, { mtime: DAY_ONE, level: 0 });
}
