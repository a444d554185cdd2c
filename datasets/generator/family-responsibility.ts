import { madeUpPerson, writeDay } from './cell-styles';
import { encode } from './encode';
import { extension, FOLDERS, type OutFile } from './out-file';
import { type Column, type Dialect, type Frame, writeSheet } from './sheet';
import { siteFiles } from './site-files';
import { WORK_HABITS, WORK_SHEETS, type WorkField, type WorkHabit, type WorkSheet } from './work-habits';
import type { Work } from './work-rows';
import { workOf } from './work-truth';
import type { ZoneContext } from './zone-context';

/** How a report names the kinds of bodies it inspected. */
const XIAN_DOMAINS: Readonly<Record<string, string>> = {
  机关: '机关部门',
  非公: '企业党组织',
  国企: '企业党组织',
  村: '农村党组织',
};

/** A row that counts something with a number of its own stands in the sheet of volumes. */
const isVolume = (row: Work): boolean => row.topic !== undefined && row.org === undefined && row.stranger === undefined;

/** Two of a month before its tenth are written 上旬 by the body that sets its days so. */
function dueText(row: Work, habit: WorkHabit, index: number): string {
  if (row.due === undefined) return habit.empty;
  if (habit.zone !== 'CZGX')
    return writeDay(row.due, { ...habit, yes: '', no: '', numbers: 'plain', empty: habit.empty }, index);
  const month = Number(row.due.slice(5, 7));
  return row.due.endsWith('-10') ? `${month}月上旬` : `${month}月底前`;
}

function cellOf(field: WorkField, habit: WorkHabit, context: ZoneContext): Column<Work>['cell'] {
  const style = { ...habit, yes: '', no: '', numbers: 'plain' as const };
  return (row, index) => {
    switch (field) {
      case 'code':
        return row.org?.code ?? habit.empty;
      case 'target':
        return row.org?.name ?? row.stranger ?? habit.empty;
      case 'committee':
        return habit.empty;
      case 'domain': {
        const domain = row.org?.domain ?? row.strangerDomain ?? '';
        return context.plan.id === 'XAGX' ? (XIAN_DOMAINS[domain] ?? domain) : domain;
      }
      case 'letter':
        return row.letter ?? habit.empty;
      case 'topic':
        return row.topic ?? habit.empty;
      case 'type':
        return row.type;
      case 'year':
        return String(row.year);
      case 'due':
        return dueText(row, habit, index);
      case 'doneOn':
        return writeDay(row.doneOn, style, index);
      case 'done':
        return habit.words[row.done ? 0 : 1];
      case 'count':
        return row.count === undefined ? habit.empty : `${row.count}${row.bound === 'ge' ? '余' : ''}`;
      case 'person':
        return madeUpPerson(index);
    }
  };
}

function columnsOf(sheet: WorkSheet, habit: WorkHabit, context: ZoneContext, rows: readonly Work[]): Column<Work>[] {
  const wanted = Object.entries(sheet.headers) as [WorkField, string][];
  const used = wanted.filter(([field]) => {
    if (field === 'person') return habit.personal !== undefined;
    if (field === 'committee') return false;
    // Inspections are told apart by code where a body keeps codes.
    if (field === 'code') return habit.joined && rows.some((row) => row.org !== undefined);
    return true;
  });
  const columns = used.map(([field, header]): Column<Work> => ({ header, cell: cellOf(field, habit, context) }));
  const year: Column<Work>[] = habit.joined ? [{ header: '年度', cell: cellOf('year', habit, context) }] : [];
  const number: Column<Work>[] = habit.framed ? [{ header: '序号', cell: (_, index) => String(index + 1) }] : [];
  const own: Column<Work>[] =
    habit.ownName === undefined ? [] : [{ header: habit.ownName, cell: () => context.plan.name }];
  return [...number, ...own, ...columns, ...year];
}

const frameOf = (habit: WorkHabit, title: string): Frame =>
  habit.framed ? { above: [`${title}（示例数据）`], below: ['填表人：示例甲    审核人：示例乙'] } : {};

function fileOf(context: ZoneContext, dialect: Dialect, id: string, title: string, text: string): OutFile {
  const ending = extension(dialect.delimiter);
  return {
    path: `${FOLDERS[context.plan.id] ?? ''}/work-${id}.${ending}`,
    name: `${title}.${ending}`,
    zone: context.plan.id,
    table: 'work_record',
    encoding: dialect.encoding,
    bytes: encode(text, dialect.encoding),
  };
}

function sheetFiles(context: ZoneContext, habit: WorkHabit, sheet: WorkSheet, all: readonly Work[]): OutFile[] {
  const rows = all.filter(
    (row) =>
      sheet.types.includes(row.type) && !isVolume(row) && (row.due !== undefined) === (sheet.headers.due !== undefined),
  );
  const years = [...new Set(rows.map((row) => row.year))].sort();
  const parts = habit.joined ? (rows.length === 0 ? [] : [years]) : years.map((year) => [year]);
  return parts.map((own) => {
    const [only = 0] = own;
    const title = `${context.plan.name}${own.length === 1 && !habit.joined ? `${only}年` : ''}${sheet.title}`;
    const part = rows.filter((row) => own.includes(row.year));
    const text = writeSheet(columnsOf(sheet, habit, context, part), [part], frameOf(habit, title), habit.dialect);
    return fileOf(context, habit.dialect, `${sheet.id}${habit.joined ? '' : `-${only}`}`, title, text);
  });
}

/** Counts without a list: one row a matter, or months as columns. */
function volumeFiles(context: ZoneContext, habit: WorkHabit, all: readonly Work[]): OutFile[] {
  const volumes = all.filter(isVolume);
  const wide = volumes.filter((row) => row.month !== undefined);
  const plain = volumes.filter((row) => row.month === undefined);
  const name = context.plan.name;
  const files: OutFile[] = [];
  if (plain.length > 0) {
    const headers: [WorkField, string][] = [
      ['topic', '工作事项名称'],
      ['type', '工作类型'],
      ['count', '数量'],
    ];
    const columns: Column<Work>[] = [
      { header: '序号', cell: (_, index) => String(index + 1) },
      ...headers.map(([field, header]) => ({
        header: field === 'topic' ? '事项名称' : header,
        cell: cellOf(field, habit, context),
      })),
    ];
    const title = `${name}2018年度党建工作情况统计表`;
    files.push(
      fileOf(
        context,
        habit.dialect,
        'volumes',
        title,
        writeSheet(columns, [plain], frameOf(habit, title), habit.dialect),
      ),
    );
  }
  if (wide.length > 0) {
    const topics = [...new Set(wide.map((row) => row.topic ?? ''))];
    const columns: Column<string>[] = [
      { header: '事项名称', cell: (topic) => topic },
      { header: '工作类型', cell: (topic) => wide.find((row) => row.topic === topic)?.type ?? '' },
      ...Array.from({ length: 12 }, (_, at): Column<string> => ({
        header: `${at + 1}月`,
        cell: (topic) => String(wide.find((row) => row.topic === topic && row.month === at + 1)?.count ?? ''),
      })),
      {
        header: '合计',
        cell: (topic) =>
          String(wide.filter((row) => row.topic === topic).reduce((sum, row) => sum + (row.count ?? 0), 0)),
      },
    ];
    const title = `${name}例会和学习开展次数统计表（2018年）`;
    files.push(
      fileOf(
        context,
        habit.dialect,
        'meetings',
        title,
        writeSheet(columns, [topics], frameOf(habit, title), habit.dialect),
      ),
    );
  }
  return files;
}

/** The exports of this family, zone by zone. */
export function responsibilityFiles(zones: readonly ZoneContext[]): OutFile[] {
  return zones.flatMap((context) => {
    const habit = WORK_HABITS.find(({ zone }) => zone === context.plan.id);
    if (!habit) return [];
    const rows = workOf(context);
    return [
      ...WORK_SHEETS.flatMap((sheet) => sheetFiles(context, habit, sheet, rows)),
      ...volumeFiles(context, habit, rows),
      ...siteFiles(context, habit),
    ];
  });
}
