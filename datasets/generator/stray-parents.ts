import type { Org, ZoneTruth } from './truth';

/** Zones whose registers name organisations above that they do not list: how many branches, and the name that is not there. */
const UNLISTED: Readonly<Record<string, readonly [count: number, code: string, name: string]>> = {
  QLJK: [9, '077901', '青岚经开区两新工作党委'],
  WSGX: [5, '088902', '望舒高新区原企业服务中心党委'],
  LMGX: [2, '099903', '鹿鸣高新区机关工作党委'],
  CYJK: [1, '110904', '沧屿经开区筹备组党委'],
};

/** Zones whose registers name two branches as above each other. */
const CIRCLES: readonly string[] = ['XCJK', 'WSGX'];

const above = ({ code, name }: Org): { code: string; name: string } => ({ code, name });

/**
 * Makes a few registers of invented zones wrong about who is above whom: branches below an organisation that is in no row,
 * and pairs that are above each other. Only the writing is wrong; who belongs where stays as it is.
 */
export function strayParents({ zone, orgs }: ZoneTruth): void {
  const branches = orgs.filter((org) => org.type === '支部' && org.dissolved === null && org.key.startsWith('B:'));
  const [count, code, name] = UNLISTED[zone] ?? [0, '', ''];
  branches
    .filter((_, i) => i % 3 === 1)
    .slice(0, count)
    .forEach((org) => (org.strayParent = { code, name }));
  const [first, second] = CIRCLES.includes(zone) ? branches.filter((_, i) => i % 3 === 2) : [];
  if (!first || !second) return;
  first.strayParent = above(second);
  second.strayParent = above(first);
}
