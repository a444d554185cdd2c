import { type Decisions, readDecisions, writeDecisions } from './decisions-file';
import type { Matches } from './matches.svelte';
import type { RulesDesk } from './rules-desk.svelte';
import type { Session } from './session.svelte';
import type { Zones } from './zones.svelte';

/** Where the decisions of the page are kept. */
export interface Desk {
  readonly session: Session;
  readonly matches: Matches;
  readonly rules: RulesDesk;
  readonly zones: Zones;
}

/** Everything decided on the page, as a file. */
export async function savedDecisions({ session, matches, rules, zones }: Desk): Promise<string> {
  return writeDecisions({
    book: matches.book,
    words: matches.words,
    files: await session.fileDecisions(),
    setting: rules.edited,
    zones: zones.decisions,
  });
}

/**
 * Follows a file of decisions in the page: rules and targets take the place of those edited, where the file speaks of them;
 * what is loaded is read again. Throws `DecisionsError`, and nothing changes, when the file cannot be used.
 */
export async function openDecisions(text: string, { session, matches, rules, zones }: Desk): Promise<Decisions> {
  const decisions = readDecisions(text);
  matches.take(decisions.book, decisions.words);
  if (decisions.zones) await zones.decide(decisions.zones);
  if (decisions.setting) await rules.take(decisions.setting);
  await session.followFiles(decisions.files);
  return decisions;
}
