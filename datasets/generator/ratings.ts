import { CYCLES, endOf, yearEnd } from './calendar';
import { activeOn } from './organisation-maker';
import type { Random } from './random';
import { CAPS, CUTOFFS, type RatingPlan } from './star-rules';
import { DIMS, type Dim, type Org, type RatedStatus, type Rating } from './truth';
import { shaanxiLevels } from './xian-stars';

/** What is drawn once for every organisation: its standing, and how hard each named star is for it. */
interface Standing {
  readonly quality: number;
  readonly dims: Readonly<Record<Dim, number>>;
}

function subjects(plan: RatingPlan, orgs: readonly Org[], cycle: number): Org[] {
  return orgs.filter((o) => {
    if (!activeOn(o, endOf(yearEnd(cycle)))) return false;
    if (o.type !== '支部' && o.type !== '联合支部') return false;
    const newKind = o.domain === '非公' || o.domain === '社会组织';
    if (plan.subject === '两新') return newKind;
    return plan.subject === '村社区' ? o.domain === '村' || o.domain === '社区' : true;
  });
}

function statusOf(org: Org, cycle: number, random: Random): RatedStatus {
  const roll = random.next();
  if (org.founded !== null && org.founded >= `${cycle}-01-01`) return '新建不定星';
  if (roll < 0.06) return '未参评';
  return roll > 0.994 ? '否决' : '评定';
}

const byCutoffs = (score: number): number => {
  const at = CUTOFFS.findIndex((c) => score >= c);
  return at < 0 ? (score >= 50 ? 1 : 0) : 5 - at;
};

/** Levels by rank: the quota of each level is its share of all that are rated, rounded down. */
function byCaps(scores: ReadonlyMap<string, number>): Map<string, number> {
  const ranked = [...scores].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([key]) => key);
  const quotas = CAPS.map((share) => Math.floor(share * ranked.length + 1e-9));
  const levels = new Map<string, number>();
  let start = 0;
  quotas.forEach((quota, i) => {
    for (const key of ranked.slice(start, start + quota)) levels.set(key, 5 - i);
    start += quota;
  });
  for (const key of ranked.slice(start)) levels.set(key, (scores.get(key) ?? 0) < 62 ? 1 : 2);
  return levels;
}

const OFFSET: Readonly<Record<Dim, number>> = {
  dim_political: 0.14,
  dim_learning: 0.05,
  dim_development: -0.22,
  dim_service: 0,
  dim_integrity: 0.09,
};

function levelsFor(
  plan: RatingPlan,
  scores: ReadonlyMap<string, number>,
  earlier: readonly ReadonlyMap<string, number>[],
): Map<string, number> {
  switch (plan.scheme) {
    case 'five-level-90':
      return new Map([...scores].map(([key, score]) => [key, byCutoffs(score)]));
    case 'five-level-capped':
      return byCaps(scores);
    case 'shaanxi-5':
      return shaanxiLevels(scores, earlier);
    case 'five-named':
      return new Map();
  }
}

const awardingOf = (plan: RatingPlan, level: number | null): Rating['awarding'] =>
  plan.scheme !== 'shaanxi-5' || level === null || level < 4 ? plan.awarding : level === 5 ? '省' : '市';

/** Rates the organisations of a zone over the three cycles of one scheme. */
export function rate(plan: RatingPlan, orgs: readonly Org[], random: Random): Rating[] {
  const standings = new Map<string, Standing>();
  for (const org of orgs) {
    const quality = (random.next() + random.next() + random.next() - 1.5) * 16;
    const dims = Object.fromEntries(DIMS.map((dim) => [dim, random.next()])) as Record<Dim, number>;
    standings.set(org.key, { quality, dims });
  }
  const history: Map<string, number>[] = [];
  const out: Rating[] = [];
  CYCLES.forEach((cycle, c) => {
    const mean = plan.mean[c] ?? 75;
    const entries = subjects(plan, orgs, cycle).map((org) => ({ org, status: statusOf(org, cycle, random) }));
    const scores = new Map<string, number>();
    for (const { org, status } of entries) {
      if (status !== '评定') continue;
      const raw = mean + (standings.get(org.key)?.quality ?? 0) + (random.next() - 0.5) * 7;
      scores.set(org.key, Math.round(Math.min(99.5, Math.max(45, raw)) * 2) / 2);
    }
    const levels = levelsFor(plan, scores, history);
    const named = plan.scheme === 'five-named';
    for (const { org, status } of entries) {
      const level = status === '评定' ? (levels.get(org.key) ?? null) : null;
      const before = history[c - 1]?.get(org.key) ?? null;
      const guessed = level === null || random.chance(0.15) ? null : Math.max(0, level - (random.chance(0.2) ? 1 : 0));
      const score = scores.get(org.key) ?? null;
      const standing = standings.get(org.key);
      out.push({
        org: org.key,
        cycle,
        scheme: plan.scheme,
        awarding: awardingOf(plan, level),
        status,
        level,
        previous: named ? null : c === 0 ? guessed : before,
        selfScore: score === null || named ? null : Math.min(100, score + random.int(0, 6)),
        score: named ? null : score,
        dims:
          named && status === '评定' && standing
            ? (Object.fromEntries(DIMS.map((d) => [d, standing.dims[d] < mean / 100 + OFFSET[d]])) as Record<
                Dim,
                boolean
              >)
            : null,
      });
    }
    history.push(levels);
  });
  return out;
}
