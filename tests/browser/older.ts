import { BUILTINS, DATA, membersOf } from './compat';

/** What BCD counts as missing somewhere but a page cannot do without, or a browser cannot take away. */
const KEPT = new Set(['globalThis', 'undefined', 'console']);

/** Only over https: a page at a plain address of an office network has none of it. */
const SECURE_ONLY = [
  ['Crypto', 'subtle'],
  ['Crypto', 'randomUUID'],
  ['Navigator', 'clipboard'],
  ['Navigator', 'storage'],
  ['Navigator', 'locks'],
  ['Navigator', 'serviceWorker'],
] as const;

/**
 * A script that takes away from a browser, in page or worker, everything that one of the oldest browsers lacks, and what
 * there is over https only.
 */
export function takeAway(): string {
  const lost = membersOf([DATA.api, BUILTINS])
    .filter(({ owner, lacking }) => lacking.length > 0 && !KEPT.has(owner))
    .map(({ owner, name, isStatic }) => [owner, name, isStatic] as const);
  const secure = SECURE_ONLY.map(([owner, name]) => [owner, name, false] as const);
  return `(${remove.toString()})(${JSON.stringify([...lost, ...secure])});`;
}

function remove(lost: readonly (readonly [string, string, boolean])[]): void {
  const world = globalThis as unknown as Record<string, { prototype?: object } | undefined>;
  const take = (from: object | undefined, name: string): void => {
    if (from && Object.getOwnPropertyDescriptor(from, name)?.configurable === true) Reflect.deleteProperty(from, name);
  };
  for (const [owner, name, isStatic] of lost) {
    if (name === '') take(world, owner);
    else if (owner === 'Window' || owner === 'WorkerGlobalScope') take(world, name);
    else if (isStatic) take(world[owner], name);
    else for (const from of [world[owner], world[owner]?.prototype]) take(from, name);
  }
  Object.defineProperty(world, 'isSecureContext', { value: false, configurable: true });
}
