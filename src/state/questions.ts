import { type ColumnSpec, isWanting } from '../domain';
import type { FileReport, ListedZones, SmallSnapshot, TwoZones } from '../ingest';
import { tableById } from '../model';
import type { Unplaced } from './unplaced';

/** A value that holds for every row of a table: what was found, or blank, and whether it is needed. */
export interface OnceValue {
  readonly column: ColumnSpec;
  readonly value: string;
  readonly needed: boolean;
}

/** Columns the model allows to be given once for a file and that the table does not have. */
export function onceValues(file: FileReport, at: number): OnceValue[] {
  const table = file.tables[at];
  const spec = table?.table == null ? undefined : tableById(table.table);
  if (!table || !spec) return [];
  const { match } = table.view;
  const wide = match.unpivot?.periodColumns ?? [];
  /** The header above the periods says it: 支委会次数 over the months. */
  const saidAbove = (id: string): boolean => wide.length > 0 && wide.every(({ constants }) => id in constants);
  const given = Object.keys(table.fileLevel).filter((id) => (table.fileLevel[id] ?? '') !== '');
  const above = wide.flatMap(({ constants }) => Object.keys(constants));
  const stated = new Set([...match.fields, ...given, ...above].filter((id) => id !== null));
  return spec.columns
    .filter((column) => column.fileLevel === true && !match.fields.includes(column.id))
    .filter((column) => match.unpivot?.periodColumn !== column.id && !saidAbove(column.id))
    .map((column) => {
      const value = table.fileLevel[column.id] ?? '';
      const required = isWanting(spec, column, stated) && column.unstated === undefined;
      const isPlaced = column.id === 'zone_id' && table.listed !== undefined;
      return { column, value, needed: required && !isPlaced };
    });
}

/** Something about a table that only a person can say. */
export type Question =
  | { readonly kind: 'given'; readonly column: ColumnSpec }
  | { readonly kind: 'year' }
  | { readonly kind: 'coding' }
  | { readonly kind: 'percent' }
  | { readonly kind: 'none'; readonly count: number }
  | { readonly kind: 'unlisted'; readonly thing: ListedZones['thing']; readonly count: number };

/** What has to be asked about one table of a file, once; nothing when everything was said. */
export function questionsOf(file: FileReport, at: number): Question[] {
  const table = file.tables[at];
  if (!table || table.view.off === true || table.view.match.table === null) return [];
  const spec = tableById(table.view.match.table);
  const { match, nones = 0, remembered } = table.view;
  const { listed } = table;
  const choice = file.choices.tables?.[at] ?? {};
  const has = (code: string): boolean => (file.issueCounts[code] ?? 0) > 0;
  const yesNo = match.fields.some((id) => spec?.columns.find((column) => column.id === id)?.type === 'boolean');
  const unsettled = has('boolean-coding-unknown') && yesNo && choice.booleanCoding === undefined;
  const shares = has('percent-unclear') && choice.percent === undefined;
  return [
    ...onceValues(file, at)
      .filter((once) => once.needed)
      .map(({ column }) => ({ kind: 'given' as const, column })),
    ...(choice.year === undefined && (match.yearUnknown || has('year-unknown')) ? [{ kind: 'year' as const }] : []),
    ...(unsettled && !remembered ? [{ kind: 'coding' as const }] : []),
    ...(shares && !remembered ? [{ kind: 'percent' as const }] : []),
    ...(nones > 0 && choice.noneIsZero === undefined && !remembered ? [{ kind: 'none' as const, count: nones }] : []),
    ...(listed && choice.unlisted === undefined && listed.unlisted + listed.several > 0
      ? [{ kind: 'unlisted' as const, thing: listed.thing, count: listed.unlisted + listed.several }]
      : []),
  ];
}

/** A table of a file that a question is about. */
export interface Asked {
  readonly file: FileReport;
  readonly at: number;
}

/** One question, and everything it is about: answered once, it is answered for all. */
export type QuestionGroup =
  | { readonly key: string; readonly question: Question; readonly asked: readonly Asked[] }
  | {
      readonly key: 'small';
      readonly small: readonly { readonly file: FileReport; readonly found: SmallSnapshot }[];
    }
  | { readonly key: 'apart'; readonly apart: readonly { readonly file: FileReport; readonly found: TwoZones }[] };

const keyOf = (question: Question): string => {
  if (question.kind === 'given')
    return ['given', question.column.id, ...(question.column.values ?? []).map(({ id }) => id)].join(' ');
  return question.kind === 'unlisted' ? `unlisted ${question.thing}` : question.kind;
};

/** Two askings of one question as one. */
const added = (question: Question, before: Question | undefined): Question =>
  'count' in question && before && 'count' in before ? { ...question, count: question.count + before.count } : question;

/** The questions about the loaded files, each asked once for all tables, files and periods it concerns. */
export function groupedQuestions(files: readonly FileReport[]): QuestionGroup[] {
  const groups = new Map<string, { question: Question; asked: Asked[] }>();
  for (const file of files)
    file.tables.forEach((_, at) => {
      for (const question of questionsOf(file, at)) {
        const before = groups.get(keyOf(question));
        groups.set(keyOf(question), {
          question: added(question, before?.question),
          asked: [...(before?.asked ?? []), { file, at }],
        });
      }
    });
  const small = files.flatMap((file) =>
    (file.small ?? []).filter(({ verdict }) => verdict === 'out').map((found) => ({ file, found })),
  );
  const apart = files
    .filter(({ choices }) => choices.zones === undefined)
    .flatMap((file) => (file.twoZones ?? []).map((found) => ({ file, found })));
  return [
    ...[...groups].map(([key, group]) => ({ key, ...group })),
    ...(small.length > 0 ? [{ key: 'small' as const, small }] : []),
    ...(apart.length > 0 ? [{ key: 'apart' as const, apart }] : []),
  ];
}

const asksZone = (question: Question): boolean =>
  question.kind === 'unlisted' || (question.kind === 'given' && question.column.id === 'zone_id');

/** The rows without a zone of which no question asks the zone: what a question says needs no second place. */
export const notAsked = (unplaced: readonly Unplaced[], files: readonly FileReport[]): Unplaced[] =>
  unplaced.filter(({ path, table }) => {
    const file = files.find((one) => one.path === path);
    const own = file?.tables.flatMap((one, at) => (one.table === table ? [questionsOf(file, at)] : [])) ?? [];
    return own.length === 0 || !own.every((questions) => questions.some(asksZone));
  });

/** Whether anything is asked about a file. */
export function asksAnything(file: FileReport): boolean {
  return groupedQuestions([file]).length > 0;
}
