import { gzipSync } from 'fflate';
import { type Cube, loadCube, saveCube } from '../cube';
import { Refusal } from '../domain';
import { READER_PLACE, STILL_PLACE } from './reader-place';

const CHUNK = 0x8000;

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** The template with something in a place that it has once. */
function put(template: string, place: string, content: string): string {
  const parts = template.split(place);
  if (parts.length !== 2) throw new RangeError(`the report template has no place ${place}`);
  return parts.join(content);
}

/**
 * A report: the reader page with the cube inside, aggregates only. It opens from disk and fetches nothing. `still` is what of the cube can
 * be read where nothing may run.
 */
export function reportHtml(template: string, cube: Cube, still: string): string {
  // First the cube: what is still holds names from outside, which might read like a place.
  const whole = put(template, READER_PLACE, toBase64(gzipSync(saveCube(cube), { level: 9, mtime: 0 })));
  return put(whole, STILL_PLACE, still);
}

const PLACES = /\bid\s*=\s*["']?cube\b/giu;
const HELD = /<script type="application\/octet-stream" id="cube">([^<]*)<\/script>/u;

/** The cube inside the file of a report. Throws Refusal where it is no report, is cut off or altered, or of another version. */
export async function cubeInFile(html: string, name: string): Promise<Cube> {
  const places = html.match(PLACES)?.length ?? 0;
  if (places === 0 || !html.startsWith('<!doctype html>')) throw new Refusal('report-foreign', name);
  // With a second place a reader could show other figures than were looked at.
  const [, text] = (places === 1 && HELD.exec(html)) || [];
  if (text === undefined) throw new Refusal('report-damaged', name);
  try {
    return await cubeInReport(text, name);
  } catch (error) {
    const isOtherVersion = error instanceof Refusal && ['cube-newer', 'cube-older'].includes(error.code);
    throw isOtherVersion ? error : new Refusal('report-damaged', name);
  }
}

/** The cube inside a report, from the text of its data element. Rejects when it holds none. */
export async function cubeInReport(text: string, name = ''): Promise<Cube> {
  const packed = new Blob([fromBase64(text.trim())]).stream();
  const bytes = await new Response(packed.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
  return loadCube(new Uint8Array(bytes), name);
}
