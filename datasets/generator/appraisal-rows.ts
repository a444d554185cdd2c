import { APPRAISAL_PLANS, type AppraisalPlan, REVIEW_PLANS, type ScoreSource } from './appraisal-plans';
import { ROOT } from './coverage-simulation';
import { activeOn } from './organisation-maker';
import { type Random, randomFrom } from './random';
import type { Org } from './truth';
import type { ZoneContext } from './zone-context';

/** The six criteria of a standard branch, as columns of the export. */
export const CRITERIA = ['组织健全', '制度完善', '运行规范', '活动经常', '档案齐备', '作用突出'] as const;

/** One organisation in one appraisal or review. Null: not scored, no level. */
export interface Appraisal {
  readonly org: string;
  readonly kind: '党建考核' | '述职评议';
  /** `2018H1` or `2018`. */
  readonly cycle: string;
  readonly scheme: '百分制' | '4级';
  readonly version: string;
  readonly scores: Readonly<Record<ScoreSource, number | null>>;
  readonly total: number | null;
  readonly level: string | null;
  readonly veto: boolean;
  readonly criteria: Readonly<Record<string, boolean>> | null;
}

/** Levels of the scheme of points with their lowest score. */
export const LEVELS: readonly (readonly [level: string, lowest: number])[] = [
  ['优秀', 90],
  ['良好', 80],
  ['合格', 60],
  ['不合格', 0],
];
export const REVIEW_LEVELS = ['好', '较好', '一般', '较差'] as const;

const SOURCES: readonly ScoreSource[] = ['self', 'peer', 'mass', 'superior'];
/** How far a source lies above or below what an organisation is worth. */
const LEANING: Readonly<Record<ScoreSource, number>> = { self: 4, peer: 1.5, mass: 0, superior: -2 };
/** How much harder each criterion is than the first. */
const HARDNESS: readonly number[] = [0, 0.02, 0.06, 0.1, 0.16, 0.2];
const NONE: Appraisal['scores'] = { self: null, peer: null, mass: null, superior: null };

/** First and last day of a cycle. */
export function spanOf(cycle: string): readonly [string, string] {
  const year = cycle.slice(0, 4);
  return cycle.endsWith('H1') ? [`${year}-01-01`, `${year}-06-30`] : [`${year}-01-01`, `${year}-12-31`];
}

/** Whether an organisation is of those a plan appraises. */
export function isSubject(org: Org, subject: AppraisalPlan['subject']): boolean {
  if (subject === '支部') return org.type === '支部' || org.type === '联合支部';
  return org.parents[0]?.key === ROOT && (org.type === '党委' || org.type === '党工委');
}

/** Organisations of a zone that existed from the first to the last day of a cycle. */
export function existingAllCycle(orgs: readonly Org[], cycle: string): Org[] {
  const [first, last] = spanOf(cycle);
  return orgs.filter((org) => activeOn(org, first) && activeOn(org, last));
}

interface Character {
  readonly quality: number;
  readonly effort: number;
}

const half = (score: number): number => Math.round(Math.min(100, Math.max(35, score)) * 2) / 2;
const tenth = (score: number): number => Math.round(score * 10 + 1e-6) / 10;

function scoresOf(plan: AppraisalPlan, level: number, random: Random): Record<ScoreSource, number | null> {
  const out: Record<ScoreSource, number | null> = { ...NONE };
  for (const source of SOURCES)
    if (plan.weights[source] !== undefined) out[source] = half(level + LEANING[source] + (random.next() - 0.5) * 7);
  return out;
}

function totalOf(plan: AppraisalPlan, scores: Readonly<Record<ScoreSource, number | null>>): number | null {
  let sum = 0;
  for (const source of SOURCES) {
    const weight = plan.weights[source];
    if (weight === undefined) continue;
    const score = scores[source];
    if (score === null) return null;
    sum += weight * score;
  }
  return tenth(sum);
}

/** Levels by score; where 优秀 has a share, from the top down as far as it goes, those tied at the edge all one level lower. */
function levelled(rows: readonly Appraisal[], cap: number | null): Appraisal[] {
  const scored = rows.filter((row) => row.total !== null);
  const room = cap === null ? scored.length : Math.floor(cap * scored.length + 1e-9);
  const excellent = scored.filter((row) => !row.veto && (row.total ?? 0) >= 90);
  const lowest = [...excellent].sort((a, b) => (b.total ?? 0) - (a.total ?? 0));
  const refused = lowest[room]?.total ?? -1;
  return rows.map((row) => {
    if (row.total === null) return row;
    if (row.veto) return { ...row, level: '不合格' };
    const own = LEVELS.find(([, least]) => (row.total ?? 0) >= least)?.[0] ?? '不合格';
    return { ...row, level: own === '优秀' && row.total <= refused ? '良好' : own };
  });
}

function cycleRows(
  plan: AppraisalPlan,
  cycle: string,
  orgs: readonly Org[],
  characters: ReadonlyMap<string, Character>,
  random: Random,
): Appraisal[] {
  const year = Number(cycle.slice(0, 4));
  const mean = (plan.mean[year - 2016] ?? 80) - (cycle.endsWith('H1') ? 2.5 : 0);
  const rows = existingAllCycle(orgs, cycle)
    .filter((org) => isSubject(org, plan.subject))
    .flatMap((org): Appraisal[] => {
      // Everybody draws the same number of times, so that one left out changes nothing for the others.
      const [absent, gap, veto, which] = [random.next(), random.next(), random.next(), random.next()];
      const { quality, effort } = characters.get(org.key) ?? { quality: 0, effort: 0 };
      const level = mean + quality * plan.spread + (random.next() - 0.5) * 5;
      const scores = scoresOf(plan, level, random);
      const draws = CRITERIA.map(() => random.next());
      if (absent < 0.03 && plan.subject === '支部' && plan.zone !== 'XAGX') return [];
      const asked = SOURCES.filter((source) => plan.weights[source] !== undefined);
      const missing = gap < 0.03 && plan.subject === '支部' ? asked[Math.floor(which * asked.length)] : undefined;
      if (missing !== undefined) scores[missing] = null;
      const assessed = plan.criteriaIn.includes(year) && !cycle.endsWith('H1');
      return [
        {
          org: org.key,
          kind: '党建考核',
          cycle,
          scheme: '百分制',
          version: plan.version(year),
          scores,
          total: totalOf(plan, scores),
          level: null,
          veto: veto < 0.012 && plan.subject === '支部',
          criteria: assessed
            ? Object.fromEntries(
                CRITERIA.map((name, i) => [
                  name,
                  (draws[i] ?? 0) < (level + effort * 8) / 100 + 0.12 - (HARDNESS[i] ?? 0),
                ]),
              )
            : null,
        },
      ];
    });
  return levelled(rows, plan.cap);
}

function reviewRows(context: ZoneContext, years: readonly number[], random: Random): Appraisal[] {
  return years.flatMap((year) =>
    existingAllCycle(context.truth.orgs, String(year))
      .filter((org) => isSubject(org, '支部'))
      .map((org): Appraisal => {
        const roll = random.next();
        return {
          org: org.key,
          kind: '述职评议',
          cycle: String(year),
          scheme: '4级',
          version: '',
          scores: NONE,
          total: null,
          level: REVIEW_LEVELS[roll < 0.46 ? 0 : roll < 0.85 ? 1 : roll < 0.97 ? 2 : 3],
          veto: false,
          criteria: null,
        };
      }),
  );
}

/** Every appraisal and review of a zone, cycle by cycle in time order. */
export function appraisalRows(context: ZoneContext): Appraisal[] {
  const { plan: zone, truth } = context;
  const random = randomFrom(`${zone.id} appraisal`);
  const characters = new Map<string, Character>(
    truth.orgs.map((org) => [
      org.key,
      { quality: (random.next() + random.next() + random.next() - 1.5) * 0.9, effort: random.next() - 0.5 },
    ]),
  );
  return [
    ...APPRAISAL_PLANS.filter((plan) => plan.zone === zone.id).flatMap((plan) =>
      plan.cycles.flatMap((cycle) => cycleRows(plan, cycle, truth.orgs, characters, random)),
    ),
    ...REVIEW_PLANS.filter((plan) => plan.zone === zone.id).flatMap(({ years }) =>
      reviewRows(context, years, randomFrom(`${zone.id} review`)),
    ),
  ];
}
