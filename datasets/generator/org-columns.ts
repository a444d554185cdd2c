import { endOf } from './calendar';
import {
  type CellStyle,
  MADE_UP_PHONE,
  madeUpPerson,
  writeCount,
  writeDay,
  writeFlag,
  writeSnapshot,
} from './cell-styles';
import type { Members } from './member-sums';
import { parentAt } from './organisation-maker';
import type { Column } from './sheet';
import type { Term } from './terms';
import type { Org } from './truth';
import type { ZoneContext } from './zone-context';

/** An organisation at a quarter's end, as a row of an export. */
export interface OrgRow {
  readonly org: Org;
  readonly quarter: number;
  readonly members: Members;
  readonly term: Term;
}

/** What a register of organisations may show. */
export type OrgField =
  | 'seq'
  | 'code'
  | 'name'
  | 'date'
  | 'zone'
  | 'parentCode'
  | 'parentName'
  | 'type'
  | 'domain'
  | 'setting'
  | 'unitCode'
  | 'founded'
  | 'dissolved'
  | 'total'
  | 'full'
  | 'probation'
  | 'termStart'
  | 'termDue'
  | 'termActual'
  | 'extension'
  | 'secretary'
  | 'phone';

/** How one body writes its register. */
export interface OrgStyle extends CellStyle {
  readonly types?: Readonly<Record<string, string>>;
  readonly domains?: Readonly<Record<string, string>>;
  /** Organisations with others below show no members, so that the totals row counts everybody once. */
  readonly leavesOnly: boolean;
}

const count = (row: OrgRow, field: 'total' | 'full' | 'probation'): number =>
  field === 'full' ? row.members.total - row.members.probation : row.members[field];

/** An organisation's days are written the same way on every snapshot. */
const turnOf = (org: Org): number => Number(org.code.slice(-3));

/** A work committee is appointed and a group has no committee of its own: neither has a term of office. */
export const elected = ({ type }: Org): boolean => type !== '党工委' && type !== '党小组';

/** A column of a register of organisations. */
export function orgColumn(
  field: OrgField,
  header: Column<OrgRow>['header'],
  context: ZoneContext,
  style: OrgStyle,
): Column<OrgRow> {
  const shown = (row: OrgRow): boolean => row.members.leaf || !style.leavesOnly;
  const parent = (row: OrgRow): Org | null => {
    const key = parentAt(row.org, row.quarter);
    return key === null ? null : context.orgOf(key);
  };
  if (field === 'total' || field === 'full' || field === 'probation') {
    return {
      header,
      cell: (row, i) => (shown(row) ? writeCount(count(row, field), style, '名', i) : style.empty),
      amount: (row) => (shown(row) ? count(row, field) : 0),
    };
  }
  const cell = (row: OrgRow, i: number): string => {
    const { org, quarter, term } = row;
    switch (field) {
      case 'seq':
        return String(i + 1);
      case 'code':
        return org.code;
      case 'name':
        return org.name;
      case 'date':
        return writeSnapshot(endOf(quarter), style, i);
      case 'zone':
        return context.plan.name;
      case 'parentCode':
        return org.strayParent?.code ?? parent(row)?.code ?? style.empty;
      case 'parentName':
        return org.strayParent?.name ?? parent(row)?.name ?? style.empty;
      case 'type':
        return style.types?.[org.type] ?? org.type;
      case 'domain':
        return style.domains?.[org.domain] ?? org.domain;
      case 'setting':
        return org.setting;
      case 'unitCode':
        return org.unitCode ?? style.empty;
      case 'founded':
        return org.foundedText ?? writeDay(org.founded, style, turnOf(org));
      case 'dissolved':
        return writeDay(
          org.dissolved !== null && org.dissolved <= endOf(quarter) ? org.dissolved : null,
          style,
          turnOf(org),
        );
      case 'termStart':
        return elected(org) ? writeDay(term.start, style, i) : style.empty;
      case 'termDue':
        return elected(org) ? writeDay(term.due, style, i) : style.empty;
      case 'termActual':
        return elected(org) ? writeDay(term.actual, style, i) : style.empty;
      case 'extension':
        return elected(org) ? writeFlag(term.extended, style) : style.empty;
      case 'secretary':
        return madeUpPerson(i);
      case 'phone':
        return MADE_UP_PHONE;
    }
  };
  return { header, cell };
}
