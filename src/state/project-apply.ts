import type { Cube } from '../cube';
import type { KeptFile } from '../keep';
import type { Desk } from './decisions';
import type { Decisions, FileDecision } from './decisions-file';
import type { Target } from './incoming';
import type { ProjectBytes } from './project-bytes';
import type { ProjectState } from './project-state';
import { choicesOf } from './read-files';
import { reading } from './reading-mark';
import { NOTHING_EDITED } from './rules-desk.svelte';

/** A state to be made true on the page. */
export interface Application {
  /** The project, to mark that its files are being read. */
  readonly id: string;
  readonly state: ProjectState;
  /** What its text of decisions says, as far as it can be read. */
  readonly decisions: Decisions;
  /** Figures to show until the files are read. */
  readonly shown: Cube | null;
  /** Whether the files are to be read at all. */
  readonly read: boolean;
}

/** Makes the page what a state says; `onMissing` is told the files whose bytes are nowhere, before the others are read. */
export async function applyState(
  { session, matches, rules, zones }: Desk,
  bytes: ProjectBytes,
  { id, state, decisions, shown, read }: Application,
  onMissing: (missing: readonly KeptFile[]) => void,
): Promise<void> {
  matches.put(decisions);
  zones.put(decisions);
  rules.put(decisions.setting ?? NOTHING_EDITED);
  const setting = decisions.setting ?? {};
  if (!read || state.figures) {
    const target = { files: [], decisions: decisions.files, setting, zones: zones.decisions, bundled: state.example };
    await session.become(target, state.figures ?? shown);
    return;
  }
  if (shown) session.show(shown);
  const keyed = new Map(decisions.files.map((file) => [`${file.sha256} ${file.path}`, file]));
  const files: Target['files'][number][] = [];
  const missing: KeptFile[] = [];
  const own = new Set<FileDecision>();
  for (const kept of state.files) {
    const file = await bytes.of(kept, state.example);
    const decision = keyed.get(`${kept.sum} ${kept.path}`);
    if (file) files.push({ file, path: kept.path, choices: decision ? choicesOf(decision) : {} });
    else missing.push(kept);
    if (file && decision) own.add(decision);
  }
  onMissing(missing);
  const others = decisions.files.filter((decision) => !own.has(decision));
  await reading(id, () =>
    session.become({ files, decisions: others, setting, zones: zones.decisions, bundled: state.example }, shown),
  );
}
