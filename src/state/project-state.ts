import type { Cube } from '../cube';
import type { KeptFile } from '../keep';
import type { FileDecision } from './decisions-file';
import { NO_DECISIONS } from './earlier';

/** What a project is at one moment: its files and its decisions. Everything else is derived from them. */
export interface ProjectState {
  /** The files loaded, in order. */
  readonly files: readonly KeptFile[];
  /** The files that wait to be told what they are. */
  readonly waiting: readonly KeptFile[];
  /** Everything decided, in the words of a file of decisions. */
  readonly decisions: string;
  /** The files are the example files that come with the page. */
  readonly example: boolean;
  /** The figures, where the files they were counted from are not kept. */
  readonly figures: Cube | null;
}

/** A project with nothing in it. */
export const NOTHING: ProjectState = { files: [], waiting: [], decisions: NO_DECISIONS, example: false, figures: null };

/** A file that is loaded, as it is kept. */
export const keptOf = ({ path, size, sha256 }: FileDecision): KeptFile => ({ path, size, sum: sha256 });

/** What one step did, for the button that takes it back. */
export type Step =
  | { readonly kind: 'example' | 'headers' | 'rules' | 'other' }
  | { readonly kind: 'add' | 'remove' | 'decide'; readonly count: number }
  | { readonly kind: 'replace'; readonly path: string; readonly count: number };

/** Files with those of others that are not among them. */
export function united(files: readonly KeptFile[], others: readonly KeptFile[]): readonly KeptFile[] {
  const known = new Set(files.map(keyOf));
  return [...files, ...others.filter((file) => !known.has(keyOf(file)))];
}

type Written = Readonly<Record<string, unknown>>;

const sectionsOf = (text: string): Written => {
  try {
    return JSON.parse(text) as Written;
  } catch {
    return {};
  }
};

export const keyOf = ({ path, sum }: KeptFile): string => `${sum} ${path}`;

/** What was said of each file, and whether it waits to be told more. */
function saidByFile(sections: Written, waiting: readonly KeptFile[]): ReadonlyMap<string, string> {
  const files = Array.isArray(sections.文件) ? (sections.文件 as Written[]) : [];
  const said = new Map(files.map((file) => [`${String(file.校验)} ${String(file.文件)}`, JSON.stringify(file)]));
  for (const key of waiting.map(keyOf)) said.set(key, `waits ${said.get(key) ?? ''}`);
  return said;
}

/** Whether nothing was done between two states. */
export function isSame(a: ProjectState, b: ProjectState): boolean {
  const keys = ({ files, waiting }: ProjectState): string =>
    JSON.stringify([files, waiting].map((some) => some.map(keyOf).sort()));
  return a.decisions === b.decisions && a.example === b.example && keys(a) === keys(b);
}

/** What was done between two states, by what differs most to a person. */
export function stepBetween(before: ProjectState, after: ProjectState): Step {
  if (after.example && !before.example) return { kind: 'example' };
  const [were, are] = [before, after].map(({ files, waiting }) => [...files, ...waiting]) as [KeptFile[], KeptFile[]];
  const [had, has] = [were, are].map((files) => new Set(files.map(keyOf)));
  const added = are.filter((file) => !had?.has(keyOf(file)));
  const removed = were.filter((file) => !has?.has(keyOf(file)));
  const replaced = added.filter(({ path }) => removed.some((file) => file.path === path));
  const [first] = replaced;
  if (first && replaced.length === added.length && replaced.length === removed.length)
    return { kind: 'replace', path: first.path, count: replaced.length };
  if (added.length > 0) return { kind: 'add', count: added.length };
  if (removed.length > 0) return { kind: 'remove', count: removed.length };
  const [one, other] = [sectionsOf(before.decisions), sectionsOf(after.decisions)];
  const [was, is] = [saidByFile(one, before.waiting), saidByFile(other, after.waiting)];
  const decided = [...new Set([...was.keys(), ...is.keys()])].filter((key) => was.get(key) !== is.get(key));
  if (decided.length > 0) return { kind: 'decide', count: decided.length };
  const differs = (name: string): boolean => JSON.stringify(one[name]) !== JSON.stringify(other[name]);
  if (differs('规则') || differs('目标')) return { kind: 'rules' };
  return { kind: differs('表头') ? 'headers' : 'other' };
}

/** What a new project begins with: how files are read, without the files, and without rules of another one. */
export function habitsOf(decisions: string): string {
  const { 文件: _files, 规则: _rules, 目标: _targets, ...habits } = sectionsOf(decisions);
  return JSON.stringify(habits);
}
