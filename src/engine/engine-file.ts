import { fetchPart } from '../program';
import { EngineError } from './engine';

const GZIP = [0x1f, 0x8b];
const WASM = [0x00, 0x61, 0x73, 0x6d];

const startsWith = (bytes: ArrayBuffer, mark: readonly number[]): boolean => {
  const head = new Uint8Array(bytes, 0, Math.min(mark.length, bytes.byteLength));
  return mark.every((byte, at) => head[at] === byte);
};

/** Inflates unless the host already did: some hosts answer a compressed file with Content-Encoding. */
export async function unpack(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  if (!startsWith(bytes, GZIP)) return bytes;
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}

/** The engine's program as it arrived: packed, unless the host unpacked it on its way. */
export interface EngineProgram {
  readonly file: Blob;
  readonly packed: boolean;
}

/** The engine's program. Rejects with {@link EngineError} when it does not arrive or is something else. */
export async function fetchEngine(address: string): Promise<EngineProgram> {
  const fail = (what: string): never => {
    throw new EngineError(`engine file ${what}`, address);
  };
  const response = await fetchPart(address).catch((error: unknown) => fail(`did not arrive: ${String(error)}`));
  if (!response.ok) fail(`is missing: ${response.status}`);
  const file = await response.blob().catch((error: unknown) => fail(`is damaged: ${String(error)}`));
  const head = await file.slice(0, WASM.length).arrayBuffer();
  const packed = startsWith(head, GZIP);
  // A host that answers every address with a page, or a gateway with a page of its own.
  if (!packed && !startsWith(head, WASM)) fail('is something else');
  return { file, packed };
}
