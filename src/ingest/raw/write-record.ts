/** One RFC 4180 record with its CRLF; a cell is quoted when it holds a quote, a comma, a line end or outer white space. */
export function writeRecord(cells: readonly string[]): string {
  // A lone empty cell would be an empty line, which no reader takes for a record.
  if (cells.length === 1 && cells[0] === '') return '""\r\n';
  return `${cells.map(field).join(',')}\r\n`;
}

function field(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
