import { FILTERS } from './filters';
import { SHELL } from './shell';

/** What is said before any page is there. */
export const SHELL_WORDS = { ...SHELL, ...FILTERS };
