import { encode } from './encode';
import { gradingColumn, weakColumns } from './grading-columns';
import { GRADING_HABITS, WEAK_HABITS } from './grading-habits';
import { gradingsOf, weakOf } from './gradings';
import { extension, FOLDERS, type OutFile } from './out-file';
import { type Column, type Dialect, type Frame, writeSheet } from './sheet';
import type { ZoneContext } from './zone-context';

interface Sheet<Row> {
  readonly path: string;
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly frame: Frame | undefined;
  readonly dialect: Dialect;
}

function file<Row>({ plan }: ZoneContext, { path, name, columns, rows, frame, dialect }: Sheet<Row>): OutFile {
  const ending = extension(dialect.delimiter);
  return {
    path: `${FOLDERS[plan.id] ?? ''}/${path}.${ending}`,
    name: `${plan.name}${name}2016—2018.${ending}`,
    zone: plan.id,
    table: 'grading',
    encoding: dialect.encoding,
    bytes: encode(writeSheet(columns, [rows], frame ?? {}, dialect), dialect.encoding),
  };
}

function filesOf(context: ZoneContext): OutFile[] {
  const graded = GRADING_HABITS.filter(({ zone }) => zone === context.plan.id).map((habit) =>
    file(context, {
      path: 'grading',
      name: '分类定级',
      columns: habit.columns.map(([field, header]) => gradingColumn(field, header, context, habit.style)),
      rows: gradingsOf(context.truth),
      frame: habit.frame,
      dialect: habit.dialect,
    }),
  );
  const weak = WEAK_HABITS.filter(({ zone }) => zone === context.plan.id).map((habit) =>
    file(context, {
      path: 'weak-organisations',
      name: '软弱涣散党组织整顿',
      columns: weakColumns(context, 'chinese', habit.words),
      rows: weakOf(context.truth),
      frame: habit.frame,
      dialect: habit.dialect,
    }),
  );
  return [...graded, ...weak];
}

/** The gradings and the lists of weak organisations, zone by zone. */
export function gradingFiles(zones: readonly ZoneContext[]): OutFile[] {
  return zones.flatMap(filesOf);
}
