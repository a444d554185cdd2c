import type { ReadColumn } from './read-cells';

const NEEDS_QUOTES = /[",\r\n]/;

const field = (text: string): string => (NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The rows of a table as RFC 4180 in UTF-8, the record first. An empty field is written empty and read back as NULL. */
export function csvOf(records: Int32Array, columns: readonly ReadColumn[]): Uint8Array {
  const fields = columns.map(({ values, codes }) => ({ texts: values.map(field), codes }));
  let csv = '';
  records.forEach((record, row) => {
    csv += String(record);
    for (const { texts, codes } of fields) csv += `,${texts[codes[row] ?? 0] ?? ''}`;
    csv += '\n';
  });
  return new TextEncoder().encode(csv);
}
