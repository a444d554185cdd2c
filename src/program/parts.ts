/** Files of the program by their address, in a page that carries them inside itself: `src/cli/portable.ts` puts them there. */
const inside = (globalThis as { zonelensParts?: ReadonlyMap<string, Blob> }).zonelensParts;

/** Whether this page is the portable file: it has everything inside and fetches nothing. */
export const isPortable = inside !== undefined;

/** A file of the program that the page carries inside; null where it lies beside the page. */
const carried = (address: string): Blob | null => inside?.get(address) ?? null;

/** A file of the program, from beside the page or out of it. Rejects when it does not arrive. */
export async function fetchPart(address: string): Promise<Response> {
  const blob = carried(address);
  return blob ? new Response(blob) : fetch(address);
}

/**
 * Starts a worker under a name that tools show: first what is to be done before anything else, then the program. Its script has a blob: URL, since a worker started
 * from its own URL has the policy its server sends, which is none, and one from a blob: URL that of the page.
 */
export function startWorker(name: string, address: string, type: WorkerType, before = ''): Worker {
  const away = JSON.stringify(new URL(address, document.baseURI).href);
  // In a page from the disk no worker may fetch a script, not even a module from its own blob: what is inside is one plain script.
  const inPage = carried(address);
  const program = inPage ?? (type === 'module' ? `import ${away}` : `importScripts(${away})`);
  const script = URL.createObjectURL(new Blob([before, program], { type: 'text/javascript' }));
  const worker = new Worker(script, { name, type: inPage ? 'classic' : type });
  worker.addEventListener('message', () => URL.revokeObjectURL(script), { once: true });
  return worker;
}
