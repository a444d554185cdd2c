import { Refusal } from '../../domain';

/** Where the header of a compound file (.xls) says how it is divided. */
const SHIFT_AT = 30;
const DIFAT_START_AT = 68;
const DIFAT_COUNT_AT = 72;
const FAT_AT = 76;
const FAT_IN_HEADER = 109;

/**
 * Refuses a compound file whose chains of sectors run in circles. Whoever follows such a chain goes on until the memory is used up, and
 * the page goes with it: this is looked at before the spreadsheet library opens the file. Other damage the library tells itself.
 */
export function refuseCircles(file: string, bytes: Uint8Array): void {
  if (bytes.length < 512) return;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = 1 << view.getUint16(SHIFT_AT, true);
  if (size !== 512 && size !== 4096) return;
  const sectors = Math.ceil(bytes.length / size) - 1;
  /** A number in a sector; below 0 where the file has none. */
  const numberAt = (sector: number, at: number): number => {
    const place = (sector + 1) * size + at;
    return sector >= 0 && sector < sectors && place + 4 <= bytes.length ? view.getInt32(place, true) : -1;
  };
  const tables = tableSectors(file, view, size, sectors, numberAt);
  const next = (sector: number): number => numberAt(tables[Math.floor((sector * 4) / size)] ?? -1, (sector * 4) % size);
  /** By sector, the walk that came by; 0 while none did. */
  const walked = new Uint32Array(sectors);
  for (let start = 0; start < sectors; start += 1)
    for (let at = start; at >= 0 && at < sectors; at = next(at)) {
      if (walked[at] === start + 1) throw new Refusal('damaged-spreadsheet', file, {}, 'sector chain');
      if (walked[at] !== 0) break;
      walked[at] = start + 1;
    }
}

/** The sectors that hold the table of chains: those the header names, then those of the chain it begins. */
function tableSectors(
  file: string,
  view: DataView,
  size: number,
  sectors: number,
  numberAt: (sector: number, at: number) => number,
): number[] {
  const found: number[] = [];
  for (let k = 0; k < FAT_IN_HEADER; k += 1) {
    const sector = view.getInt32(FAT_AT + k * 4, true);
    if (sector < 0) break;
    found.push(sector);
  }
  let at = view.getInt32(DIFAT_START_AT, true);
  const more = view.getInt32(DIFAT_COUNT_AT, true);
  if (more > sectors) throw new Refusal('damaged-spreadsheet', file, {}, 'sector table');
  for (let k = 0; k <= more && at >= 0 && at < sectors; k += 1) {
    for (let place = 0; place < size - 4; place += 4) found.push(numberAt(at, place));
    at = numberAt(at, size - 4);
  }
  return found;
}
