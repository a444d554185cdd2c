import type { Cube } from '../cube';
import { type KeepTrouble, type KeptFile, troubleOf } from '../keep';
import type { Desk } from './decisions';
import { NO_DECISIONS } from './earlier';
import { keptDecisions } from './kept-decisions';
import type { Decisions, FileDecision } from './decisions-file';
import type { Again } from './incoming';
import type { ProjectBytes } from './project-bytes';
import { type ProjectState, keptOf, keyOf } from './project-state';
import { choicesOf } from './given-files';
import { reading } from './reading-mark';
import { NOTHING_EDITED } from './rules-desk.svelte';

/** A state to be made true on the page. */
export interface Application {
  /** The project, to mark that its files are being read. */
  readonly id: string;
  readonly state: ProjectState;
  /** Figures to show until the files are read. */
  readonly shown: Cube | null;
  /** Whether the files are to be read at all. */
  readonly read: boolean;
}

/** What is told of a state that could not be made true in all. */
interface Told {
  /** Files whose bytes are nowhere, known before the others are read, and those that could not be read, known after. */
  unread: readonly KeptFile[];
  trouble: KeepTrouble | null;
}

/** What a text of decisions says. Where it cannot be read, the files can still be, as if nothing had been decided. */
function decisionsIn(text: string, told: Told): Decisions {
  try {
    return keptDecisions(text);
  } catch (error) {
    told.trouble = troubleOf(error);
    return keptDecisions(NO_DECISIONS);
  }
}

/** Makes the page what a state says; `begun` is called once the session is about it. */
export async function applyState(
  { session, matches, rules, zones }: Desk,
  bytes: ProjectBytes,
  { id, state, shown, read }: Application,
  told: Told,
  begun: () => void,
): Promise<void> {
  const decisions = decisionsIn(state.decisions, told);
  matches.put(decisions);
  zones.put(decisions);
  rules.put(decisions.setting ?? NOTHING_EDITED);
  const setting = decisions.setting ?? {};
  const keyed = new Map(decisions.files.map((file) => [`${file.sha256} ${file.path}`, file]));
  const missing: KeptFile[] = [];
  const own = new Set<FileDecision>();
  const again = async (all: readonly KeptFile[], example: boolean): Promise<Again[]> => {
    const found: Again[] = [];
    // Asked for together: the browser answers each in a turn of its own.
    const there = await Promise.all(all.map((kept) => bytes.of(kept, example)));
    for (const [at, kept] of all.entries()) {
      const file = there[at];
      const decision = keyed.get(`${kept.sum} ${kept.path}`);
      if (file) found.push({ file, path: kept.path, choices: decision ? choicesOf(decision) : {} });
      else missing.push(kept);
      if (file && decision) own.add(decision);
    }
    return found;
  };
  const bare = !read || state.figures !== null;
  if (shown && !bare) session.show(shown);
  const waiting = read ? await again(state.waiting, false) : [];
  const files = bare ? [] : await again(state.files, state.example);
  told.unread = missing;
  const others = decisions.files.filter((decision) => !own.has(decision));
  const target = { files, waiting, decisions: others, setting, zones: zones.decisions, bundled: state.example };
  const become = (kept: Cube | null): Promise<void> => {
    const done = session.become(target, kept);
    begun();
    return done;
  };
  if (bare) return become(state.figures ?? shown);
  await reading(id, () => become(shown));
  if (!session.calm) return;
  // What could not be read this time is kept all the same.
  const here = new Set([...(await session.loadedDecisions()).map(keptOf), ...session.waiting.kept].map(keyOf));
  told.unread = [...state.files, ...state.waiting].filter((file) => !here.has(keyOf(file)));
}
