import type { DrillQuestion } from '../cube';
import type { FileChoices, FileReport } from '../ingest';
import { Database } from './database';
import type { FileDecision } from './decisions-file';
import { type Incoming, inputOf } from './incoming';
import { Queue } from './queue';
import { Shown } from './shown.svelte';
import type { DrillResult } from './source';
import { Waiting } from './waiting.svelte';

const A_MOMENT = 30;

/** Resolves a moment later: for what is looked at again and again until it is so. */
export const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, A_MOMENT));

/** What a session holds, and what can be asked of it without changing it. */
export abstract class Held extends Shown {
  /** Files that hold no table known so far. */
  readonly waiting = new Waiting(this);
  protected readonly database = new Database();
  /** Work on the database, one after another. */
  protected readonly work = new Queue();
  protected booted: Promise<void> = Promise.resolve();
  /** Called when what is loaded or waits, or what it is read by, was changed by the user. */
  onChange: () => void = () => undefined;

  /** Reads files into the session. */
  abstract add(files: readonly Incoming[]): Promise<void>;

  /** What the loaded files were read by, what was said of those that wait, and the opened decisions about others. */
  async fileDecisions(): Promise<FileDecision[]> {
    const own = [...(await this.loadedDecisions()), ...this.waiting.decisions];
    const known = new Set(own.map(({ sha256 }) => sha256));
    return [...own, ...this.decisions.filter(({ sha256 }) => !known.has(sha256))];
  }

  /** What the loaded files were read by. */
  async loadedDecisions(): Promise<FileDecision[]> {
    await this.work.idle;
    return this.database.decisions();
  }

  /** The bytes of the files that are loaded or wait, by their sums. */
  async bytes(): Promise<ReadonlyMap<string, File>> {
    return new Map([
      ...this.waiting.files.map(({ sum, file }) => [sum, file] as const),
      ...(await this.database.bytes()),
    ]);
  }

  /** A record of a file and its neighbours, as they stand in it; personal columns blanked. Throws `Refusal`. */
  readonly around: Database['around'] = (...asked) => this.database.around(...asked);
  /** The head of a file in each encoding that can be chosen. */
  readonly samples: Database['samples'] = (file) => this.database.samples(file, this.waiting.sourceOf(file));
  /** Tries every way out of the machine. */
  readonly waysOut: Database['waysOut'] = () => this.booted.then(() => this.database.waysOut());

  /** Reads and matches a file without taking it in. */
  async survey(file: Incoming, choices: FileChoices): Promise<FileReport> {
    await this.booted;
    const { collection } = this.database;
    if (!collection) throw new TypeError('the engine did not start');
    return this.work.run(() => collection.survey(inputOf(file), choices));
  }

  /** The rows behind a figure, once they are there. Throws EngineError when the question cannot be answered. */
  readonly drill = async (question: DrillQuestion, limit: number): Promise<DrillResult> => {
    await this.booted;
    await this.work.idle;
    // Figures may stand long before their files are read.
    while (this.rowsComing && this.status !== 'failed') await aMoment();
    return this.database.rows(question, limit, () => this.work.idle);
  };
}
