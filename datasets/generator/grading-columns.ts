import { madeUpPerson } from './cell-styles';
import { type CycleStyle, writeCycle } from './grading-cycle';
import type { GradeScheme } from './grading-rules';
import type { Grading, WeakOrg } from './gradings';
import type { Column } from './sheet';
import type { ZoneContext } from './zone-context';

/** What a grading export may show. */
export type GradingField =
  | 'seq'
  | 'code'
  | 'name'
  | 'zone'
  | 'domain'
  | 'kind'
  | 'cycle'
  | 'scheme'
  | 'version'
  | 'self'
  | 'mass'
  | 'superior'
  | 'total'
  | 'satisfaction'
  | 'grade'
  | 'secretary';

/** How one body writes its gradings. */
export interface GradingStyle {
  readonly cycle: CycleStyle;
  readonly scheme: Readonly<Record<GradeScheme, string>>;
  /** Put behind a grade: 先进党组织, A级. */
  readonly tail: string;
  readonly satisfaction: 'percent' | 'number' | 'fraction';
  /** Put behind a score. */
  readonly points: string;
}

function share(value: number, style: GradingStyle['satisfaction']): string {
  if (style === 'fraction') return value.toFixed(3);
  const hundredth = (value * 100).toFixed(1);
  return style === 'percent' ? `${hundredth}%` : hundredth;
}

/** A column of a grading export; the totals row counts organisations under the name. */
export function gradingColumn(
  field: GradingField,
  header: Column<Grading>['header'],
  { plan }: ZoneContext,
  style: GradingStyle,
): Column<Grading> {
  const cell = (row: Grading, index: number): string => {
    switch (field) {
      case 'seq':
        return String(index + 1);
      case 'code':
        return row.org.code;
      case 'name':
        return row.org.name;
      case 'zone':
        return plan.name;
      case 'domain':
        return row.org.domain;
      case 'kind':
        return '分类定级';
      case 'cycle':
        return writeCycle(row.cycle, style.cycle);
      case 'scheme':
        return style.scheme[row.scheme];
      case 'version':
        return row.version;
      case 'self':
        return `${row.self}${style.points}`;
      case 'mass':
        return `${row.mass}${style.points}`;
      case 'superior':
        return `${row.superior}${style.points}`;
      case 'total':
        return `${row.total}${style.points}`;
      case 'satisfaction':
        return share(row.satisfaction, style.satisfaction);
      case 'grade':
        return row.rank === null ? row.label : `${row.label}${style.tail}`;
      case 'secretary':
        return madeUpPerson(index);
    }
  };
  return field === 'name' ? { header, cell, amount: () => 1 } : { header, cell };
}

/** How one body writes whether an organisation was turned around: done, not done, not said. */
export type TurnedWords = readonly [done: string, open: string, unsaid: string];

/** The columns of a list of weak organisations. */
export function weakColumns({ plan }: ZoneContext, cycle: CycleStyle, words: TurnedWords): Column<WeakOrg>[] {
  const [done, open, unsaid] = words;
  return [
    { header: '序号', cell: (_, index) => String(index + 1) },
    { header: '考评种类', cell: () => '软弱涣散' },
    { header: '党组织名称', cell: ({ org }) => org.name },
    { header: '党组织代码', cell: ({ org }) => org.code },
    { header: '所属开发区', cell: () => plan.name },
    { header: '年度', cell: (row) => writeCycle(row.cycle, cycle) },
    { header: '评定办法', cell: () => '软弱涣散倒排' },
    { header: '群众满意度', cell: ({ satisfaction }) => `${Math.round(satisfaction * 100)}%` },
    { header: '整顿转化情况', cell: ({ turned }) => (turned === null ? unsaid : turned ? done : open) },
    { header: '整顿责任人', cell: (_, index) => madeUpPerson(index) },
  ];
}
