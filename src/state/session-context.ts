import { createContext } from 'svelte';
import type { Matches } from './matches.svelte';
import type { Session } from './session.svelte';

/** The session of the page, by context. */
export const [getSession, setSession] = createContext<Session>();

/** The decisions kept about layouts of files, by context. */
export const [getMatches, setMatches] = createContext<Matches>();
