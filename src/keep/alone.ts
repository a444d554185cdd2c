const NAME = 'zonelens/open';
const ANSWER_MS = 400;

/**
 * Runs work that no other tab of this page may see half done, such as deleting bytes that one may still need; not at all while there is another.
 * From then on this tab counts as open.
 */
export async function whenAlone(work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return withoutLocks(work);
  await navigator.locks.request(NAME, { ifAvailable: true }, (lock) => (lock === null ? undefined : work()));
  void navigator.locks.request(NAME, { mode: 'shared' }, () => new Promise(() => undefined));
}

async function withoutLocks(work: () => Promise<void>): Promise<void> {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(NAME);
  const another = await new Promise<boolean>((resolve) => {
    channel.onmessage = () => resolve(true);
    channel.postMessage('who');
    setTimeout(() => resolve(false), ANSWER_MS);
  });
  if (!another) await work();
  channel.onmessage = ({ data }) => data === 'who' && channel.postMessage('here');
}
