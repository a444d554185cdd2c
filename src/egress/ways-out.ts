/** A way in which a script could reach another machine. */
export type WayOut =
  | 'fetch'
  | 'request'
  | 'beacon'
  | 'socket'
  | 'events'
  | 'transport'
  | 'peer'
  | 'import'
  | 'worker'
  | 'image'
  | 'media'
  | 'script'
  | 'style'
  | 'font'
  | 'frame'
  | 'object'
  | 'query';

/**
 * What came of trying it. `closed`: the browser says that the policy of the page forbade it, or there is no such way here.
 * `open`: nothing stood in the way. `unclear`: it failed, and this browser does not tell why.
 */
export type Finding = 'closed' | 'open' | 'unclear';

/** A way out that was tried. */
export interface Tried {
  readonly way: WayOut;
  readonly finding: Finding;
}

/** Asks another machine for something. May say what came of it; otherwise the browser is asked. */
export type Attempt = (address: string) => unknown;

/** The attempts of a scope; where there is none for a way, the browser has no such way there. */
export type Attempts = Partial<Record<WayOut, Attempt>>;

/** Where the browser says what its policy forbade: a page or a worker. */
type Scope = Pick<GlobalEventHandlers & EventTarget, 'addEventListener' | 'removeEventListener'>;

/** How long the browser may take to say that it forbade something. */
const PATIENCE_MS = 1500;

/** Names that no machine has (RFC 2606), one a try: even a way that is open reaches nobody. */
const hostOf = (way: WayOut): string => `${way}.zonelens.invalid`;

const isFinding = (answer: unknown): answer is Finding => answer === 'closed' || answer === 'open';

/** Tries one way out and waits for what the browser says; null where it says nothing. */
async function tryOne(way: WayOut, attempt: Attempt, scope: Scope): Promise<Finding | null> {
  let listener: (event: Event) => void = () => undefined;
  const forbidden = new Promise<Finding>((resolve) => {
    listener = (event) => {
      if ((event as SecurityPolicyViolationEvent).blockedURI.includes(hostOf(way))) resolve('closed');
    };
    scope.addEventListener('securitypolicyviolation', listener);
  });
  const asked = Promise.resolve(`https://${hostOf(way)}/`)
    .then(attempt)
    .catch(() => null)
    .then((answer) => (isFinding(answer) ? answer : forbidden));
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  const finding = await Promise.race([forbidden, asked, late]);
  scope.removeEventListener('securitypolicyviolation', listener);
  return finding;
}

/**
 * Tries ways out, all at once. A way the browser said nothing of is open where it speaks of others, and unclear where it speaks
 * of none.
 */
export async function tryWaysOut(ways: readonly WayOut[], scope: Scope, attempts: Attempts): Promise<Tried[]> {
  const found = await Promise.all(
    ways.map(async (way) => {
      const attempt = attempts[way];
      return {
        way,
        told: attempt ? await tryOne(way, attempt, scope) : ('closed' as const),
        asked: attempt !== undefined,
      };
    }),
  );
  const speaks = found.some(({ told, asked }) => asked && told === 'closed');
  return found.map(({ way, told }) => ({ way, finding: told ?? (speaks ? 'open' : 'unclear') }));
}
