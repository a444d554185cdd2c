import type { Label } from '../../domain';
import { CARD } from './card';
import { COMPARE } from './compare';
import { COVERAGE } from './coverage';
import { FIGURE } from './figure';
import { FILTERS } from './filters';
import { IMPORT } from './import';
import { OVERVIEW } from './overview';
import { QUALITY } from './quality';
import { SHELL } from './shell';
import { STARS } from './stars';

const ALL = {
  ...SHELL,
  ...FILTERS,
  ...FIGURE,
  ...IMPORT,
  ...OVERVIEW,
  ...COVERAGE,
  ...STARS,
  ...COMPARE,
  ...QUALITY,
  ...CARD,
};

/** The name of a message. */
export type MessageKey = keyof typeof ALL;

/** Every message of the interface in both languages: a key cannot exist in one only. */
export const MESSAGES: Readonly<Record<MessageKey, Label>> = ALL;

export { issueLabel } from './issues';
export { REFUSALS } from './refusals';
