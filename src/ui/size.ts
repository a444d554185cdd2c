import { decimalText } from '../brief';
/** A number of bytes as a person reads it: 980 B, 12.4 KB, 130 MB. */
export function sizeText(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 || value >= 100 ? decimalText(value, 0) : decimalText(value, 1)} ${units[unit]}`;
}
