import type { Locale } from '../domain';

/** A command line that makes no sense; the message says what is wrong. Exit code 2. */
export class UsageError extends Error {}

/** What the command line can do. */
export const USAGE = `zonelens: check and convert exports with the same code the page uses

  zonelens inspect FILE...                              one JSON object a line: what each file was taken for
  zonelens convert FILE... --as raw|typed|table --out-dir DIR
                                                        one clean UTF-8 CSV file an input
  zonelens convert FILE... --as table --format parquet --out-dir DIR
                                                        the tables of all files together, typed, a folder each table and zone, with the ledger
  zonelens cube FILE... -o cube.arrow|.parquet|.csv     the aggregates of all files together
  zonelens plan FILE... --dialect duckdb|postgres|spark|trino --out-dir DIR
                                                        what another database needs to work the aggregates out; --format parquet: its rows as Parquet
  zonelens cube --from DIR --plan plan.json -o cube.arrow|.parquet|.csv
                                                        the aggregates as it worked them out
      --earlier CUBE.arrow   with plan and cube --from: only zones whose rows changed are worked out, the others are as in that cube
  zonelens xlsx FILE... -o figures.xlsx                 a workbook: every figure by zone, definitions, the aggregates
  zonelens report FILE... -o report.html                one page with the aggregates inside, opens from disk
  zonelens brief FILE... -o brief.docx|.html|.zip       the brief of a period in the form of an official paper, as Word or HTML
      --period 2018Q4    a year, half-year, quarter or month; the latest where none is given
      --zone ZONE        the reminder of one zone (by id or name) in its place, with --committee NAME of one of its committees
      --each-zone, --each-committee   a ZIP archive with the reminders of all that have something to be reminded of
  zonelens merge CUBE.arrow... -o cube.arrow|.parquet|.csv  the aggregates of many zones from the cubes they saved, none counted twice
  zonelens verify REPORT.html|CUBE.arrow|FINGERPRINT --data FILE...
                                                        count the files anew: are these the figures of the report? If not, where
      --from DIR --plan plan.json   set the figures another database worked out beside it, in place of --data
  zonelens metrics --as ossie|metricflow -o metrics.json the definition of every metric for other tools, over the rows a plan writes
  zonelens portable -o zonelens.html                    the whole workbench as one page, opens from disk

  A folder stands for all files in it. cube, xlsx, report and brief take cubes (.arrow) too, and merge them.
  --decisions FILE  follow what was decided on the page and saved there: same files, same decisions, same cube
  --level LEVEL     who a cube, workbook, report or brief is for: internal (all of it), handed-down or public (few things are not told)
  --by NAME, --for NAME   who made it and for whom, written on it
  --english         with xlsx and brief: in English
  --encoding NAME   read every file in this encoding instead of the one detected

On stderr: what has to be known of merged cubes (overlaps, other rules, other days), rows that state no zone, questions not answered, cells not used or in doubt, decisions that apply to none of the files.

Exit code: 0 done (verify: equal), 1 a file was refused (the reason is on stderr, the others are done), 2 wrong usage, 3 verify: not equal.`;

/** What asks for {@link USAGE}. */
export const HELP: ReadonlySet<string> = new Set(['--help', '-h', 'help']);

/** The parts of a command line: the files and the options, each with its value; '' for those that have none. */
export interface Arguments {
  readonly command: string;
  readonly files: readonly string[];
  /** The files after `--data`. */
  readonly data?: readonly string[];
  readonly options: ReadonlyMap<string, string>;
}

const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  inspect: ['--encoding', '--decisions'],
  convert: ['--as', '--format', '--out-dir', '--encoding', '--decisions'],
  cube: ['-o', '--from', '--plan', '--earlier', '--encoding', '--decisions', '--level', '--by', '--for'],
  plan: ['--dialect', '--format', '--earlier', '--out-dir', '--encoding', '--decisions'],
  portable: ['-o'],
  metrics: ['--as', '-o'],
  xlsx: ['-o', '--encoding', '--decisions', '--level', '--by', '--for', '--english'],
  brief: [
    '-o',
    '--encoding',
    '--decisions',
    '--level',
    '--by',
    '--for',
    '--period',
    '--zone',
    '--committee',
    '--each-zone',
    '--each-committee',
    '--english',
  ],
  report: ['-o', '--encoding', '--decisions', '--level', '--by', '--for'],
  merge: ['-o', '--level', '--by', '--for'],
  verify: ['--data', '--from', '--plan', '--earlier', '--encoding', '--decisions', '--level'],
};

/** Options that have no value. */
const FLAGS: ReadonlySet<string> = new Set(['--each-zone', '--each-committee', '--english']);

/** Throws UsageError where a command is not given the files it needs, or others. */
function checkFiles({ command, files, data, options }: Arguments): void {
  const from = options.has('--from');
  if (command === 'cube' && !from && options.has('--earlier')) throw new UsageError('--earlier goes with --from');
  if (!from && options.has('--plan')) throw new UsageError('--plan goes with --from');
  if (command === 'verify') {
    if (files.length !== 1) throw new UsageError('verify needs one report, cube or fingerprint, before --data');
    if (from ? data : !data?.length) throw new UsageError('verify needs --data FILE... or --from DIR --plan plan.json');
    return;
  }
  if (from && files.length > 0) throw new UsageError('cube is made of files or --from cells, not of both');
  const alone = command === 'portable' || command === 'metrics';
  if (alone && files.length > 0) throw new UsageError(`${command} takes no files`);
  if (!alone && !from && files.length === 0) throw new UsageError(`${command} needs at least one file`);
}

/** Splits a command line. Throws UsageError on an unknown command or option, a missing value or no files. */
export function parseArguments(argv: readonly string[]): Arguments {
  const [command = '', ...rest] = argv;
  const known = OPTIONS[command];
  if (!known) throw new UsageError(command === '' ? 'no command given' : `no such command: ${command}`);
  const files: string[] = [];
  let data: string[] | null = null;
  const options = new Map<string, string>();
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at] ?? '';
    const [name = '', inline] = word.startsWith('--') ? word.split(/=(.*)/su, 2) : [word];
    if (!name.startsWith('-') || name === '-') {
      (data ?? files).push(word);
      continue;
    }
    if (!known.includes(name)) throw new UsageError(`no such option for ${command}: ${name}`);
    if (name === '--data' && inline === undefined) {
      data ??= [];
      continue;
    }
    if (FLAGS.has(name)) {
      if (inline !== undefined) throw new UsageError(`${name} has no value`);
      options.set(name, '');
      continue;
    }
    const value = inline ?? rest[++at];
    if (value === undefined || value === '') throw new UsageError(`${name} needs a value`);
    options.set(name, value);
  }
  const asked: Arguments = { command, files, options, ...(data && { data }) };
  checkFiles(asked);
  return asked;
}

/** The value of an option that must be there. Throws UsageError when it is not. */
export function required({ command, options }: Arguments, name: string): string {
  const value = options.get(name);
  if (value === undefined) throw new UsageError(`${command} needs ${name}`);
  return value;
}

/** The language something is written in. */
export const languageOf = ({ options }: Arguments): Locale => (options.has('--english') ? 'en' : 'zh');
