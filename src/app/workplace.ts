import { BOOKS } from '../share';
import { Matches, Project, RulesDesk, type Workbench, type Workplace, Zones } from '../state';
import { Handover } from '../state/handover.svelte';
import { Opened } from '../state/opened.svelte';
import { Session } from '../state/session.svelte';
import { PROJECT } from '../state/messages/project';
import { readRules } from './read-rules';

export { default as Notices } from '../ui/Notices.svelte';
export { default as Offline } from '../ui/Offline.svelte';
export { default as ProjectBar } from '../ui/ProjectBar.svelte';

/** Opens what reads files and keeps them; the engine starts at once. */
export function openWorkplace(workbench: Workbench): Workplace {
  const { timing, language } = workbench;
  language.add(PROJECT);
  workbench.books = BOOKS;
  const session = new Session(() => timing.cubeArrived());
  const desk = {
    session,
    matches: new Matches(session),
    rules: new RulesDesk(session, readRules),
    zones: new Zones(session),
  };
  const opened = new Opened();
  // Who turns to a project turns away from saved cubes.
  const project = new Project(desk, language.t('project.first'), () => opened.close());
  return { ...desk, project, handover: new Handover(), opened };
}
