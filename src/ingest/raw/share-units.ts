import type { Row } from './header-row';
import { isBareUnits, isLabelledUnits } from './row-words';

const SIGN = /^[（(]?([%％‰])[)）]?$/;
/** Above a table, for all of it: 单位：%, 计量单位：个、%. */
const OF_ALL = /单位\s*[:：][^:：]{0,12}([%％‰])/;
const SHARE = /[率比](?:\([^()]*\)|（[^（）]*）)?$|比[例重值]|占比|百分比|份额/;

/**
 * A row of units says of which columns the figures are per cent or per mille; a line above the table says it of those that are
 * shares by their name. What a header says itself stands.
 */
export function withShareUnits(header: string[], above: readonly Row[], hints: readonly Row[]): void {
  const add = (column: number, sign: string | undefined): void => {
    const name = header[column];
    if (name !== undefined && sign !== undefined && !/[%％‰]/.test(name))
      header[column] = `${name}(${sign === '‰' ? '‰' : '%'})`;
  };
  for (const { cells } of [...above, ...hints].filter(
    ({ cells }) => isLabelledUnits(cells) || isBareUnits(header, cells),
  ))
    for (const column of header.keys()) add(column, SIGN.exec((cells[column] ?? '').trim())?.[1]);
  const sign = above
    .flatMap(({ cells }) => cells)
    .map((cell) => OF_ALL.exec(cell)?.[1])
    .find((found) => found !== undefined);
  for (const [column, name] of header.entries()) if (SHARE.test(name.trim())) add(column, sign);
}
