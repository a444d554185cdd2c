import type { Progress } from './incoming';
import type { ReadHooks, Ready } from './given-files';

/** Follows the reading of files and says how far it has come and how long it will take. */
function progressOf(
  files: readonly Ready[],
  again: boolean,
  show: (progress: Progress) => void,
): (path: string, at: number, bytesRead: number, rows: number) => void {
  const start = performance.now();
  const sizes = files.map(({ input }) => input.source.size);
  const totalBytes = sizes.reduce((sum, size) => sum + size, 0);
  return (path, at, bytesRead, rows) => {
    const bytes = sizes.slice(0, at).reduce((sum, size) => sum + size, bytesRead);
    const elapsed = (performance.now() - start) / 1000;
    const secondsLeft = elapsed < 1 || bytes === 0 ? null : (elapsed / bytes) * (totalBytes - bytes);
    show({ path, at: at + 1, of: files.length, bytes, totalBytes, rows, secondsLeft, again });
  };
}

/** How files are followed and stopped; nothing is shown of a reading that was. */
export function hooksFor(
  files: readonly Ready[],
  signal: AbortSignal,
  again: boolean,
  show: (progress: Progress) => void,
): ReadHooks {
  const follow = progressOf(files, again, show);
  return { signal, onProgress: (...how) => void (signal.aborted || follow(...how)) };
}
