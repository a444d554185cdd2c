/** What kept the engine from starting: its files, somebody who forbids it, too little memory, or what nobody foresaw. */
export type StartTrouble = 'memory' | 'blocked' | 'files' | 'other';

const SIGNS: readonly (readonly [StartTrouble, RegExp])[] = [
  ['memory', /memory|allocat/iu],
  ['blocked', /content security policy|unsafe-eval|disallowed|not allowed|blocked/iu],
  ['files', /engine file|importScripts|load(?:ing)? .*script|NetworkError|CompileError/iu],
];

/** Sorts the reason a browser gives for an engine that did not start; each browser has words of its own for it. */
export function startTrouble(reason: string): StartTrouble {
  return SIGNS.find(([, sign]) => sign.test(reason))?.[0] ?? 'other';
}
