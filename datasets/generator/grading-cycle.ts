/** The last day of a grading cycle (`2018H1`, `2018`), ISO. */
export const lastDayOf = (cycle: string): string =>
  cycle.endsWith('H1') ? `${cycle.slice(0, 4)}-06-30` : `${cycle.slice(0, 4)}-12-31`;

/** How an export writes a cycle. */
export type CycleStyle = 'code' | 'chinese' | 'year';

/** Writes a cycle the way one export does. */
export function writeCycle(cycle: string, style: CycleStyle): string {
  const year = cycle.slice(0, 4);
  if (style === 'code') return cycle;
  if (cycle.endsWith('H1')) return `${year}年上半年`;
  return style === 'chinese' ? `${year}年度` : year;
}
