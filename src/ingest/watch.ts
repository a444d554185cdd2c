/** How long a reading may go on without a sign of life. */
export interface Watch {
  readonly everyMs: number;
  /** Looks in vain after which a file of so many bytes is given up. */
  readonly patience: (bytes: number) => number;
}

/**
 * A workbook is opened in one go and says nothing meanwhile: twenty seconds, and a second more for every 250 KB, up to ten
 * minutes. Looks are counted, not the clock: a laptop that slept did not read.
 */
export const WATCH: Watch = {
  everyMs: 1000,
  patience: (bytes) => 20 + Math.min(580, Math.ceil(bytes / 250_000)),
};

/** Watches one reading; `giveUp` is called once when it was silent for too long. */
export function watched(
  { everyMs, patience }: Watch,
  bytes: number,
  giveUp: () => void,
): { alive(): void; end(): void } {
  const most = patience(bytes);
  let silent = 0;
  const timer = setInterval(() => {
    silent += 1;
    if (silent <= most) return;
    clearInterval(timer);
    giveUp();
  }, everyMs);
  return {
    alive: () => {
      silent = 0;
    },
    end: () => clearInterval(timer),
  };
}
