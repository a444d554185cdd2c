import { type CellCodes, type MergedAbove, normaliseHeader } from './raw';

const DITTO: ReadonlySet<string> = new Set(['〃', '同上', '″', '”']);

/** Whether a cell is neither blank nor a ditto mark, told by its first character. */
function saysSomething(cell: string): boolean {
  const first = cell.charCodeAt(0);
  return cell.length > 4 || (first > 0x20 && first < 0x7f) || (first >= 0x4e00 && first <= 0x9fff && cell[0] !== '同');
}

/** Columns whose blanks repeat the cell above, as in exports whose merged cells were split, by index. */
export interface Repeating {
  /** Required on every row. */
  readonly always: ReadonlySet<number>;
  /** Filled where a workbook tells of merged cells, too: whose the rows are that stand under one name. */
  readonly whose: ReadonlySet<number>;
  /** Groups inside those: where one of them begins anew, a blank is a blank. */
  readonly inside: ReadonlySet<number>;
}

const REQUIRED = new Set(['zone_id', 'snapshot_date', 'cycle']);
const PARENTS = new Set(['parent_org_id', 'parent_org_name', 'committee']);
const NAMES = new Set(['org_id', 'org_name', 'unit_id', 'unit_name', 'target_name', 'target_org_id']);

/** The repeating columns of a matched table; a parent only where it stands before what it is the parent of. */
export function repeatingColumns(fields: readonly (string | null)[], table: string | null = null): Repeating {
  const name = fields.findIndex((id) => id !== null && NAMES.has(id));
  const places = (ids: ReadonlySet<string>, before: number): ReadonlySet<number> =>
    new Set(fields.flatMap((id, at) => (id !== null && ids.has(id) && at < before ? [at] : [])));
  const kind = table === 'org_life' ? fields.indexOf('activity_type') : -1;
  return { always: places(REQUIRED, fields.length), inside: places(PARENTS, name), whose: places(NAMES, kind) };
}

const ZONE_HEADER =
  /^(?:所属|所在)?(?:开发区|高新区|经开区|园区|功能区|片区|区域|区县|县区|县市区|镇街|镇街道|乡镇|乡镇街道|街道)(?:名称)?$/u;
const PARENT_HEADER =
  /^(?:所属|隶属|上级|主管)(?:基层)?(?:党工委|党委|党组织|直属党委|二级党组织)(?:名称)?$|^(?:直属|镇街)党委(?:名称)?$/u;
const SERIAL_HEADER = /^(?:序号|编号|no\.?)$/iu;

/** The repeating columns of a table that no model knows, by its headers: zones and parents at its left edge. */
export function repeatingHeaders(header: readonly string[]): Repeating {
  const always = new Set<number>();
  const inside = new Set<number>();
  for (const [at, text] of header.entries()) {
    const plain = normaliseHeader(text);
    if (ZONE_HEADER.test(plain)) always.add(at);
    else if (PARENT_HEADER.test(plain)) inside.add(at);
    else if (!SERIAL_HEADER.test(plain)) break;
  }
  return { always, inside, whose: new Set() };
}

/** Rows whose blanks were filled from the row above, by column: how many, and the first record. */
export interface FilledColumn {
  readonly index: number;
  readonly rows: number;
  readonly record: number;
}

/**
 * Fills what repeats the row above: ditto marks in any column; merged cells where a workbook tells of them; where nothing
 * tells, blanks of the columns that identify, and never those of figures.
 */
export class DownFill {
  private readonly above: string[] = [];
  private readonly counts = new Map<number, { rows: number; record: number }>();

  private readonly always: readonly number[];

  constructor(private readonly repeating: Repeating) {
    this.always = [...repeating.always];
  }

  /**
   * The row with what it repeats, the very same where that is nothing; `merged` is absent where the file cannot tell merged cells from
   * blank ones.
   */
  row(cells: readonly string[], record: number, merged?: MergedAbove, codes?: CellCodes): readonly string[] {
    let whole: string[] | null = null;
    for (let at = 0; at < cells.length; at += 1) {
      const cell = cells[at] ?? '';
      const says = saysSomething(cell);
      if (!says && !merged && this.repeating.inside.has(at) && cell.trim() === '' && this.beginsAnew(cells)) continue;
      const filled = says ? undefined : this.repeated(cell.trim(), at, merged);
      if (filled === undefined) this.above[at] = cell;
      else {
        whole ??= cells.slice();
        whole[at] = filled;
        if (codes) codes[at] = -1;
        if (filled !== '') this.count(at, record);
      }
    }
    return whole ?? cells;
  }

  private beginsAnew(cells: readonly string[]): boolean {
    return this.always.some((at) => (cells[at] ?? '').trim() !== '');
  }

  /** What was filled, column by column. */
  get filled(): readonly FilledColumn[] {
    return [...this.counts].map(([index, found]) => ({ index, ...found }));
  }

  private repeated(text: string, at: number, merged: MergedAbove | undefined): string | undefined {
    if (DITTO.has(text)) return this.above[at] ?? '';
    if (text !== '') return undefined;
    if (merged) return merged.get(at) ?? (this.repeating.whose.has(at) ? this.above[at] : undefined);
    if (this.repeating.whose.has(at)) return this.above[at];
    return this.repeating.always.has(at) || this.repeating.inside.has(at) ? this.above[at] : undefined;
  }

  private count(at: number, record: number): void {
    const known = this.counts.get(at);
    if (known) known.rows += 1;
    else this.counts.set(at, { rows: 1, record });
  }
}
