import { isPortable } from './parts';

/**
 * Whether the program is kept for opening it without a network: `not` where the browser does not do that for this address, or the page has
 * no need of it; `failed` where not all of it could be kept.
 */
export type Kept = 'not' | 'keeping' | 'ready' | 'failed';

/** Made by the build from `offline-worker.js`. */
const WORKER = 'offline.js';

/** Has the program kept by the browser, and tells how far that is. */
export async function keepProgram(tell: (kept: Kept) => void): Promise<void> {
  if (isPortable || !import.meta.env.PROD || !navigator.serviceWorker) return tell('not');
  tell('keeping');
  try {
    const registration = await navigator.serviceWorker.register(WORKER, { updateViaCache: 'none' });
    // One that is active has kept all of its version, and serves it until the next has done the same.
    if (registration.active) return tell('ready');
    const worker = registration.installing ?? registration.waiting;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'activated') tell('ready');
      if (worker.state === 'redundant') tell('failed');
    });
  } catch {
    tell('failed');
  }
}
