import packedWasmUrl from 'virtual:packed-duckdb';
import { afterEach, expect, test, vi } from 'vitest';
import { openBrowserEngine } from '../../src/engine/browser';

/* How hosts answer the address of the engine: none of it stays for the next try, and what is whole is taken packed or unpacked. */

const host = globalThis.fetch;
afterEach(() => vi.unstubAllGlobals());

/** The host answers the engine's address so, everything else as it is. */
const answers = (answer: (real: Response) => Promise<Response>): void =>
  void vi.stubGlobal('fetch', async (...asked: Parameters<typeof fetch>) => {
    const real = await host(...asked);
    return asked[0] === packedWasmUrl ? answer(real) : real;
  });

const cut = async (real: Response): Promise<Response> => {
  const whole = await real.blob();
  return new Response(whole.slice(0, whole.size / 2));
};
const unpacked = async (real: Response): Promise<Response> =>
  new Response((await real.blob()).stream().pipeThrough(new DecompressionStream('gzip')));

test('what is not the engine is said, and the next start asks for it again', async () => {
  const page = new Response('<!doctype html><p>登录</p>', { headers: { 'Content-Type': 'text/html' } });
  const wrong = [
    ['engine file is missing: 404', async () => new Response('', { status: 404 })],
    ['engine file did not arrive', () => Promise.reject(new TypeError('gone'))],
    ['engine file is something else', async () => page],
    ['engine file is damaged', cut],
  ] as const;
  for (const [said, answer] of wrong) {
    answers(answer);
    await expect(openBrowserEngine(), said).rejects.toThrow(said);
  }
  // Some hosts unpack it on its way.
  answers(unpacked);
  const engine = await openBrowserEngine();
  expect(await engine.rows('SELECT 6 * 7 AS n')).toEqual([{ n: 42 }]);
  await engine.close();
  // Kept for the next engine: the site may be gone.
  answers(() => Promise.reject(new TypeError('gone')));
  const next = await openBrowserEngine();
  expect(await next.rows('SELECT 6 * 7 AS n')).toEqual([{ n: 42 }]);
  await next.close();
});
