import { gunzipSync, gzipSync } from 'fflate';
import { type Cube, loadCube, saveCube } from '../cube';
import { READER_PLACE } from './reader-place';

const CHUNK = 0x8000;

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}

/** A report: the reader page with the cube inside, aggregates only. It opens from disk and fetches nothing. */
export function reportHtml(template: string, cube: Cube): string {
  const parts = template.split(READER_PLACE);
  if (parts.length !== 2) throw new RangeError('the report template has no place for the cube');
  return parts.join(toBase64(gzipSync(saveCube(cube), { level: 9, mtime: 0 })));
}

/** The cube inside a report, from the text of its data element. Throws RangeError when it holds none. */
export function cubeInReport(text: string): Cube {
  return loadCube(gunzipSync(Uint8Array.from(atob(text.trim()), (char) => char.charCodeAt(0))));
}
