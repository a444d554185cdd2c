import type { TableSpec } from '../../domain';
import type { ReadColumn } from './read-cells';

const NEEDS_QUOTES = /[",\r\n]/;

const field = (text: string): string => (NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * Rows as RFC 4180 in UTF-8: the record, then every column of the table in its order, so that rows of many files stand together. Where a cell
 * says nothing stands what is given `once` for all rows. An empty field is written empty and read back as NULL.
 */
export function csvOf(
  { columns: specs }: TableSpec,
  records: Int32Array,
  columns: readonly ReadColumn[],
  once: ReadonlyMap<string, string>,
): Uint8Array {
  const fields = specs.map(({ id }) => {
    const given = field(once.get(id) ?? '');
    const read = columns.find((column) => column.id === id);
    return { given, texts: read?.values.map(field) ?? [], codes: read?.codes };
  });
  let csv = '';
  records.forEach((record, row) => {
    csv += String(record);
    for (const { given, texts, codes } of fields) csv += `,${(codes && texts[codes[row] ?? 0]) || given}`;
    csv += '\n';
  });
  return new TextEncoder().encode(csv);
}
