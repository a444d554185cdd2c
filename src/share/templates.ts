import type { ColumnSpec, ColumnType, TableSpec } from '../domain';
import { exampleRow } from '../model';
import { csvFile } from './csv';
import type { TableColumn, TableData } from './table';
import { workbook } from './workbook';

const HAN = /\p{Script=Han}/u;

const HOW: Readonly<Record<ColumnType, string>> = {
  text: '文字',
  code: '代码，按文本填写，保留前面的 0',
  integer: '整数；没有就填 0，不清楚就留空',
  number: '数字',
  date: '日期，如 2026-09-30',
  period: '时期，如 2026、2026年第三季度、2026年上半年、2026年9月',
  boolean: '是 或 否',
  enum: '从“可填的值”中选一个',
};

/** The columns a template asks for: not those that only repeat in yes and no what another says. */
const askedOf = (table: TableSpec): ColumnSpec[] => table.columns.filter(({ tells }) => tells === undefined);

/** The example row of a template, which is not counted. */
export function templateExample(table: TableSpec): string[] {
  const texts = exampleRow(table);
  return askedOf(table).map((column) => texts[table.columns.indexOf(column)] ?? '');
}

/** The headers of a template: the first Chinese name of every column it asks for. */
export function templateHeader(table: TableSpec): string[] {
  return askedOf(table).map((column) => column.headers.find((text) => HAN.test(text)) ?? column.label.zh);
}

function needOf(table: TableSpec, column: ColumnSpec): string {
  if (column.required === undefined) return '选填';
  if (column.required === true)
    return column.fileLevel === true ? '必填；全表相同的，可在标题或文件名中写一次' : '必填';
  const asked = askedOf(table);
  const group = asked.filter((other) => other.required === column.required);
  const header = templateHeader(table);
  const names = group.map((other) => `“${header[asked.indexOf(other)] ?? other.label.zh}”`);
  return names.length === 1 ? '必填' : `${names.join('、')}至少填一列`;
}

const EXPLAINED = ['列名', '含义', '是否必填', '怎样填', '可填的值'];

/** What the second sheet says: one row a column. */
function explanation(table: TableSpec): string[][] {
  const header = templateHeader(table);
  return askedOf(table).map((column, at) => [
    header[at] ?? column.label.zh,
    column.note ? `${column.label.zh}。${column.note.zh}` : column.label.zh,
    needOf(table, column),
    HOW[column.type],
    (column.values ?? []).map((value) => value.id).join('、'),
  ]);
}

/** The blank template of a table as CSV bytes: UTF-8 with a byte order mark, the headers, one example row. */
export function templateCsv(table: TableSpec): Uint8Array {
  return new TextEncoder().encode(csvFile([templateHeader(table), templateExample(table)]));
}

/** Typed in as numbers. Everything else is text: codes keep their digits, and a day is read as it is written. */
const NUMBERS: ReadonlySet<ColumnType> = new Set(['integer', 'number']);

/** The blank template of a table as a workbook: headers and one example row, and a sheet 说明 that says how to fill it in. */
export function templateXlsx(table: TableSpec): Promise<Uint8Array> {
  const example = templateExample(table);
  const numbers = askedOf(table).map(({ type }) => NUMBERS.has(type));
  const columns = templateHeader(table).map((label, at): TableColumn => ({
    label,
    kind: numbers[at] ? 'value' : 'text',
  }));
  const row = example.map((text, at) => (numbers[at] && String(Number(text)) === text ? Number(text) : text));
  const whole = `一行是${table.row.zh}。第二行是示例，照原样留着不会计入，也可以删去。`;
  const about: TableData = {
    columns: EXPLAINED.map((label) => ({ label, kind: 'text', wrap: label !== '列名' })),
    rows: [['（整张表）', whole, '', '', ''], ...explanation(table)],
  };
  return workbook(table.label.zh, MADE, [
    { name: table.label.zh, table: { columns, rows: [row] } },
    { name: EXPLANATION_SHEET, table: about },
  ]);
}

/** Templates are the same whenever they are made. */
const MADE = '2026-01-01';

/** The name of the sheet that explains a template. */
export const EXPLANATION_SHEET = '说明';
