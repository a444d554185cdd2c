import { type ExampleFile, exampleList, type Row, rowsOf, textOf } from '../datasets/plain-reader';

/*
 * The work records and site registers of the example, from the cells of their files; nothing here comes from src.
 */

const MARKS = ['签订单位', '被检查单位', '走访单位', '应完成时间', '公开单位', '联系单位', '事项名称', '阵地类别'];

/** A row of a file with the zone and the year it speaks of. */
export interface Line {
  readonly zone: string;
  readonly year: string;
  readonly row: Row;
}

const YES = /^(?:是|√|1|有|已签|已签订|已完成)$/u;

/** Whether a cell says that something was done. */
export const isDone = (text: string | undefined): boolean => YES.test(text ?? '');

function yearOf(file: ExampleFile, row: Row): string {
  return row['年度'] ?? /(\d{4})年/u.exec(textOf(file.path, file.encoding).slice(0, 80))?.[1] ?? '';
}

/** The rows of every file of a table whose header has a word. */
export function lines(table: string, word: string): Line[] {
  return exampleList()
    .filter((file) => file.table === table && textOf(file.path, file.encoding).includes(word))
    .flatMap((file) =>
      rowsOf(file, [word, ...MARKS])
        .filter((row) => row[word] !== undefined)
        .map((row) => ({ zone: file.zone ?? '', year: yearOf(file, row), row })),
    );
}

/** A written day as ISO text. */
export function isoOf(text: string): string {
  const figures = /^\d{8}$/u.test(text) ? [text.slice(0, 4), text.slice(4, 6), text.slice(6)] : text.split(/\D+/u);
  return figures
    .filter((part) => part !== '')
    .map((part) => part.padStart(2, '0'))
    .join('-');
}
