import { type Attempts, type Tried, type WayOut, tryWaysOut } from './ways-out';

/** What a page and a worker both can try. */
function anywhere(): Attempts {
  return {
    fetch: (address) => fetch(address, { mode: 'no-cors' }).then(() => 'open'),
    ...(typeof XMLHttpRequest !== 'undefined' && {
      request: (address) => {
        const request = new XMLHttpRequest();
        request.open('GET', address);
        request.send();
      },
    }),
    ...(typeof WebSocket !== 'undefined' && { socket: (address) => new WebSocket(address.replace('https:', 'wss:')) }),
    ...(typeof EventSource !== 'undefined' && {
      events: (address) => {
        const events = new EventSource(address);
        events.onerror = () => events.close();
      },
    }),
    ...(typeof WebTransport !== 'undefined' && { transport: (address) => new WebTransport(address).ready }),
    import: (address) => import(/* @vite-ignore */ address),
  };
}

/** A worker of this page started from a blob: tries to ask another machine, and says what its browser told it. */
function byWorker(address: string): Promise<unknown> {
  const script = `addEventListener('securitypolicyviolation', () => postMessage('closed'));
    fetch(${JSON.stringify(address)}, { mode: 'no-cors' }).then(() => postMessage('open'), () => 0);`;
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(url);
  return new Promise((resolve) => {
    worker.onmessage = ({ data }) => resolve(data);
    setTimeout(() => resolve(null), 1000);
  }).finally(() => {
    worker.terminate();
    URL.revokeObjectURL(url);
  });
}

/** Puts an element into the page for a moment. */
function byElement(name: string, attributes: Readonly<Record<string, string>>): void {
  const element = document.createElement(name);
  // Out of sight, but there: what is hidden is not always fetched.
  element.style.cssText = 'position:fixed;left:-9px;width:1px;height:1px';
  const silent = { 'aria-hidden': 'true', alt: '', title: name, tabindex: '-1' };
  for (const [key, value] of Object.entries({ ...silent, ...attributes })) element.setAttribute(key, value);
  document.body.append(element);
  setTimeout(() => element.remove(), 2000);
}

/** What only a page can try. */
function inPage(): Attempts {
  return {
    ...anywhere(),
    beacon: (address) => void navigator.sendBeacon(address, ''),
    ...(typeof RTCPeerConnection !== 'undefined' && { peer: () => 'open' }),
    worker: byWorker,
    image: (address) => byElement('img', { src: address }),
    media: (address) => byElement('audio', { src: address, preload: 'auto' }),
    script: (address) => byElement('script', { src: address }),
    style: (address) => byElement('link', { rel: 'stylesheet', href: address }),
    font: (address) => new FontFace('Nobody', `url("${address}")`).load(),
    frame: (address) => byElement('iframe', { src: address }),
    object: (address) => byElement('object', { data: address }),
  };
}

const FROM_ANYWHERE: readonly WayOut[] = ['fetch', 'request', 'socket', 'events', 'transport', 'import'];
const FROM_PAGE: readonly WayOut[] = [
  ...FROM_ANYWHERE,
  'beacon',
  'peer',
  'worker',
  'image',
  'media',
  'script',
  'style',
  'font',
  'frame',
  'object',
];

/** Tries every way a page has out of the machine. Nothing is sent: the names asked for belong to nobody. */
export const tryFromPage = (): Promise<Tried[]> => tryWaysOut(FROM_PAGE, document, inPage());

/** The same from inside a worker. */
export const tryFromWorker = (): Promise<Tried[]> =>
  tryWaysOut(FROM_ANYWHERE, self as unknown as EventTarget, anywhere());
