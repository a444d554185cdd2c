/**
 * Why something was not kept or not found: no storage, no room on the disk, written by a newer page, not readable, figures of another
 * version without the files to count them from, or bytes that are not there.
 */
export type TroubleCode = 'closed' | 'full' | 'newer' | 'broken' | 'figures' | 'gone';

/** What is kept in the browser could not be written or read; `about` says what, as a person knows it. */
export class KeepTrouble extends Error {
  constructor(
    readonly code: TroubleCode,
    readonly about = '',
  ) {
    super(about === '' ? code : `${code}: ${about}`);
    this.name = 'KeepTrouble';
  }
}

const isFull = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'QuotaExceededError' || /quota|no space|disk is full/iu.test(error.message));

/** What the browser threw, as one of the few things that can be wrong with its storage. */
export function troubleOf(error: unknown): KeepTrouble {
  if (error instanceof KeepTrouble) return error;
  return new KeepTrouble(isFull(error) ? 'full' : 'closed', error instanceof Error ? error.message : String(error));
}
