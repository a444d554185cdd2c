import { describe, expect, it } from 'vitest';
import { Queue } from '../../src/state/queue';
import { sliceOf } from '../../src/pages/quality/window';

describe('the window on a long list', () => {
  it.each([
    [0, 36, 0, 480],
    [5, 36, 0, 480],
    [40_000, 36, 0, 480],
    [40_000, 36, 720_000, 480],
    [40_000, 45, 40_000 * 45, 700],
    [3, 36, 9_999, 480],
  ])('of %i rows of %i px at %i shows all that is in view and keeps the height', (count, height, top, view) => {
    const { from, to, before, after } = sliceOf(count, height, top, view);
    expect(before + (to - from) * height + after).toBe(count * height);
    expect(to - from).toBeLessThan(view / height + 40);
    const lastTop = Math.max(0, Math.min(top, count * height - view));
    expect(before).toBeLessThanOrEqual(lastTop);
    expect(count * height - after).toBeGreaterThanOrEqual(Math.min(count * height, lastTop + view));
  });
});

describe('the queue of work', () => {
  const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

  it('does one thing after another, whatever became of the one before', async () => {
    const queue = new Queue();
    const log: string[] = [];
    const slow = queue.run(async () => {
      await later(20);
      log.push('slow');
    });
    const broken = queue.run(async () => {
      log.push('broken');
      throw new Error('no');
    });
    const last = queue.run(async () => {
      log.push('last');
      return 3;
    });
    await expect(broken).rejects.toThrow('no');
    expect(await last).toBe(3);
    await slow;
    await queue.idle;
    expect(log).toEqual(['slow', 'broken', 'last']);
  });
});
