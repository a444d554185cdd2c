import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Manifest, TabHold, openStore } from '../../src/keep';
import { browserBytes, shelfBytes } from '../../src/keep/bytes';
import { browserShelf } from '../../src/keep/shelf';
import { ProjectStore } from '../../src/keep/store';

/* The storage of a real browser: its own files, IndexedDB, and locks between tabs. */

const SUM = 'a'.repeat(64);
const manifest: Manifest = {
  id: 'p',
  name: '三季度',
  saved: '2024-10-08T00:00:00Z',
  files: [{ path: '台账.csv', size: 6, sum: SUM }],
  waiting: [],
  decisions: '{}',
  example: false,
  keeps: 'files',
};
const bytes = new Map([[SUM, new File(['甲乙'], '台账.csv')]]);

describe.each([
  ['its own files', async () => openStore()],
  ['IndexedDB alone', async () => new ProjectStore(browserShelf(), shelfBytes(browserShelf()))],
])('%s', (_, open) => {
  afterEach(async () => (await open()).erase());

  test('keep a project for the next page', async () => {
    await (await open()).save(manifest, new Uint8Array([1, 2]), bytes);
    const next = await open();
    expect(await next.load('p')).toEqual({ manifest, cube: new Uint8Array([1, 2]) });
    expect(await (await next.file({ path: '台账.csv', size: 6, sum: SUM }))?.text()).toBe('甲乙');
    expect((await next.list()).map(({ name, bytes: size }) => [name, size])).toEqual([['三季度', 8]]);
    await next.remove('p');
    expect(await next.file({ path: '台账.csv', size: 6, sum: SUM })).toBeNull();
  });
});

test('bytes whose writing was cut off are nobody’s file', async () => {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('zonelens', { create: true });
  await folder.getFileHandle(SUM, { create: true });
  const store = await openStore();
  expect(await store.file({ path: '台账.csv', size: 6, sum: SUM })).toBeNull();
  await store.save(manifest, null, bytes);
  expect((await store.file({ path: '台账.csv', size: 6, sum: SUM }))?.size).toBe(6);
  await store.erase();
  expect(await (await browserBytes(browserShelf())).sums()).toEqual([]);
});

const hooks = () => ({ onAsked: vi.fn(() => Promise.resolve()), onLost: vi.fn(), onSaved: vi.fn() });

describe.each([
  ['by locks', true],
  ['without locks', false],
])('one tab has a project, %s', (_, locks) => {
  afterEach(() => {
    vi.unstubAllGlobals();
    Reflect.deleteProperty(navigator, 'locks');
  });

  test('the other is told, and takes over once the first has written', async () => {
    if (!locks) Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
    const name = `p${String(locks)}`;
    const [one, other] = [hooks(), hooks()];
    const [first, second] = [new TabHold(name, one), new TabHold(name, other)];
    expect(await first.take()).toBe(true);
    expect(await second.take()).toBe(false);
    first.saved();
    await vi.waitFor(() => expect(other.onSaved).toHaveBeenCalled());
    await second.takeOver();
    expect([one.onAsked.mock.calls.length, one.onLost.mock.calls.length]).toEqual([1, 1]);
    expect([first.held, second.held]).toEqual([false, true]);
    second.close();
    // A lock is free a moment after it was let go.
    await vi.waitFor(async () => expect(await new TabHold(name, hooks()).take()).toBe(true));
    first.close();
  });
});

test('a tab that does not answer is not waited for', async () => {
  const first = new TabHold('stuck', { ...hooks(), onAsked: () => new Promise(() => undefined) });
  const second = new TabHold('stuck', hooks());
  await first.take();
  await second.takeOver();
  expect([first.held, second.held]).toEqual([false, true]);
  first.close();
  second.close();
});
