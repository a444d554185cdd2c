import { Refusal } from '../domain';
import { EngineGone } from '../engine';

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
  return error instanceof Refusal
    ? { path, code: error.code, place: error.place, value: error.value }
    : { path, code: 'unexpected', place: {}, value: error instanceof Error ? error.message : String(error) };
}
