/*
 * The service worker of the site: keeps all files of one version of the page and serves them when the site does not answer. It sees
 * addresses, never what is loaded, and asks only for files of its own site. What is in capitals is filled in by src/cli/offline.ts.
 */
const VERSION = '%VERSION%';
/** From where this script lies. The page itself is index.html; what lies in assets/ has the sum of its content in its name. */
const FILES = '%FILES%';
/** The script the page of this version begins with. */
const MAIN = '%MAIN%';

const OWN = `zonelens ${registration.scope} `;
const CACHE = OWN + VERSION;
const addressOf = (file) => new URL(file, registration.scope).href;
const PAGE = addressOf('index.html');
const ASSETS = addressOf('assets/');
const KEPT = new Set(FILES.map(addressOf));
/** How long the site may take to send the page before the one that is kept is shown. */
const PATIENCE_MS = 4000;
/** So many files are fetched at a time. */
const AT_ONCE = 6;

/** Whether an answer is the file asked for: some hosts answer every address with a page, and a site may be in the middle of an update. */
async function isRight(address, answer) {
  if (!answer.ok || answer.redirected) return false;
  if (address === PAGE) return (await answer.clone().text()).includes(MAIN);
  return !(answer.headers.get('Content-Type') ?? '').includes('text/html');
}

async function keepOne(cache, address) {
  // What an earlier version has under the same name is the same.
  const known = address.startsWith(ASSETS) ? await caches.match(address) : undefined;
  const answer = known ?? (await fetch(address, { cache: address.startsWith(ASSETS) ? 'default' : 'no-cache' }));
  if (!(await isRight(address, answer))) throw new Error(`${address}: ${answer.status}`);
  await cache.put(address, answer);
}

/** Keeps every file of this version. Rejects when one cannot be had: the version before then stays, and the next visit tries again. */
async function keepAll() {
  const cache = await caches.open(CACHE);
  const left = [...KEPT];
  const keepOn = async () => {
    for (let address = left.shift(); address !== undefined; address = left.shift()) await keepOne(cache, address);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, keepOn));
}

/** The version before is not used by any page any more. */
async function dropOthers() {
  for (const name of await caches.keys()) if (name.startsWith(OWN) && name !== CACHE) await caches.delete(name);
  await clients.claim();
}

/** The page from the site, so that a visit sees the newest; where the site does not answer, the one that is kept, of this version. */
async function page(address) {
  const late = new Promise((_, reject) => setTimeout(reject, PATIENCE_MS));
  try {
    const asked = fetch(address, { cache: 'no-cache', redirect: 'manual', credentials: 'same-origin' });
    const answer = await Promise.race([asked, late]);
    if (answer.status < 500) return answer;
  } catch {
    // Out of reach, or too slow.
  }
  return (await (await caches.open(CACHE)).match(PAGE)) ?? Response.error();
}

/** A file under its name: names in assets/ are of one content, so any version may have it. */
async function file(request) {
  const own = await (await caches.open(CACHE)).match(request);
  return own ?? (await caches.match(request)) ?? fetch(request);
}

addEventListener('install', (event) => event.waitUntil(keepAll()));
addEventListener('activate', (event) => event.waitUntil(dropOthers()));
addEventListener('fetch', (event) => {
  const { request } = event;
  const address = request.url.replace(/[?#].*$/u, '');
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') {
    if (address === PAGE || address === registration.scope) event.respondWith(page(request.url));
  } else if (request.cache !== 'no-store' && (KEPT.has(address) || address.startsWith(ASSETS)))
    event.respondWith(file(request));
});
