import type { Label } from '../../domain';
import { ORG_LIFE } from '../tables/org-life';

/** A group of rules on the rules page. */
export type RuleSection = 'meetings' | 'rhythm' | 'stars' | 'grades' | 'evaluation' | 'terms' | 'thresholds' | 'hours';

/** What a value may be. A `share` is a fraction that is shown and typed in percent. */
export type RuleValue =
  | {
      readonly type: 'number';
      readonly min: number;
      readonly max: number;
      readonly whole: boolean;
      readonly share: boolean;
    }
  | { readonly type: 'choice'; readonly options: readonly { readonly value: string; readonly label: Label }[] }
  | { readonly type: 'text' };

/** What is known of the rules of one path: `*` in the path is a name (an activity, a scheme, a level, a label). */
export interface RuleKind {
  readonly path: readonly string[];
  readonly section: RuleSection;
  readonly label: Label;
  readonly unit: Label;
  readonly value: RuleValue;
  /** The names that may stand for the first `*`; absent: any. */
  readonly names?: readonly string[];
}

const NONE: Label = { zh: '', en: '' };
const MONTHS: Label = { zh: '个月', en: 'months' };
const YEARS: Label = { zh: '年', en: 'years' };
const POINTS: Label = { zh: '分', en: 'points' };
const PERCENT: Label = { zh: '%', en: '%' };

const whole = (min: number, max: number): RuleValue => ({ type: 'number', min, max, whole: true, share: false });
const number = (min: number, max: number): RuleValue => ({ type: 'number', min, max, whole: false, share: false });
const SHARE: RuleValue = { type: 'number', min: 0, max: 1, whole: false, share: true };
const TEXT: RuleValue = { type: 'text' };
const choice = (...options: readonly (readonly [value: string, zh: string, en: string])[]): RuleValue => ({
  type: 'choice',
  options: options.map(([value, zh, en]) => ({ value, label: { zh, en } })),
});
/** Only intervals that are calendar periods can be owed in one. */
const INTERVAL = choice(
  ['1', '每月', 'a month'],
  ['3', '每季度', 'a quarter'],
  ['6', '每半年', 'a half-year'],
  ['12', '每年', 'a year'],
);

const kind = (
  path: string,
  section: RuleSection,
  zh: string,
  en: string,
  value: RuleValue,
  unit: Label = NONE,
  names?: readonly string[],
): RuleKind => ({ path: path.split('/'), section, label: { zh, en }, unit, value, ...(names && { names }) });

const ACTIVITIES = (ORG_LIFE.columns.find(({ id }) => id === 'activity_type')?.values ?? []).map(({ id }) => id);
const RHYTHMS = ['月调度', '季主题', '半年考核'];
const ASSESSORS = ['self', 'peer', 'mass', 'superior'];

/** Every path a rule can have, with its meaning and its plausible range. */
export const RULE_KINDS: readonly RuleKind[] = [
  kind('meeting/*/times', 'meetings', '次数', 'Times', whole(1, 31), { zh: '次', en: 'times' }, ACTIVITIES),
  kind('meeting/*/months', 'meetings', '周期', 'Interval', INTERVAL, NONE, ACTIVITIES),
  kind('rhythm/*/months', 'rhythm', '周期', 'Interval', INTERVAL, NONE, RHYTHMS),

  kind('star/*/label', 'stars', '名称', 'Name', TEXT),
  kind('star/*/label-en', 'stars', '英文名称', 'English name', TEXT),
  kind('star/*/kind', 'stars', '方式', 'Kind', choice(['level', '逐级', 'levels'], ['named', '单项', 'named stars'])),
  kind('star/*/max', 'stars', '最高星级', 'Highest level', whole(1, 10)),
  kind('star/*/lowest', 'stars', '最低星级', 'Lowest level', whole(1, 10)),
  kind('star/*/cutoff/*', 'stars', '分数线', 'Cut-off', number(0, 1000), POINTS),
  kind('star/*/cap/*', 'stars', '名额上限', 'Largest share', SHARE, PERCENT),
  kind(
    'star/*/forced',
    'stars',
    '名额',
    'Shares',
    choice(['0', '只是上限', 'upper limits'], ['1', '必须用足', 'must be used']),
  ),
  kind('star/*/veto/max-level', 'stars', '一票否决后最高', 'Highest under a veto', whole(0, 10), {
    zh: '星',
    en: 'stars',
  }),
  kind('star/*/every-years', 'stars', '评定间隔', 'Rated every', whole(1, 10), YEARS),
  kind('star/*/step', 'stars', '每次最多晋升', 'Levels up at a time', whole(1, 10), { zh: '星', en: 'stars' }),
  kind('star/*/star/*', 'stars', '单项星', 'Named star', TEXT),

  kind('grade/*/label', 'grades', '名称', 'Name', TEXT),
  kind('grade/*/label-en', 'grades', '英文名称', 'English name', TEXT),
  kind(
    'grade/*/kind',
    'grades',
    '方式',
    'Kind',
    choice(['levels', '等次', 'grades'], ['letters', '字母', 'letters'], ['points', '百分制', 'points']),
  ),
  kind('grade/*/rank/*', 'grades', '位次', 'Place', whole(1, 10)),
  kind('grade/*/cutoff/*', 'grades', '分数线', 'Cut-off', number(0, 1000), POINTS),
  kind('grade/*/satisfaction-min', 'grades', '群众满意率不低于', 'Satisfaction at least', SHARE, PERCENT),
  kind(
    'grade/*/satisfaction-ranks',
    'grades',
    '满意率要求适用的前几等',
    'Satisfaction asked of the first',
    whole(1, 10),
    { zh: '等', en: 'grades' },
  ),

  kind('evaluation/*/label', 'evaluation', '名称', 'Name', TEXT),
  kind('evaluation/*/label-en', 'evaluation', '英文名称', 'English name', TEXT),
  kind('evaluation/*/weight/self', 'evaluation', '自评权重', 'Weight of self score', SHARE, PERCENT),
  kind('evaluation/*/weight/peer', 'evaluation', '互评权重', 'Weight of peer score', SHARE, PERCENT),
  kind('evaluation/*/weight/mass', 'evaluation', '群众测评权重', 'Weight of public score', SHARE, PERCENT),
  kind('evaluation/*/weight/superior', 'evaluation', '上级评定权重', 'Weight of superior score', SHARE, PERCENT),
  kind('evaluation/*/rank/*', 'evaluation', '位次', 'Place', whole(1, 10)),
  kind('evaluation/*/cutoff/*', 'evaluation', '分数线', 'Cut-off', number(0, 1000), POINTS),
  kind('evaluation/*/cap/*', 'evaluation', '名额上限', 'Largest share', SHARE, PERCENT),
  kind('evaluation/*/veto', 'evaluation', '一票否决后最高', 'Best under a veto', TEXT),

  kind('term/*/years', 'terms', '任期', 'Term', whole(1, 10), YEARS, ['党委', '总支', '支部', '村社区']),
  kind('term/extension-months', 'terms', '换届最长延期', 'Longest extension', whole(0, 36), MONTHS),
  kind('term/remind-months', 'terms', '届满前提醒', 'Reminder before the end', whole(0, 36), MONTHS),

  kind('branch/max-members', 'thresholds', '支部党员人数上限', 'Largest branch', whole(1, 10_000), {
    zh: '人',
    en: 'members',
  }),
  kind('branch/min-full', 'thresholds', '成立支部的正式党员', 'Full members for a branch', whole(1, 1000), {
    zh: '人',
    en: 'members',
  }),
  kind('overdue/bands/*', 'thresholds', '逾期分段', 'Bands of days overdue', whole(1, 3650), { zh: '天', en: 'days' }, [
    '1',
    '2',
  ]),

  kind('coverage/due-members', 'thresholds', '应建党组织的党员人数', 'Members from which one is due', whole(1, 1000), {
    zh: '人',
    en: 'members',
  }),
  kind(
    'coverage/unlisted-operating',
    'thresholds',
    '名单未列经营状态的',
    'Units of lists that state no status',
    choice(['1', '视同实体运营', 'taken as operating'], ['0', '不计入', 'left out']),
  ),

  kind('hours/member', 'hours', '党员学时', 'Hours of a member', whole(1, 2000), { zh: '学时', en: 'hours' }),
  kind('hours/secretary', 'hours', '书记和班子学时', 'Hours of a secretary', whole(1, 2000), {
    zh: '学时',
    en: 'hours',
  }),
  kind('hours/member/*', 'hours', '党员学时', 'Hours of a member', whole(1, 2000), { zh: '学时', en: 'hours' }, [
    '两新',
  ]),
  kind(
    'hours/secretary/*',
    'hours',
    '书记和班子学时',
    'Hours of a secretary',
    whole(1, 2000),
    { zh: '学时', en: 'hours' },
    ['两新'],
  ),
];

/** The names of the four assessments an evaluation weighs. */
export const WEIGHTS: readonly string[] = ASSESSORS.map((assessor) => `weight/${assessor}`);

const known = new Map<string, RuleKind | null>();

/** The kind of a rule; null when the model knows no rule of that path. */
export function ruleKind(ruleId: string): RuleKind | null {
  const before = known.get(ruleId);
  if (before !== undefined) return before;
  const parts = ruleId.split('/');
  const found = RULE_KINDS.find(({ path, names }) => {
    const name = parts[path.indexOf('*')];
    return (
      path.length === parts.length &&
      path.every((step, at) => (step === '*' ? parts[at] !== '' : step === parts[at])) &&
      (names === undefined || (name !== undefined && names.includes(name)))
    );
  });
  known.set(ruleId, found ?? null);
  return found ?? null;
}

const SCHEMES = new Set(['star', 'grade', 'evaluation', 'overdue']);

/** What a rule belongs to: the rows of a scheme are put in force or refused together, any other rule stands alone. */
export function unitOf(ruleId: string): string {
  const parts = ruleId.split('/');
  return SCHEMES.has(parts[0] ?? '') ? parts.slice(0, 2).join('/') : ruleId;
}
