import { createContext } from 'svelte';
import type { Session } from './session.svelte';

/** The session of the page, by context. */
export const [getSession, setSession] = createContext<Session>();
