import { activeOn } from './organisation-maker';
import type { Random } from './random';
import type { Domain, Org } from './truth';
import type { ZoneContext } from './zone-context';

export type WorkType =
  | '责任书'
  | '检查指导'
  | '走访调研'
  | '例会'
  | '工作汇报'
  | '党务公开'
  | '定点联系'
  | '文件传达'
  | '制度建设'
  | '专项活动'
  | '对口交流'
  | '学习活动';

/** One row of a body's records of work; a row about nobody with a number is a count. */
export interface Work {
  readonly type: WorkType;
  readonly year: number;
  readonly letter?: string;
  readonly topic?: string;
  readonly org?: Org;
  /** A body that is in no register. */
  readonly stranger?: string;
  readonly strangerDomain?: Domain;
  readonly due?: string;
  readonly done: boolean;
  readonly doneOn: string | null;
  readonly count?: number;
  readonly bound?: 'ge';
  /** 1–12: the export has months as columns. */
  readonly month?: number;
}

export const pad = (n: number): string => String(n).padStart(2, '0');
export const dayIn = (year: number, months: readonly [number, number], random: Random): string =>
  `${year}-${pad(random.int(...months))}-${pad(random.int(2, 28))}`;

export const isBranch = (org: Org): boolean => org.type === '支部' || org.type === '联合支部';

/** Branches in the register at the end of a year. */
export const branchesAt = ({ truth }: ZoneContext, year: number): Org[] =>
  truth.orgs.filter((org) => isBranch(org) && activeOn(org, `${year}-12-31`));

/** Committees right below the work committee that exist in a year. */
export function committeesAt({ plan, orgOf }: ZoneContext, year: number): Org[] {
  return plan.committees.map(({ name }) => orgOf(name)).filter((org) => activeOn(org, `${year}-03-31`));
}

export function lettersOf(
  year: number,
  letter: string,
  signers: readonly Org[],
  share: number,
  months: readonly [number, number],
  random: Random,
): Work[] {
  return signers.map((org) => {
    const done = random.chance(share);
    return { type: '责任书', year, letter, org, done, doneOn: done ? dayIn(year, months, random) : null };
  });
}

export function inspectionsOf(
  year: number,
  orgs: readonly Org[],
  shares: Partial<Record<Domain, number>>,
  random: Random,
): Work[] {
  const chosen = orgs.filter((org) => random.chance(shares[org.domain] ?? 0.2));
  return chosen.flatMap((org) => {
    // A body inspected twice in a year is one body inspected.
    const times = random.chance(0.12) ? 2 : 1;
    return Array.from({ length: times }, (_, nth) => ({
      type: '检查指导' as const,
      year,
      org,
      done: true,
      doneOn: dayIn(year, nth === 0 ? [3, 6] : [8, 11], random),
    }));
  });
}

export function dueWork(
  given: Pick<Work, 'type' | 'year' | 'topic'> & { readonly due: string },
  orgs: readonly Org[],
  share: { readonly inTime: number; readonly late: number },
  random: Random,
): Work[] {
  const [year = '', month = '', day = ''] = given.due.split('-');
  return orgs.map((org) => {
    const roll = random.next();
    if (roll < share.inTime) {
      const doneOn = `${year}-${month}-${pad(random.int(1, Number(day)))}`;
      return { ...given, org, done: true, doneOn };
    }
    const after = month === '12' ? `${Number(year) + 1}-01` : `${year}-${pad(Number(month) + 1)}`;
    // What would be done after the span ends is not done yet.
    const done = roll < share.inTime + share.late && after < '2019';
    return { ...given, org, done, doneOn: done ? `${after}-${pad(random.int(2, 25))}` : null };
  });
}

export function visitsOf(year: number, orgs: readonly Org[], count: number, random: Random): Work[] {
  return Array.from({ length: count }, () => ({
    type: '走访调研' as const,
    year,
    org: random.pick(orgs),
    done: true,
    doneOn: dayIn(year, [1, 12], random),
  })).sort((a, b) => (a.doneOn < b.doneOn ? -1 : 1));
}

export const counted = (type: WorkType, year: number, topic: string, count: number | null, bound?: 'ge'): Work => ({
  type,
  year,
  topic,
  done: true,
  doneOn: null,
  ...(count !== null && { count }),
  ...(bound && { bound }),
});
