import { watching } from '../../src/cli/watchdog';

// A file that is read, then one whose reading never ends.
console.log(await watching('好.csv', 10, () => Promise.resolve('read')));
await watching(
  '坏.xlsb',
  10,
  () =>
    new Promise(() => {
      for (;;);
    }),
  2,
);
