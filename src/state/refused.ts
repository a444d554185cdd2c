import { Refusal } from '../domain';
import { EngineGone, isOutOfMemory } from '../engine';

/** A file that was refused: the reason as a code, and where. */
export interface Refused {
  readonly path: string;
  readonly code: string;
  readonly place: Refusal['place'];
  readonly value: string | null;
}

/** Why a file was refused, whatever was thrown. */
export function refusedFor(path: string, error: unknown): Refused {
  if (error instanceof Refusal) return { path, code: error.code, place: error.place, value: error.value };
  const value = error instanceof Error ? error.message : String(error);
  if (isOutOfMemory(value)) return { path, code: 'out-of-memory', place: {}, value };
  if (error instanceof EngineGone) return { path, code: 'database-died', place: {}, value: null };
  return { path, code: 'unexpected', place: {}, value };
}
