import { writeDate } from './calendar';
import { encode } from './encode';
import { BOM, GBK } from './habit';
import { daysOf, periodAt } from './life-rows';
import { FOLDERS, type OutFile } from './out-file';
import { randomFrom } from './random';
import { type Column, type Dialect, writeSheet } from './sheet';
import { ROOT } from './coverage-simulation';
import type { Org } from './truth';
import type { ZoneContext } from './zone-context';

/** Acts of the working rhythm and the months between them. */
export const RHYTHM = { 月调度: 1, 季主题: 3, 半年考核: 6 } as const;
type Act = keyof typeof RHYTHM;

/** One act a committee owed in a period, as its ledger says: done, and when. */
export interface RhythmRow {
  readonly org: Org;
  readonly act: Act;
  readonly period: string;
  readonly done: boolean;
  readonly day: string | null;
}

/** Which zones keep a ledger of the rhythm, from which month of the span on, and how well they keep it up. */
const LEDGERS: Readonly<Record<string, { readonly from: number; readonly kept: number; readonly dialect: Dialect }>> = {
  XZJK: { from: 12, kept: 0.94, dialect: GBK },
  XCJK: { from: 24, kept: 0.88, dialect: BOM },
  STGX: { from: 24, kept: 0.97, dialect: GBK },
};

/** Committees right below the zone's work committee. */
export const committeesOf = ({ truth }: ZoneContext): Org[] =>
  truth.orgs.filter(
    (org) => (org.type === '党委' || org.type === '党工委') && org.parents.some(({ key }) => key === ROOT),
  );

/** The ledger of a zone: a row for what was owed, done or not; what was not done in summer 2018 was not entered at all. */
export function rhythmRows(context: ZoneContext): RhythmRow[] {
  const ledger = LEDGERS[context.plan.id];
  if (!ledger) return [];
  const random = randomFrom(`${context.plan.id} rhythm`);
  const lax = new Map(committeesOf(context).map((org) => [org, random.chance(0.2) ? 3 : 0.6]));
  return (Object.keys(RHYTHM) as Act[]).flatMap((act) => {
    const every = RHYTHM[act];
    const starts = Array.from({ length: (36 - ledger.from) / every }, (_, i) => ledger.from + i * every);
    return starts.flatMap((month) =>
      committeesOf(context).flatMap((org): RhythmRow[] => {
        const { first, last } = daysOf(month, every);
        if (org.founded !== null && org.founded > last) return [];
        const done = !random.chance((1 - ledger.kept) * (lax.get(org) ?? 1));
        const day = `${last.slice(0, 8)}${String(random.int(8, 26)).padStart(2, '0')}`;
        if (!done && first > '2018-06' && random.chance(0.6)) return [];
        return [{ org, act, period: periodAtLength(month, every), done, day: done ? day : null }];
      }),
    );
  });
}

const periodAtLength = (month: number, length: number): string =>
  length === 6 ? `${2016 + Math.floor(month / 12)}H${month % 12 < 6 ? 1 : 2}` : periodAt(month, length);

const QUARTER = ['第一季度', '第二季度', '第三季度', '第四季度'];

function writtenPeriod(period: string): string {
  const [year = '', rest = ''] = [period.slice(0, 4), period.slice(5)];
  if (period.includes('H')) return `${year}年${rest === '1' ? '上' : '下'}半年`;
  if (period.includes('Q')) return `${year}年${QUARTER[Number(rest) - 1] ?? ''}`;
  return `${year}年${Number(rest)}月`;
}

/** The ledger of the rhythm of a zone as a file. */
export function rhythmFiles(context: ZoneContext): OutFile[] {
  const rows = rhythmRows(context);
  const ledger = LEDGERS[context.plan.id];
  if (!ledger || rows.length === 0) return [];
  const column = (header: string, cell: (row: RhythmRow, i: number) => string): Column<RhythmRow> => ({ header, cell });
  const words: Readonly<Record<Act, string>> = { 月调度: '一月一调度', 季主题: '一季一主题', 半年考核: '半年一考核' };
  const columns = [
    column('工作事项', ({ act }) => words[act]),
    column('所属时期', ({ period }) => writtenPeriod(period)),
    column('责任主体', ({ org }) => org.name),
    column('是否完成', ({ done }) => (done ? '是' : '否')),
    column('完成时间', ({ day }) => (day === null ? '' : writeDate(day, 'dots'))),
  ];
  const frame = { above: [`${context.plan.name}党建工作调度、主题、考核台账`] };
  return [
    {
      path: `${FOLDERS[context.plan.id] ?? ''}/rhythm.csv`,
      name: `${context.plan.name}调度、主题、考核台账.csv`,
      zone: context.plan.id,
      table: 'work_record',
      encoding: ledger.dialect.encoding,
      bytes: encode(writeSheet(columns, [rows], frame, ledger.dialect), ledger.dialect.encoding),
    },
  ];
}
