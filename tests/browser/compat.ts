import { createRequire } from 'node:module';
import { OLDEST_BROWSERS } from '../../src/cli/browsers';

/* What the oldest browsers have and have not, as MDN's browser-compat-data knows it. */

interface Statement {
  readonly version_added: string | boolean | null;
  readonly version_removed?: string | boolean | null;
  readonly flags?: unknown;
  readonly prefix?: string;
  readonly alternative_name?: string;
}

interface Compat {
  readonly support: Readonly<Record<string, Statement | readonly Statement[] | undefined>>;
}

interface Node {
  readonly __compat?: Compat;
  readonly [name: string]: Node | Compat | undefined;
}

/** Loaded, not imported: its types take longer to check than all of ours. */
export const DATA = createRequire(import.meta.url)('@mdn/browser-compat-data') as Readonly<
  Record<'api' | 'css' | 'html' | 'javascript', Readonly<Record<string, Node>>>
>;

function since(compat: Compat, browser: string): number {
  const given = compat.support[browser] ?? [];
  const plain = (Array.isArray(given) ? (given as readonly Statement[]) : [given as Statement]).filter(
    ({ flags, prefix, alternative_name, version_removed }) =>
      !flags && !prefix && !alternative_name && (version_removed ?? false) === false,
  );
  const versions = plain.map(({ version_added: version }) =>
    typeof version === 'string' && version !== 'preview' ? Number.parseFloat(version.replace('≤', '')) : Infinity,
  );
  return Math.min(Infinity, ...versions);
}

/** The part of a node with a name; undefined where it has none. */
export const child = (node: Node | undefined, name: string): Node | undefined =>
  node && Object.hasOwn(node, name) ? (node[name] as Node | undefined) : undefined;

/** The names of the parts of a node. */
export const partsOf = (node: Node | undefined): [string, Node][] =>
  Object.entries(node ?? {}).filter((entry): entry is [string, Node] => !entry[0].startsWith('__'));

/** Which of the oldest browsers lack something; none where nothing is known of it. */
export function lacking(node: Node | undefined): string[] {
  const compat = node?.__compat;
  if (!compat) return [];
  return OLDEST_BROWSERS.filter(({ id, version }) => since(compat, id) > version).map(({ name }) => name);
}

/** A member of an interface or built-in object. */
export interface Member {
  readonly owner: string;
  readonly name: string;
  readonly isStatic: boolean;
  readonly lacking: readonly string[];
}

const SUFFIX = /_(?:static|event|permission)$/u;

/** Every member that BCD knows of the given places; `''` is the owner's own name. */
export function membersOf(places: readonly Readonly<Record<string, Node>>[]): Member[] {
  return places.flatMap((place) =>
    partsOf(place as Node).flatMap(([owner, node]): Member[] => [
      { owner, name: '', isStatic: true, lacking: lacking(node) },
      ...partsOf(node)
        .filter(([name, part]) => part.__compat && name !== owner && /^[A-Za-z]\w*$/u.test(name))
        .map(([name, part]) => ({
          owner,
          name: name.replace(SUFFIX, ''),
          isStatic: name.endsWith('_static'),
          lacking: lacking(part),
        })),
    ]),
  );
}

/** What the language itself has: Array, Promise, Intl … */
export const BUILTINS = {
  ...(DATA.javascript.builtins as unknown as Readonly<Record<string, Node>>),
};
