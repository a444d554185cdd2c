/** Most bytes a container may have, packed and unpacked, and most files in it; most sheets, rows and columns of a workbook. */
export const LIMITS = {
  packed: 256 << 20,
  unpacked: 1 << 30,
  entries: 2000,
  sheets: 256,
  rows: 1_048_576,
  columns: 16_384,
  cell: 1 << 20,
};
