import { createContext } from 'svelte';
import type { Desk } from './decisions';
import type { Handover } from './handover.svelte';
import type { Opened } from './opened.svelte';
import type { Matches } from './matches.svelte';
import type { Project } from './project.svelte';
import type { RulesDesk } from './rules-desk.svelte';
import type { Session } from './session.svelte';
import type { Zones } from './zones.svelte';

/** Everything the workbench has beside figures: files, decisions about them, the project they are kept in, and what is handed over. */
export interface Workplace extends Desk {
  readonly project: Project;
  /** What is being handed over. */
  readonly handover: Handover;
  /** Saved cubes looked at in place of the project's figures. */
  readonly opened: Opened;
}

const [getPlace, setPlace] = createContext<() => Workplace | null>();

/** Says where the workplace is found. It is fetched after the page stands: null until then. */
export const setWorkplace: (find: () => Workplace | null) => void = setPlace;

function workplace(): Workplace {
  const found = getPlace()();
  if (!found) throw new TypeError('the workplace is not there yet');
  return found;
}

/** The session of the page, by context. */
export const getSession = (): Session => workplace().session;

/** The decisions kept about layouts of files, by context. */
export const getMatches = (): Matches => workplace().matches;

/** The rules and targets edited on the page, by context. */
export const getRulesDesk = (): RulesDesk => workplace().rules;

/** The project of the page, by context. */
export const getProject = (): Project => workplace().project;

/** What names of zones were said to be, by context. */
export const getZones = (): Zones => workplace().zones;

/** What is being handed over, by context. */
export const getHandover = (): Handover => workplace().handover;

/** Saved cubes that are open, by context. */
export const getOpened = (): Opened => workplace().opened;
