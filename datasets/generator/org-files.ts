import { endOf } from './calendar';
import { encode } from './encode';
import type { Habit } from './habit';
import { membersAt } from './member-sums';
import { orgColumn, type OrgField, type OrgRow, type OrgStyle } from './org-columns';
import { extension, FOLDERS, type OutFile } from './out-file';
import { writeSheet } from './sheet';
import { filled, type Portion, portions } from './snapshots';
import { termAt } from './terms';
import type { ZoneContext } from './zone-context';

/** Organisations listed on a snapshot: all founded by then; dissolved ones stay, with the day they ended. */
function rowsOf(context: ZoneContext, quarters: readonly number[]): OrgRow[] {
  return quarters.flatMap((quarter) => {
    const day = endOf(quarter);
    const members = membersAt(context.truth.orgs, quarter);
    return context.truth.orgs
      .filter((org) => org.founded === null || org.founded <= day)
      .map((org) => ({
        org,
        quarter,
        members: members.get(org.key) ?? { total: 0, probation: 0, leaf: true },
        term: termAt(org, day),
      }));
  });
}

function orgFile(context: ZoneContext, habit: Habit<OrgField, OrgStyle>, portion: Portion): OutFile {
  const columns = habit.columns.map(([field, header]) => orgColumn(field, header, context, habit.style));
  const frame = filled(habit.frame ?? {}, context.plan.name, portion);
  const lastPortion = portion.quarters.includes(11);
  const { totalsOff, ...right } = frame;
  const shown = totalsOff !== undefined && lastPortion ? { ...right, totalsOff } : right;
  const text = writeSheet(columns, [rowsOf(context, portion.quarters)], shown, habit.dialect);
  const ending = extension(habit.dialect.delimiter);
  return {
    path: `${FOLDERS[context.plan.id] ?? ''}/party-org${portion.suffix}.${ending}`,
    name: `${context.plan.name}党组织名册${portion.label}.${ending}`,
    zone: context.plan.id,
    table: 'party_org',
    encoding: habit.dialect.encoding,
    bytes: encode(text, habit.dialect.encoding),
  };
}

/** The registers of organisations of a zone. */
export function orgFiles(context: ZoneContext, habit: Habit<OrgField, OrgStyle>): OutFile[] {
  return portions(habit.split, habit.yearEnds ?? false).map((portion) => orgFile(context, habit, portion));
}
