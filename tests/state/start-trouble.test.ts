import { expect, test } from 'vitest';
import { startTrouble } from '../../src/state';

/* The words in which Chrome, Firefox and Safari, a host or a gateway say why the engine does not start. */

test.each([
  ['memory', 'Uncaught RangeError: WebAssembly.Memory(): could not allocate memory'],
  [
    'memory',
    'Uncaught RangeError: WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory for new instance',
  ],
  ['memory', 'out of memory'],
  ['memory', 'RangeError: Out of memory'],
  ['memory', 'Uncaught RangeError: Array buffer allocation failed'],
  [
    'blocked',
    "Uncaught CompileError: WebAssembly.instantiateStreaming(): Refused to compile or instantiate WebAssembly module because neither 'wasm-eval' nor 'unsafe-eval' is an allowed source of script in the following Content Security Policy directive",
  ],
  ['blocked', 'call to WebAssembly.instantiateStreaming() blocked by CSP'],
  ['blocked', 'Uncaught CompileError: WebAssembly.Module(): Wasm code generation disallowed by embedder'],
  ['files', 'engine file is missing: 404'],
  ['files', 'engine file did not arrive: TypeError: Failed to fetch'],
  ['files', 'engine file did not arrive: TypeError: NetworkError when attempting to fetch resource.'],
  ['files', 'engine file is damaged: TypeError: The compressed data was not valid: incorrect header check.'],
  ['files', 'engine file is something else'],
  [
    'files',
    "Uncaught NetworkError: Failed to execute 'importScripts' on 'WorkerGlobalScope': The script at 'http://x/a.js' failed to load.",
  ],
  ['files', "CompileError: WebAssembly.Module doesn't parse at byte 12"],
  ['other', 'the worker of the engine did not start'],
  ['other', 'Uncaught SyntaxError: Unexpected token'],
  ['other', ''],
])('%s: %s', (trouble, reason) => {
  expect(startTrouble(reason)).toBe(trouble);
});
