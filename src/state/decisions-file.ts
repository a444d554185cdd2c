import * as v from 'valibot';
import type { TableSpec } from '../domain';
import type { Setting } from '../cube';
import { type FileChoices, type TableChoice, headerSignature } from '../ingest';
import { type ZoneDecisions, tableById } from '../model';
import {
  DecisionsError,
  FILE_WORDS,
  HEADER_WORDS,
  TABLE_WORDS,
  checked,
  givenValues,
  readChoice,
  tableNamed,
  writeChoice,
} from './decision-words';
import type { KeptMatch, MatchBook } from './match-book';

/** What was decided about one table of a file. */
export interface TableDecision {
  /** Place among the tables of the file, counted from 0. */
  readonly index: number;
  /** What the table was taken for; null when nothing fitted. */
  readonly table: string | null;
  readonly header: readonly string[];
  readonly choice: TableChoice;
}

/** One file as it was read: known again by its bytes, read under its name with what was decided about it. */
export interface FileDecision {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  readonly choices: Omit<FileChoices, 'tables'>;
  readonly tables: readonly TableDecision[];
}

/** Rules and targets edited by the user. */
export type EditedSetting = Required<Pick<Setting, 'rules' | 'targets'>>;

/** Everything the user decided. */
export interface Decisions {
  /** Followed for files that are not in `files`, by their header. */
  readonly book: MatchBook;
  readonly files: readonly FileDecision[];
  /** Null when the file says nothing of rules and targets. */
  readonly setting: EditedSetting | null;
  /** What written names of zones were said to be. */
  readonly zones?: ZoneDecisions;
}

const PURPOSE = '区镜决定';
/** What a file with matches alone calls itself. */
const MATCHES_ALONE = '区镜列对应';
const VERSION = 1;

const Head = v.object({ 用途: v.string(), 版本: v.number() });
const parts = v.record(v.string(), v.unknown());
const Sections = v.strictObject({
  用途: v.string(),
  版本: v.number(),
  表头: v.optional(v.array(parts), []),
  文件: v.optional(v.array(parts), []),
  园区对照: v.optional(v.array(v.strictObject({ 写法: v.string(), 园区: v.string() })), []),
  规则: v.optional(
    v.array(
      v.strictObject({
        规则: v.string(),
        值: v.string(),
        起: v.nullable(v.pipe(v.string(), v.isoDate())),
        止: v.nullable(v.pipe(v.string(), v.isoDate())),
        依据: v.string(),
      }),
    ),
  ),
  目标: v.optional(
    v.array(
      v.strictObject({
        指标: v.string(),
        范围: v.string(),
        时期: v.string(),
        目标值: v.number(),
        黄线: v.nullable(v.number()),
        红线: v.nullable(v.number()),
        依据: v.string(),
      }),
    ),
  ),
});
type Sections = v.InferOutput<typeof Sections>;

const Header = v.pipe(v.array(v.string()), v.minLength(1));
const Name = v.pipe(v.string(), v.minLength(1));
const Size = v.pipe(v.number(), v.integer(), v.minValue(0));
const Sum = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u));
const Place = v.pipe(v.number(), v.integer(), v.minValue(1));

const GIVEN = givenValues('上次补填');
/** The zone that was given for files of a name, whatever their period. */
const ZONES_OF_FILES = '各文件的园区';

/** What a table was taken for: names of columns mean nothing without it. It is no decision. */
const TAKEN_FOR = '认作';

function takenFor(written: Record<string, unknown>, place: string): TableSpec | undefined {
  const name = checked(v.nullish(v.string()), written[TAKEN_FOR], [place, TAKEN_FOR]);
  return typeof name === 'string' ? tableNamed(name, place) : undefined;
}

function writtenMatch({ header, table, choice, given, zones = {} }: KeptMatch): Record<string, unknown> {
  const spec = table === null ? undefined : tableById(table);
  const about = { table: spec, header, place: '' };
  return {
    列名: [...header],
    [TAKEN_FOR]: spec?.label.zh ?? null,
    ...writeChoice(HEADER_WORDS, choice, about),
    ...(Object.keys(given).length > 0 && { [GIVEN.word]: GIVEN.write(given, about) }),
    ...(Object.keys(zones).length > 0 && { [ZONES_OF_FILES]: zones }),
  };
}

function readMatch(written: Record<string, unknown>, at: number): KeptMatch {
  const place = `第 ${at + 1} 个表头`;
  const header = checked(Header, written.列名, [place, '列名']);
  // Files of matches alone name the table only as a decision.
  const name = written[HEADER_WORDS.table.word];
  const table = takenFor(written, place) ?? (typeof name === 'string' ? tableNamed(name, place) : undefined);
  const about = { table, header, place };
  return {
    header,
    table: table?.id ?? null,
    choice: readChoice(HEADER_WORDS, written, ['列名', TAKEN_FOR, GIVEN.word, ZONES_OF_FILES], about),
    given: GIVEN.word in written ? GIVEN.read(written[GIVEN.word], about) : {},
    ...(ZONES_OF_FILES in written && {
      zones: checked(v.record(v.string(), v.string()), written[ZONES_OF_FILES], [place, ZONES_OF_FILES]),
    }),
  };
}

function writtenTable({ index, table, header, choice }: TableDecision): Record<string, unknown> {
  const spec = table === null ? undefined : tableById(table);
  return {
    第几张: index + 1,
    [TAKEN_FOR]: spec?.label.zh ?? null,
    列名: [...header],
    ...writeChoice(TABLE_WORDS, choice, { table: spec, header, place: '' }),
  };
}

function readTable(written: Record<string, unknown>, file: string, at: number): TableDecision {
  const place = `${file}第 ${at + 1} 张表`;
  const header = checked(v.array(v.string()), written.列名, [place, '列名']);
  const table = takenFor(written, place);
  return {
    index: checked(Place, written.第几张, [place, '第几张']) - 1,
    table: table?.id ?? null,
    header,
    choice: readChoice(TABLE_WORDS, written, ['第几张', TAKEN_FOR, '列名'], { table, header, place }),
  };
}

function writtenFile({ path, size, sha256, choices, tables }: FileDecision): Record<string, unknown> {
  return {
    文件: path,
    字节: size,
    校验: sha256,
    ...writeChoice(FILE_WORDS, choices, { table: undefined, header: [], place: '' }),
    ...(tables.length > 0 && { 各表: tables.map(writtenTable) }),
  };
}

function readFile(written: Record<string, unknown>, at: number): FileDecision {
  const place = `第 ${at + 1} 个文件`;
  const tables = checked(v.optional(v.array(parts), []), written.各表, [place, '各表']);
  return {
    path: checked(Name, written.文件, [place, '文件']),
    size: checked(Size, written.字节, [place, '字节']),
    sha256: checked(Sum, written.校验, [place, '校验']),
    choices: readChoice(FILE_WORDS, written, ['文件', '字节', '校验', '各表'], {
      table: undefined,
      header: [],
      place,
    }),
    tables: tables.map((table, index) => readTable(table, place, index)),
  };
}

function writtenSetting({ rules, targets }: EditedSetting): Pick<Sections, '规则' | '目标'> {
  return {
    规则: rules.map((rule) => ({
      规则: rule.ruleId,
      值: rule.value,
      起: rule.validFrom,
      止: rule.validTo,
      依据: rule.docRef,
    })),
    目标: targets.map((target) => ({
      指标: target.metricId,
      范围: target.scope,
      时期: target.period,
      目标值: target.target,
      黄线: target.amber,
      红线: target.red,
      依据: target.docRef,
    })),
  };
}

function readSetting({ 规则, 目标 }: Sections): EditedSetting | null {
  if (规则 === undefined && 目标 === undefined) return null;
  return {
    rules: (规则 ?? []).map((rule) => ({
      ruleId: rule.规则,
      value: rule.值,
      validFrom: rule.起,
      validTo: rule.止,
      docRef: rule.依据,
    })),
    targets: (目标 ?? []).map((target) => ({
      metricId: target.指标,
      scope: target.范围,
      period: target.时期,
      target: target.目标值,
      amber: target.黄线,
      red: target.红线,
      docRef: target.依据,
    })),
  };
}

/** Writes decisions as a small file that a person can read. */
export function writeDecisions({ book, files, setting, zones = {} }: Decisions): string {
  const content = {
    用途: PURPOSE,
    版本: VERSION,
    表头: Object.values(book).map(writtenMatch),
    文件: files.map(writtenFile),
    ...(Object.keys(zones).length > 0 && {
      园区对照: Object.entries(zones).map(([写法, 园区]) => ({ 写法, 园区 })),
    }),
    ...(setting && writtenSetting(setting)),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    throw new DecisionsError('不是 JSON 文件');
  }
}

/**
 * Reads a file of decisions, or one that holds matches alone. Throws {@link DecisionsError} that says what is wrong and
 * where.
 */
export function readDecisions(text: string): Decisions {
  const content = parsed(text);
  const head = v.safeParse(Head, content);
  if (!head.success || (head.output.用途 !== PURPOSE && head.output.用途 !== MATCHES_ALONE))
    throw new DecisionsError('不是区镜的决定文件');
  if (head.output.版本 > VERSION)
    throw new DecisionsError(`由较新的区镜写成（版本 ${head.output.版本}），请更新区镜后再打开`);
  if (head.output.版本 !== VERSION) throw new DecisionsError('“版本”一处不对');
  const sections = checked(Sections, content, []);
  return {
    book: Object.fromEntries(
      sections.表头.map((entry, at) => {
        const match = readMatch(entry, at);
        return [headerSignature(match.header), match];
      }),
    ),
    files: sections.文件.map(readFile),
    setting: readSetting(sections),
    ...(sections.园区对照.length > 0 && {
      zones: Object.fromEntries(sections.园区对照.map(({ 写法, 园区 }) => [写法, 园区])),
    }),
  };
}
