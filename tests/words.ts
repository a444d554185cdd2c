import type { Label } from '../src/domain';
import type { MessageKey } from '../src/state/messages';
import { FIGURE_WORDS } from '../src/state/messages/figure-words';
import { FILE_WORDS } from '../src/state/messages/file-words';
import { PROJECT } from '../src/state/messages/project';
import { SHELL_WORDS } from '../src/state/messages/shell-words';
import { VIEWS } from '../src/state/messages/views';

/** Every message of the interface, whatever it is fetched with. */
export const MESSAGES: Readonly<Record<MessageKey, Label>> = {
  ...SHELL_WORDS,
  ...PROJECT,
  ...FILE_WORDS,
  ...FIGURE_WORDS,
  ...VIEWS,
};
