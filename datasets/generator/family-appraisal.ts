import { type AppraisalRow, appraisalColumn } from './appraisal-columns';
import { APPRAISAL_HABITS, type AppraisalHabit } from './appraisal-habits';
import { appraisalRows } from './appraisal-rows';
import { encode } from './encode';
import { extension, FOLDERS, type OutFile } from './out-file';
import { type Frame, writeSheet } from './sheet';
import type { ZoneContext } from './zone-context';

function dated(frame: Frame, year: string): Frame {
  return { ...frame, ...(frame.above && { above: frame.above.map((text) => text.replaceAll('{year}', year)) }) };
}

function oneFile(context: ZoneContext, habit: AppraisalHabit, rows: readonly AppraisalRow[], year: string): OutFile {
  const ending = extension(habit.dialect.delimiter);
  const columns = habit.columns.map((headed) => appraisalColumn(headed, context, habit.style));
  const reviewed = habit.kind === '述职评议';
  const { name } = context.plan;
  return {
    path: `${FOLDERS[context.plan.id] ?? ''}/${reviewed ? 'review' : 'appraisal'}${year === '' ? '' : `-${year}`}.${ending}`,
    name: `${name}${reviewed ? '书记抓党建述职评议' : '党建考核'}${year === '' ? '2016—2018' : `${year}年度`}.${ending}`,
    zone: context.plan.id,
    table: 'grading',
    encoding: habit.dialect.encoding,
    bytes: encode(writeSheet(columns, [rows], dated(habit.frame ?? {}, year), habit.dialect), habit.dialect.encoding),
  };
}

function filesOf(context: ZoneContext, habit: AppraisalHabit): OutFile[] {
  const rows = appraisalRows(context)
    .filter(({ kind }) => kind === habit.kind)
    .map((row) => ({ row, org: context.orgOf(row.org) }));
  if (!habit.byYear) return [oneFile(context, habit, rows, '')];
  const years = [...new Set(rows.map(({ row }) => row.cycle.slice(0, 4)))];
  return years.map((year) =>
    oneFile(
      context,
      habit,
      rows.filter(({ row }) => row.cycle.startsWith(year)),
      year,
    ),
  );
}

/** Appraisals and reviews, zone by zone. */
export function appraisalFiles(zones: readonly ZoneContext[]): OutFile[] {
  return zones.flatMap((context) =>
    APPRAISAL_HABITS.filter((habit) => habit.zone === context.plan.id).flatMap((habit) => filesOf(context, habit)),
  );
}
