import { Refusal } from '../domain';
import { EngineGone } from '../engine';

/** What the engine and the browsers say when there is no memory left. */
const FULL = /out of memory|bad_alloc|allocation failed|(?:failed|could not|unable) to allocate|memory size exceeded/iu;

/** A file that was refused: the reason as a code, and where. */
export interface Refused {
  readonly path: string;
  readonly code: string;
  readonly place: Refusal['place'];
  readonly value: string | null;
}

/** Why a file was refused, whatever was thrown. */
export function refusedFor(path: string, error: unknown): Refused {
  if (error instanceof EngineGone) return { path, code: 'database-died', place: {}, value: null };
  if (error instanceof Refusal) return { path, code: error.code, place: error.place, value: error.value };
  const value = error instanceof Error ? error.message : String(error);
  return { path, code: FULL.test(value) ? 'out-of-memory' : 'unexpected', place: {}, value };
}
