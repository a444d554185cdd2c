import type { FIGURE_WORDS } from './figure-words';
import type { FILE_WORDS } from './file-words';
import type { PROJECT } from './project';
import type { SHELL_WORDS } from './shell-words';
import type { VIEWS } from './views';

/** The name of a message: a key cannot exist in one language only. */
export type MessageKey =
  | keyof typeof SHELL_WORDS
  | keyof typeof PROJECT
  | keyof typeof FILE_WORDS
  | keyof typeof FIGURE_WORDS
  | keyof typeof VIEWS;

export { WAYS_OUT } from './egress';
export { issueLabel } from './issues';
export { REFUSALS } from './refusals';
