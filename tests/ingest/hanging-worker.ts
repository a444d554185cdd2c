import '../../src/ingest/worker';
import type { StageRequest } from '../../src/ingest/worker';

/** The reading worker with files that make it hang, break, or answer late. */
self.addEventListener(
  'message',
  ({ data }: MessageEvent<StageRequest>) => {
    if (data.path.startsWith('hang')) for (;;);
    if (data.path.startsWith('break')) throw new Error('out of memory');
  },
  { capture: true },
);
