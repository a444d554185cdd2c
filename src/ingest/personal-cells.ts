import type { RawRecord } from './raw';
import type { FileReport } from './report';
import { maskedPath } from './personal/shown-names';
import { type FileInput, inputNamed } from './stager';

/** A file under its name without what is personal in it; the very same where nothing is. */
export const shownAs = (input: FileInput): FileInput => inputNamed(input, maskedPath(input.path));

/** Records of one sheet of a file with the cells of its personal columns blanked. */
export function withoutPersonal(
  records: readonly RawRecord[],
  { tables }: FileReport,
  sheet: string | null,
): RawRecord[] {
  const own = tables.filter(({ view }) => view.start.sheet === sheet);
  const hidden = new Set(own.flatMap(({ view }) => view.match.personal.map((column) => column.index)));
  return records.map(({ record, cells }) => ({
    record,
    cells: cells.map((cell, at) => (hidden.has(at) && cell !== '' ? '***' : cell)),
  }));
}
