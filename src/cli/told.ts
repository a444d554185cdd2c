import type { FileReport } from '../ingest';
import { tableById } from '../model';
import type { FileDecision } from '../state/decisions-file';
import { tallyOf } from '../state/ledger';
import { questionsOf } from '../state/questions';
import type { Unplaced } from '../state/unplaced';
import { type ZoneRow, openNames } from '../state/zone-table';

const SHOWN = 5;

/** A remark in both languages. */
interface Remark {
  readonly zh: string;
  readonly en: string;
}

function placing({ table, rows }: Unplaced): Remark {
  const label = tableById(table)?.label ?? { zh: table, en: table };
  return {
    zh: `${label.zh} ${rows} 行没有注明开发区，不计入任何开发区`,
    en: `${rows} rows of ${label.en} state no zone and count for none`,
  };
}

/** What is asked about a file: the columns to be given once by name, other questions by number. */
function asking(file: FileReport): Remark[] {
  const questions = file.tables.flatMap((_, at) => questionsOf(file, at));
  if (questions.length === 0) return [];
  const columns = questions.flatMap((question) => (question.kind === 'given' ? [question.column.label] : []));
  const others = questions.length - columns.length;
  const zh = [...columns.map((label) => label.zh), ...(others > 0 ? [`其他 ${others} 项`] : [])];
  const en = [...columns.map((label) => label.en), ...(others > 0 ? [`${others} more`] : [])];
  return [{ zh: `待补填：${[...new Set(zh)].join('、')}`, en: `to be answered: ${[...new Set(en)].join(', ')}` }];
}

function doubting(file: FileReport): Remark[] {
  const { error, warning } = tallyOf([file]);
  return [
    ...(error > 0 ? [{ zh: `未采用 ${error} 处`, en: `${error} not used` }] : []),
    ...(warning > 0 ? [{ zh: `存疑 ${warning} 处`, en: `${warning} in doubt` }] : []),
  ];
}

/** What has to be known about the files of a cube before it is trusted, one line a file. */
export function filesTold(files: readonly FileReport[], unplaced: readonly Unplaced[]): string[] {
  return files.flatMap((file) => {
    const own = unplaced.filter(({ path }) => path === file.path).map(placing);
    const remarks = [...own, ...asking(file), ...doubting(file)];
    if (remarks.length === 0) return [];
    return [`${file.path}：${remarks.map(({ zh }) => zh).join('；')} / ${remarks.map(({ en }) => en).join('; ')}`];
  });
}

/** The names of zones that may be zones that are known, one line for all. */
export function zonesTold(zones: readonly ZoneRow[]): string[] {
  const open = openNames(zones);
  if (open.length === 0) return [];
  const names = open.map(({ written, candidates }) => `“${written}” = ${candidates.join(' / ')}？`).join('，');
  return [`园区对照待确认：${names} / zones to be confirmed: ${open.length}`];
}

/** Which decisions were not followed, because their file is not there or holds something else now. */
export function decisionsTold(
  decisions: readonly FileDecision[],
  applied: ReadonlySet<string>,
  files: readonly FileReport[],
): string[] {
  const unused = decisions.filter(({ sha256 }) => !applied.has(sha256));
  const isThere = ({ path }: FileDecision): boolean => files.some((file) => file.path === path);
  const some = (all: readonly FileDecision[]): string =>
    all
      .slice(0, SHOWN)
      .map(({ path }) => path)
      .join('、');
  const changed = unused.filter(isThere);
  const absent = unused.filter((decision) => !isThere(decision));
  return [
    ...(changed.length === 0
      ? []
      : [
          `${changed.length} 个文件的内容与作决定时不同，其决定没有采用（${some(changed)}） / ${changed.length} files differ from those decided about, and their decisions are not followed`,
        ]),
    ...(absent.length === 0
      ? []
      : [
          `决定文件中有 ${absent.length} 个文件不在其中（${some(absent)}） / ${absent.length} files of the decisions are not among these`,
        ]),
  ];
}
