import type { CRITERIA } from './appraisal-rows';
import { type Appraisal } from './appraisal-rows';
import { LAST } from './calendar';
import { type CellStyle, madeUpPerson, writeFlag } from './cell-styles';
import type { Headed } from './habit';
import type { Column } from './sheet';
import type { Org } from './truth';
import type { ZoneContext } from './zone-context';

/** An appraisal with its organisation, as a row of an export. */
export interface AppraisalRow {
  readonly row: Appraisal;
  readonly org: Org;
}

/** What an appraisal export may show. */
export type AppraisalField =
  | 'seq'
  | 'code'
  | 'name'
  | 'zone'
  | 'committee'
  | 'domain'
  | 'kind'
  | 'cycle'
  | 'scheme'
  | 'version'
  | 'self'
  | 'peer'
  | 'mass'
  | 'superior'
  | 'total'
  | 'level'
  | 'veto'
  | 'secretary'
  | (typeof CRITERIA)[number];

/** How one body writes its appraisals. */
export interface AppraisalStyle extends CellStyle {
  readonly cycle: 'plain' | 'chinese' | 'label';
  /** `unit` writes 89.5分 now and then, `fullwidth` full-width figures. */
  readonly scores: 'plain' | 'unit' | 'fullwidth';
}

const wide = (text: string): string =>
  text.replace(/[\d.]/g, (c) => (c === '.' ? '．' : String.fromCharCode(c.charCodeAt(0) + 0xfee0)));

function writeCycle(cycle: string, style: AppraisalStyle): string {
  const year = cycle.slice(0, 4);
  if (style.cycle === 'plain') return cycle;
  if (cycle.endsWith('H1')) return style.cycle === 'chinese' ? `${year}年上半年` : `${year}年年中考核`;
  return style.cycle === 'chinese' ? `${year}年` : `${year}年度`;
}

function writeScore(score: number | null, style: AppraisalStyle, index: number): string {
  if (score === null) return style.empty;
  if (style.scores === 'unit' && index % 5 === 0) return `${score}分`;
  return style.scores === 'fullwidth' && index % 7 === 0 ? wide(String(score)) : String(score);
}

/** A column of an appraisal export. */
export function appraisalColumn(
  [field, header]: Headed<AppraisalField>,
  context: ZoneContext,
  style: AppraisalStyle,
): Column<AppraisalRow> {
  const cell = ({ row, org }: AppraisalRow, i: number): string => {
    switch (field) {
      case 'seq':
        return String(i + 1);
      case 'code':
        return org.code;
      case 'name':
        return org.name;
      case 'zone':
        return context.plan.name;
      case 'committee':
        return context.committeeName(org.parents.at(-1)?.key ?? '', LAST);
      case 'domain':
        return org.domain;
      case 'kind':
        return row.kind;
      case 'cycle':
        return writeCycle(row.cycle, style);
      case 'scheme':
        return row.scheme;
      case 'version':
        return row.version;
      case 'self':
      case 'peer':
      case 'mass':
      case 'superior':
        return writeScore(row.scores[field], style, i);
      case 'total':
        return writeScore(row.total, style, i);
      case 'level':
        return row.level ?? style.empty;
      case 'veto':
        return row.veto ? style.yes : style.no;
      case 'secretary':
        return madeUpPerson(i);
      default:
        return row.criteria === null ? style.empty : writeFlag(row.criteria[field] ?? false, style);
    }
  };
  return { header, cell };
}
