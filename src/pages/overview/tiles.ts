import type { ZonePlace } from '../../cube';
import { PLACE_REACH } from '../../model';

/** Zones nobody placed stand in rows of at least and at most so many. */
const [LEAST, MOST] = [4, 6];

const isAt = (row: number, column: number) => (one: ZonePlace) => one.row === row && one.column === column;

/** Where zones stand: where somebody said, moved together to the first row and column; the others fill the free places in their order. */
export function arranged(zones: readonly string[], places: readonly ZonePlace[]): ZonePlace[] {
  const said = places.filter(
    ({ zone, row, column }, at) => zones.includes(zone) && places.findIndex(isAt(row, column)) === at,
  );
  const [top, left] = [Math.min(...said.map(({ row }) => row)), Math.min(...said.map(({ column }) => column))];
  const found = said.map(({ zone, row, column }) => ({ zone, row: row - top + 1, column: column - left + 1 }));
  const width = Math.max(
    Math.min(MOST, Math.max(LEAST, Math.ceil(Math.sqrt(zones.length)))),
    ...found.map(({ column }) => column),
  );
  for (const zone of zones.filter((one) => !said.some((place) => place.zone === one))) {
    let at = 0;
    while (found.some(isAt(Math.floor(at / width) + 1, (at % width) + 1))) at += 1;
    found.push({ zone, row: Math.floor(at / width) + 1, column: (at % width) + 1 });
  }
  return found;
}

/** The places after a zone went to another: who stands there takes the one it left. Nothing happens beyond the map. */
export function moved(places: readonly ZonePlace[], zone: string, row: number, column: number): readonly ZonePlace[] {
  const from = places.find((one) => one.zone === zone);
  if (!from || row < 1 || column < 1 || row > PLACE_REACH || column > PLACE_REACH) return places;
  return places.map((one) => {
    if (one.zone === zone) return { zone, row, column };
    return isAt(row, column)(one) ? { ...one, row: from.row, column: from.column } : one;
  });
}

/** How many rows and columns the places take. */
export const sizeOf = (places: readonly ZonePlace[]): { readonly rows: number; readonly columns: number } => ({
  rows: Math.max(1, ...places.map(({ row }) => row)),
  columns: Math.max(1, ...places.map(({ column }) => column)),
});
