import { createContext } from 'svelte';
import type { Handover } from './handover.svelte';
import type { Matches } from './matches.svelte';
import type { Project } from './project.svelte';
import type { RulesDesk } from './rules-desk.svelte';
import type { Session } from './session.svelte';
import type { Zones } from './zones.svelte';

/** The session of the page, by context. */
export const [getSession, setSession] = createContext<Session>();

/** The decisions kept about layouts of files, by context. */
export const [getMatches, setMatches] = createContext<Matches>();

/** The rules and targets edited on the page, by context. */
export const [getRulesDesk, setRulesDesk] = createContext<RulesDesk>();

/** The project of the page, by context. */
export const [getProject, setProject] = createContext<Project>();

/** What names of zones were said to be, by context. */
export const [getZones, setZones] = createContext<Zones>();

/** What is being handed over, by context. */
export const [getHandover, setHandover] = createContext<Handover>();
