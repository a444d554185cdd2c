import type { Label } from '../../domain';
import { COMPARE } from './compare';
import { COVERAGE } from './coverage';
import { FIGURE } from './figure';
import { FILTERS } from './filters';
import { IMPORT } from './import';
import { OVERVIEW } from './overview';
import { SHELL } from './shell';
import { STARS } from './stars';

const ALL = { ...SHELL, ...FILTERS, ...FIGURE, ...IMPORT, ...OVERVIEW, ...COVERAGE, ...STARS, ...COMPARE };

/** The name of a message. */
export type MessageKey = keyof typeof ALL;

/** Every message of the interface in both languages: a key cannot exist in one only. */
export const MESSAGES: Readonly<Record<MessageKey, Label>> = ALL;

export { issueLabel } from './issues';
export { REFUSALS } from './refusals';
