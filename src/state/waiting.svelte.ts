import type { KeptFile } from '../keep';
import { EngineGone } from '../engine';
import { type ByteSource, type Collection, type FileChoices, type FileReport, fileSource } from '../ingest';
import type { FileDecision } from './decisions-file';
import { type Again, type Incoming, inputOf } from './incoming';
import { type Outcome, type Ready, decisionOf, sumOf } from './given-files';

/** A file that was read but holds no table known so far: it waits to be told what it is, and counts for nothing. */
export interface WaitingFile {
  readonly file: File;
  /** The sum of its bytes. */
  readonly sum: string;
  /** Its number is below 0, so it is never one of the files loaded. */
  readonly report: FileReport;
}

interface Doors {
  /** Reads and matches a file without taking it in. */
  survey(incoming: Incoming, choices: FileChoices): Promise<FileReport>;
  /** Reads files into the session. */
  add(files: readonly Incoming[]): Promise<void>;
  /** What waits, or what was said of it, was changed by the user. */
  onChange(): void;
}

/** Whether what was said of a file is enough to read it: a table is known, and what each needs is there. */
export function isReadable({ tables }: FileReport): boolean {
  const meant = tables.filter(({ view }) => view.off !== true && view.match.table !== null);
  const isEmpty = ({ fields, unpivot, items }: (typeof meant)[number]['view']['match']): boolean =>
    unpivot === null && items === undefined && fields.every((field) => field === null);
  return meant.length > 0 && meant.every(({ view: { match } }) => match.missing.length === 0 && !isEmpty(match));
}

/** What to do with a file that holds no known table while files are read: it is looked at, and comes among the unknown. */
export function surveyInto(unknown: WaitingFile[], collection: Collection): (file: Ready) => Promise<void> {
  return async ({ input, choices, matches }) => {
    const { data } = input;
    if (!(data instanceof File)) return;
    unknown.push({ file: data, sum: await sumOf(input), report: await collection.survey(input, choices, matches) });
  };
}

/** Whether there is a table to be told about: one column of text is prose or a program. */
function isTable({ tables }: FileReport): boolean {
  return tables.some(({ view }) => view.start.header.filter((text) => text.trim() !== '').length > 1);
}

/** The files that wait to be told what they are. */
export class Waiting {
  files: readonly WaitingFile[] = $state.raw([]);
  /** Numbers of those that are being read again. */
  busy: ReadonlySet<number> = $state.raw(new Set());

  constructor(private readonly doors: Doors) {}

  get reports(): readonly FileReport[] {
    return this.files.map(({ report }) => report);
  }

  /** The same, as they are kept with a project. */
  get kept(): readonly KeptFile[] {
    return this.files.map(({ sum, report: { path, size } }) => ({ path, size, sum }));
  }

  /** The same, to be looked at again. */
  get again(): readonly Again[] {
    return this.files.map(({ file, report: { path, choices } }) => ({ file, path, choices }));
  }

  /** What was said of those of which anything was said. */
  get decisions(): readonly FileDecision[] {
    return this.files
      .filter(({ report: { choices } }) => Object.keys(choices).length > 0)
      .map(({ report, sum }) => decisionOf(report, sum, report.choices));
  }

  #set(files: readonly WaitingFile[]): void {
    const changed = files.length !== this.files.length || files.some((one, at) => one !== this.files[at]);
    this.files = files;
    if (changed) this.doors.onChange();
  }

  /** Files that were read leave; those that were not understood come, or come back. */
  after(read: readonly Incoming[], unknown: readonly WaitingFile[]): void {
    const gone = new Set(read.map(({ file }) => file));
    const come = unknown.filter(({ report }) => isTable(report));
    const sums = new Set(come.map(({ sum }) => sum));
    this.#set([...this.files.filter(({ file, sum }) => !gone.has(file) && !sums.has(sum)), ...come]);
  }

  /** Makes the files that wait those that are to; each is looked at again, since what is known may be more or less than before. */
  async become(wanted: readonly Again[], collection: Collection, outcome: Outcome, signal: AbortSignal): Promise<void> {
    const files: WaitingFile[] = [];
    for (const { file, path, choices } of wanted) {
      if (signal.aborted) return;
      const input = inputOf({ file, path });
      try {
        files.push({ file, sum: await sumOf(input), report: await collection.survey(input, choices) });
      } catch (error) {
        if (error instanceof EngineGone) throw error;
        outcome.refused.push({ path, error });
      }
    }
    if (!signal.aborted) this.files = files;
  }

  /** Takes one away. */
  leave(id: number): void {
    this.#set(this.files.filter(({ report }) => report.id !== id));
  }

  /** Takes all away. */
  clear(): void {
    this.#set([]);
  }

  /** The bytes of one; undefined when there is none of that number. */
  sourceOf(id: number): ByteSource | undefined {
    const found = this.files.find(({ report }) => report.id === id);
    return found && fileSource(found.file, found.report.path);
  }

  /** Follows what was said of one: it is read as soon as that is enough, or `anyway`; until then only its card changes. */
  async tell(id: number, choices: FileChoices, anyway = false): Promise<void> {
    await this.#lookAgain(new Map([[id, choices]]), anyway);
  }

  /** Looks again at several, since something was learnt elsewhere. */
  async retry(ids: readonly number[]): Promise<void> {
    const known = this.reports.filter(({ id }) => ids.includes(id));
    await this.#lookAgain(new Map(known.map(({ id, choices }) => [id, choices])), false);
  }

  async #lookAgain(told: ReadonlyMap<number, FileChoices>, anyway: boolean): Promise<void> {
    this.busy = new Set([...this.busy, ...told.keys()]);
    try {
      const ready: Incoming[] = [];
      for (const { file, report } of this.files) {
        const choices = told.get(report.id);
        if (choices === undefined) continue;
        const incoming = { file, path: report.path, choices };
        const seen = await this.doors.survey(incoming, choices);
        this.#set(this.files.map((one) => (one.file === file ? { ...one, report: { ...seen, id: report.id } } : one)));
        if (anyway || isReadable(seen)) ready.push(incoming);
      }
      if (ready.length > 0) await this.doors.add(ready);
    } finally {
      this.busy = new Set([...this.busy].filter((id) => !told.has(id)));
    }
  }
}
