import type { TableSpec } from '../../domain';
import { exampleRow, tableById } from '../../model';
import { type CellContext, fileStem, fileWords } from '../cells';
import { type HeaderMatch, NO_WORDS, type TaughtChoice, headerSignature, matchHeader, taughtFor } from '../match';
import type { KnownMatches, TableChoice } from './choices';
import { DownFill, type FilledColumn, repeatingColumns } from '../down-fill';
import type { CellCodes, MergedAbove, RawTableSummary, TableSink, TableStart } from '../raw';
import { type Around, type Said, periodsSaid, yearSaid } from './as-of';
import { type ControlSum, ControlSums } from './control-sums';
import { csvOf } from './csv-rows';
import { onceOf } from './once';
import { type FileLevel, type KnownZone, fileLevelValues } from './file-level';
import { type Gathering, gatheredHeader, gatheredRow, gatheringsOf } from './gathered';
import { withoutHandingIn } from './handed-in';
import { stagedColumns } from './long-rows';
import { codingOf, headersOf, isExample, wideOf } from './matched-columns';
import { readCells } from './read-cells';
import { listsUnbuilt } from './unbuilt-lists';
import { ReadTogether, type ToldTogether } from './read-together';
import { codedValues } from './coded-values';
import type { Staged } from './staged';
import { StagedRows } from './staged-rows';
import { turned } from './turned';
import { takenValues } from './unstated';
import { withoutNames, withoutPersonal } from './without-persons';

/** How many rows are looked at before a table is matched. */
const SAMPLE = 200;
/** How many rows a card shows. */
export const SHOWN = 8;

/** A table of fewer characters, counting a cell as one more, is read here; a larger one by the database. */
const SMALL = 1_000_000;

/** A table of a file as it was understood; `staged` is null when no canonical table fits. */
export interface StagedTable {
  readonly start: TableStart;
  readonly match: HeaderMatch;
  readonly summary: RawTableSummary;
  readonly sample: readonly (readonly string[])[];
  readonly staged: Staged | null;
  /** Removed grand totals that differ from the sum of the rows. */
  readonly mismatches: readonly {
    readonly record: number;
    readonly column: string;
    readonly stated: string;
    readonly sum: number;
  }[];
  /** Every removed grand total that could be compared; absent where there was none to compare. */
  readonly controls?: readonly ControlSum[];
  /** What was filled from the row above; absent where nothing was. */
  readonly filled?: readonly FilledColumn[];
  /** Records of template example rows that were left out; absent where there were none. */
  readonly examples?: readonly number[];
  /** Cells of count columns that say 无, which is 0 only when the user says so. */
  readonly nones?: number;
  /** What two columns that say one fact gave together and was doubted; absent where nothing was. */
  readonly together?: ToldTogether;
  /** Days other than the one taken for the snapshot that the texts around the table name; absent where there are none. */
  readonly otherDays?: readonly Said[];
  /** What words taught with other files decided about this table; absent where none did. */
  readonly taught?: TaughtChoice;
  /** The match follows a decision kept from another file with the same header. */
  readonly remembered?: boolean;
  /** Values that were filled in as they were for other files; absent where none were. */
  readonly filledIn?: Readonly<Record<string, string>>;
  /** Its measures stood as rows: each column was read as a row. */
  readonly turned?: boolean;
  /** Headers of several columns that write one fact, and were read as one; absent where there were none. */
  readonly gathered?: readonly (readonly string[])[];
  /** Switched off by the user. */
  readonly off?: boolean;
  /** It lists only units without an organisation and is left out as long as nobody says otherwise. */
  readonly unbuilt?: boolean;
}

interface Held {
  readonly cells: readonly string[];
  readonly record: number;
  readonly merged: MergedAbove | undefined;
  readonly codes?: CellCodes | undefined;
  /** The line that heads it; '' where none does. */
  readonly group: string;
}

interface Open {
  start: TableStart;
  held: Held[];
  plan: Plan | null;
  /** Whether the table was put upright. */
  turned: boolean;
  /** What is written over several columns. */
  gatherings: readonly Gathering[];
  gathered: readonly (readonly string[])[];
  /** The last line that heads rows. */
  group: string;
}

interface Plan {
  readonly match: HeaderMatch;
  readonly table: TableSpec | null;
  readonly columns: readonly string[];
  /** Header text each of them came from. */
  readonly headers: Readonly<Record<string, string>>;
  readonly together: ReadTogether | null;
  readonly rows: StagedRows;
  readonly sample: string[][];
  readonly fill: DownFill;
  readonly sums: ControlSums;
  readonly context: CellContext;
  readonly choice: TableChoice;
  readonly unbuilt: boolean;
  readonly remembered: boolean;
  readonly taught: TaughtChoice | null;
  /** What may be filled in as for other files. */
  readonly given: Readonly<Record<string, string>>;
  /** What the example row of a blank template says, by column; null where no table is known. */
  readonly example: ReadonlyMap<string, string> | null;
  /** Records of example rows, which are no data. */
  readonly examples: number[];
}

/** Receives the raw tables of a file, matches each to the model and collects what the database may see. */
export class Staging implements TableSink {
  readonly tables: StagedTable[] = [];
  private open: Open | null = null;
  /** The first table of the sheet. */
  private above: TableStart | null = null;

  constructor(
    private readonly path: string,
    private readonly zones: readonly KnownZone[],
    private readonly choices: Readonly<Record<number, TableChoice>> = {},
    private readonly matches: KnownMatches = {},
    private readonly small = SMALL,
  ) {}

  table(start: TableStart): void {
    if (this.above?.sheet !== start.sheet) this.above = start;
    this.open = { start, held: [], plan: null, turned: false, gatherings: [], gathered: [], group: '' };
  }

  row(cells: string[], record: number, merged?: MergedAbove, codes?: CellCodes): void {
    const { open } = this;
    if (!open) return;
    if (open.plan) {
      const isGathered = open.gatherings.length > 0;
      const whole = isGathered ? gatheredRow(cells, open.gatherings, open.group) : cells;
      this.take(open.plan, { cells: whole, record, merged, codes: isGathered ? undefined : codes });
      return;
    }
    open.held.push({ cells, record, merged, group: open.group });
    if (open.held.length >= SAMPLE) this.settle(open);
  }

  group(label: string): void {
    if (this.open) this.open.group = label;
  }

  end(summary: RawTableSummary): void {
    const { open } = this;
    if (!open) return;
    const plan = open.plan ?? this.settle(this.upright(open));
    this.open = null;
    const around = this.around(open.start, summary.notes);
    const once = plan.table && fileLevelValues(plan.table, around, this.zones, plan.match);
    const filledIn = plan.table && once ? filledInOf(plan, plan.table, once) : {};
    const staged = plan.table && once && this.staged(open.start, plan, plan.table, { ...once.values, ...filledIn });
    const otherDays = once && isOnceDated(plan) ? once.otherDays : [];
    const controls = plan.sums.compared(withoutGathered(summary, open.gatherings), open.start.header);
    this.tables.push({
      start: open.start,
      match: plan.match,
      summary,
      sample: plan.sample,
      staged,
      mismatches: controls.filter((control) => !control.agrees),
      ...(controls.length > 0 && { controls }),
      ...(plan.fill.filled.length > 0 && { filled: plan.fill.filled }),
      ...(plan.examples.length > 0 && { examples: plan.examples }),
      ...(plan.sums.nones > 0 && { nones: plan.sums.nones }),
      ...(plan.together && plan.together.told.issues.length > 0 && { together: plan.together.told }),
      ...(otherDays.length > 0 && { otherDays }),
      ...(plan.taught && { taught: plan.taught }),
      ...(plan.remembered && { remembered: true }),
      ...(Object.keys(filledIn).length > 0 && { filledIn }),
      ...((plan.choice.off === true || plan.unbuilt) && { off: true }),
      ...(plan.unbuilt && { unbuilt: true }),
      ...(open.turned && { turned: true }),
      ...(open.gathered.length > 0 && { gathered: open.gathered }),
    });
  }

  /** The table turned, where as it stands it is none of the model's and turned it is one. */
  private upright(open: Open): Open {
    const { start, held } = open;
    const title = [...start.title, this.path];
    const rows = held.map(({ cells }) => cells);
    const other = turned(start.header, rows);
    if (other === null || matchHeader(start.header, { rows, title }).table !== null) return open;
    const { table } = matchHeader(other.header, { rows: other.rows, title });
    if (table === null || tableById(table)?.turnable !== true) return open;
    open.start = { ...start, header: other.header };
    open.held = other.rows.map((cells) => ({ cells, record: held[0]?.record ?? 1, merged: undefined, group: '' }));
    open.turned = true;
    return open;
  }

  /** What the table writes over several columns is read as one. */
  private gather(open: Open): void {
    const { header } = open.start;
    const [rows, groups] = [open.held.map(({ cells }) => cells), open.held.map(({ group }) => group)];
    open.gatherings = gatheringsOf(header, rows, groups);
    if (open.gatherings.length === 0) return;
    const several = open.gatherings.filter(({ from }) => from.length > 1);
    open.gathered = several.map(({ from }) => [...from].sort((a, b) => a - b).map((at) => header[at] ?? ''));
    open.start = { ...open.start, header: gatheredHeader(header, open.gatherings) };
    open.held = open.held.map((held) => ({
      ...held,
      cells: gatheredRow([...held.cells], open.gatherings, held.group),
    }));
  }

  /** The user's decision about this very table, on top of what is kept for its header. */
  private choiceOf({ index, header }: TableStart): Pick<Plan, 'choice' | 'remembered' | 'given'> {
    const own = this.choices[index];
    const kept = this.matches.headers?.[headerSignature(header)];
    const { given = {}, zones = {}, ...choice } = kept ?? {};
    const zone = zones[fileStem(this.path)];
    return {
      choice: { ...choice, ...own },
      remembered: Object.keys(choice).length > 0,
      given: { ...given, ...(zone !== undefined && { zone_id: zone }) },
    };
  }

  private settle(open: Open): Plan {
    this.gather(open);
    const { choice, remembered, given } = this.choiceOf(open.start);
    const rows = open.held.map((entry) => entry.cells);
    const title = [...open.start.title, this.path];
    const year = choice.year ?? yearSaid(this.around(open.start));
    const dated = year === null ? {} : { year };
    const { words = NO_WORDS } = this.matches;
    const matched = matchHeader(open.start.header, {
      rows,
      title,
      context: dated,
      words,
      ...(choice.table === undefined ? {} : { table: choice.table }),
      ...(choice.fields === undefined ? {} : { fields: choice.fields }),
    });
    const said = choice.fields === undefined ? periodsSaid(this.around(open.start)) : [];
    const match = withoutHandingIn(matched, open.start.header, rows, said);
    const unbuilt =
      choice.off === undefined &&
      choice.table === undefined &&
      // Below a list of units it is a part of that.
      !this.tables.some(
        ({ start, match: { table } }) => start.sheet === open.start.sheet && table === 'unit_coverage',
      ) &&
      listsUnbuilt(match, rows, [...open.start.title, open.start.sheet, fileWords(this.path)]);
    const table = match.table === null || choice.off === true || unbuilt ? null : (tableById(match.table) ?? null);
    const taught = taughtFor(words, match);
    const values = { ...taught?.values, ...choice.values };
    const context = {
      ...dated,
      ...codingOf(match, table, open.start.header, rows, choice),
      ...(choice.percent && { percent: choice.percent }),
      ...(choice.noneIsZero && { noneIsZero: true }),
      ...(Object.keys(values).length > 0 && { words: values }),
    };
    const columns = stagedColumns(match);
    const headers = headersOf(match, columns, open.start.header);
    const together = table && match.unpivot === null ? ReadTogether.of(table, columns, headers, context) : null;
    const plan: Plan = {
      match,
      table,
      columns,
      headers,
      together,
      rows: new StagedRows(match, columns, together, this.small),
      sample: [],
      fill: new DownFill(repeatingColumns(match.fields, match.table)),
      sums: new ControlSums(match, table, context),
      context,
      choice,
      unbuilt,
      remembered,
      taught,
      given,
      example: table && new Map(exampleRow(table).map((text, at) => [table.columns[at]?.id ?? '', text])),
      examples: [],
    };
    open.plan = plan;
    plan.rows.learn(open.held);
    for (const held of open.held) this.take(plan, held);
    open.held.length = 0;
    return plan;
  }

  private take(plan: Plan, { cells, record, merged, codes }: Omit<Held, 'group'>): void {
    if (plan.example !== null && isExample(plan.example, plan.match, cells)) {
      plan.examples.push(record);
      return;
    }
    if (plan.sample.length < SHOWN) plan.sample.push(withoutPersonal(cells, plan.match));
    if (plan.table === null) return;
    const whole = plan.fill.row(withoutNames(cells, plan.match, codes), record, merged, codes);
    plan.sums.add(whole, record, codes);
    plan.rows.take(record, whole, codes);
  }

  private around({ title, sheet }: TableStart, notes: readonly string[] = []): Around {
    const above = this.above?.sheet === sheet && this.above.title !== title ? this.above.title : [];
    return { title, above, sheet, path: this.path, notes };
  }

  private staged(start: TableStart, plan: Plan, table: TableSpec, once: FileLevel['values']): Staged {
    const { coded, few, isLarge } = plan.rows.finish();
    const columns = plan.together?.columns ?? plan.columns;
    const said = { ...once, ...plan.match.implied, ...plan.choice.fileLevel };
    const taken = takenValues(table, new Set([...columns, ...Object.keys(said)]), {
      header: start.header.filter((_, at) => plan.match.fields[at] != null),
      title: [...start.title, this.path],
      columns,
      rows: few,
    });
    const about = {
      table,
      columns,
      headers: plan.headers,
      fileLevel: { ...taken, ...said },
      taken,
      context: plan.context,
      ...wideOf(plan.match, start.header),
    };
    const { records, columns: texts } = coded.table;
    const { columns: read, issues, issueCounts } = readCells(about, { records, columns: texts });
    return {
      ...about,
      read: { columns: read.map(({ id }) => id), issues, issueCounts },
      ...(isLarge ? { coded: codedValues(table, records, read) } : { csv: csvOf(table, records, read, onceOf(about)) }),
      rows: coded.rows,
    };
  }
}

/** The totals without what stands under gathered columns: it counts one word each, not what is read. */
function withoutGathered(summary: RawTableSummary, gatherings: readonly Gathering[]): RawTableSummary {
  const gathered = new Set(gatherings.flatMap(({ from }) => from));
  const totals = summary.totals.map((total) => ({
    ...total,
    cells: total.cells.map((cell, at) => (gathered.has(at) ? '' : cell)),
  }));
  return gathered.size === 0 ? summary : { ...summary, totals };
}

/** What was given for other files of the layout and nothing says of this one. */
function filledInOf(
  { given, columns, match, choice }: Plan,
  table: TableSpec,
  once: FileLevel,
): Record<string, string> {
  const said = { ...once.values, ...match.implied, ...choice.fileLevel };
  const open = table.columns.filter(
    ({ id, fileLevel }) => fileLevel === true && !columns.includes(id) && !(id in said),
  );
  return Object.fromEntries(open.flatMap(({ id }) => (given[id] === undefined ? [] : [[id, given[id]]])));
}

/** Whether the day of the snapshot is taken from the texts around the table. */
const isOnceDated = ({ columns, choice }: Plan): boolean =>
  !columns.includes('snapshot_date') && choice.fileLevel?.snapshot_date === undefined;
