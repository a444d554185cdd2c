import { describe, expect, test } from 'vitest';
import { Refusal } from '../../src/domain';
import { bytesSource } from '../../src/ingest';
import type { FileInput } from '../../src/ingest';
import { workerStager } from '../../src/ingest/worker-client';

const TABLE = '开发区,党组织名称,党组织类别\n河西园,甲支部,党支部\n河西园,乙支部,党支部\n';

function input(path: string, text = TABLE): FileInput {
  const data = new TextEncoder().encode(text);
  return { path, data, source: bytesSource(path, data) };
}

let started = 0;
const hanging = (): Worker => {
  started += 1;
  return new Worker(new URL('./hanging-worker.ts', import.meta.url), { type: 'module' });
};
const stager = workerStager({ everyMs: 100, patience: () => 30 }, hanging);
const read = (path: string, signal?: AbortSignal) =>
  stager.stage(input(path), [], {}, signal ? { signal } : {}).then(({ reading }) => reading.tables[0]?.rows);
const code = (error: unknown): string => (error instanceof Refusal ? error.code : String(error));

describe('a reading worker that hangs or breaks', () => {
  test('is ended, its file refused, and the next file is read', async () => {
    expect(await read('a.csv')).toBe(2);
    expect(started).toBe(1);
    await expect(read('hang.csv').catch(code)).resolves.toBe('no-progress');
    expect(await read('b.csv')).toBe(2);
    expect(started).toBe(2);
    await expect(read('break.csv').catch(code)).resolves.toBe('reading-broke');
    expect(await read('c.csv')).toBe(2);
    expect(started).toBe(3);
  });

  test('is ended at once when the user stops it', async () => {
    const stopper = new AbortController();
    const reading = read('hang-2.csv', stopper.signal).catch((error: unknown) => (error as Error).name);
    setTimeout(() => stopper.abort(new DOMException('stopped', 'AbortError')), 200);
    expect(await reading).toBe('AbortError');
    expect(await read('d.csv')).toBe(2);
  });
});
