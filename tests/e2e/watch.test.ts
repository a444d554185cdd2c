import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Watched, openBrowser } from './browser';

/* The watch over the browser can fail: it sees what pages and workers ask of other machines, and what goes wrong. */

let watched: Watched;

beforeAll(async () => {
  watched = await openBrowser();
}, 60_000);

afterAll(async () => watched.close());

test('sees a page and a worker that ask another machine, an error on the console and an exception', async () => {
  const page = await (await watched.context()).newPage();
  await page.evaluate(async () => {
    await fetch('http://page.example/').catch(() => undefined);
    const script = URL.createObjectURL(
      new Blob(["fetch('http://worker.example/').catch(() => 0).finally(() => postMessage(1))"]),
    );
    await new Promise((resolve) => {
      new Worker(script).onmessage = resolve;
    });
    console.error('wrong on the console');
    setTimeout(() => {
      throw new Error('nobody caught this');
    });
  });
  await expect.poll(() => watched.errors.join('\n')).toContain('nobody caught this');
  expect(watched.errors.join('\n')).toContain('wrong on the console');
  expect(watched.leaks.join('\n')).toContain('http://page.example/');
  expect(watched.leaks.join('\n')).toContain('http://worker.example/');
  expect(() => watched.assertQuiet()).toThrow();
  watched.assertQuiet();
});
