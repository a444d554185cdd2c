import { writeDate, type DateStyle } from './calendar';
import { madeUpPerson } from './cell-styles';
import { encode } from './encode';
import { GBK } from './habit';
import type { LogRow } from './life-rows';
import { FOLDERS, type OutFile } from './out-file';
import { type Column, type Frame, writeSheet } from './sheet';
import type { ZoneContext } from './zone-context';

/** How one body keeps its log of meetings. */
interface LogHabit {
  readonly zone: string;
  readonly dates: readonly DateStyle[];
  readonly columns: readonly (readonly [LogField, string])[];
  readonly words: Readonly<Record<string, string>>;
  readonly frame: Frame;
  readonly title: string;
}

type LogField =
  'seq' | 'code' | 'name' | 'zone' | 'type' | 'day' | 'expected' | 'attended' | 'leave' | 'chair' | 'clerk';

const LOGS: readonly LogHabit[] = [
  {
    zone: 'JYGX',
    dates: ['chinese', 'dots', 'iso'],
    columns: [
      ['code', '党组织代码'],
      ['type', '会议类型'],
      ['day', '召开时间'],
      ['expected', '应到人数'],
      ['attended', '实到人数'],
      ['leave', '请假人数'],
      ['chair', '主持人'],
      ['clerk', '记录人'],
    ],
    words: { 党员大会: '支部党员大会', 党小组会: '党小组会', 组织生活会: '专题组织生活会' },
    frame: { above: ['济源高新区2018年“三会一课”台账'] },
    title: '2018年“三会一课”台账',
  },
  {
    zone: 'CZGX',
    dates: ['slashes', 'compact'],
    columns: [
      ['name', '支部名称'],
      ['type', '会议名称'],
      ['day', '会议时间'],
      ['expected', '应到'],
      ['attended', '实到'],
      ['chair', '主持人'],
      ['clerk', '记录人'],
    ],
    words: { 民主评议: '民主评议党员' },
    frame: { above: ['长治高新区支部会议记录汇总'], headerEvery: 300 },
    title: '支部会议记录汇总2018',
  },
  {
    zone: 'JLRL',
    dates: ['dots'],
    columns: [
      ['seq', '序号'],
      ['code', '党组织编码'],
      ['type', '活动类型'],
      ['day', '活动时间'],
      ['expected', '应到人数'],
      ['attended', '实到人数'],
      ['chair', '主持人'],
    ],
    words: { 党课: '书记讲党课' },
    frame: { above: ['吉林市热力集团2018年党课、谈心谈话登记表'] },
    title: '2018年党课、谈心谈话登记表',
  },
];

const count = (value: number | null): string => (value === null ? '' : String(value));

function columnOf(field: LogField, header: string, habit: LogHabit, context: ZoneContext): Column<LogRow> {
  const cell = (row: LogRow, i: number): string => {
    switch (field) {
      case 'seq':
        return String(i + 1);
      case 'code':
        return row.org.code;
      case 'name':
        return row.org.name;
      case 'zone':
        return context.plan.name;
      case 'type':
        return habit.words[row.activity] ?? row.activity;
      case 'day':
        return writeDate(row.day, habit.dates[i % habit.dates.length] ?? 'iso');
      case 'expected':
        return count(row.expected);
      case 'attended':
        return count(row.attended);
      case 'leave':
        return count(row.expected === null || row.attended === null ? null : row.expected - row.attended);
      case 'chair':
        return madeUpPerson(i);
      case 'clerk':
        return madeUpPerson(i + 3);
    }
  };
  return { header, cell };
}

/** The logs of meetings of a zone, one row a meeting. */
export function logFiles(context: ZoneContext, log: readonly LogRow[]): OutFile[] {
  return LOGS.filter((habit) => habit.zone === context.plan.id && log.length > 0).map((habit) => {
    const columns = habit.columns.map(([field, header]) => columnOf(field, header, habit, context));
    return {
      path: `${FOLDERS[context.plan.id] ?? ''}/org-life-log.csv`,
      name: `${context.plan.name}${habit.title}.csv`,
      zone: context.plan.id,
      table: 'org_life',
      encoding: GBK.encoding,
      bytes: encode(writeSheet(columns, [log], habit.frame, GBK), GBK.encoding),
    };
  });
}
