import type { Label, RuleFault, RuleVersion } from '../../domain';
import { numberIn } from './check-rows';
import { ruleFault } from './fault';
import { holdsOn } from './in-force';
import { WEIGHTS, unitOf } from './kinds';

/** The rows of one scheme that hold together, by the path below the scheme. */
type Scheme = ReadonlyMap<string, RuleVersion>;

interface Step {
  readonly name: string;
  readonly row: RuleVersion;
  readonly value: number;
}

const TOLERANCE = 1e-9;

const valueOf = (scheme: Scheme, path: string): number | null => {
  const row = scheme.get(path);
  return row ? numberIn(row.value) : null;
};

function under(scheme: Scheme, folder: string): Step[] {
  return [...scheme].flatMap(([path, row]): Step[] => {
    const value = numberIn(row.value);
    return path.startsWith(`${folder}/`) && value !== null ? [{ name: path.slice(folder.length + 1), row, value }] : [];
  });
}

function missing(scheme: Scheme, paths: readonly string[]): RuleFault[] {
  const [first] = scheme.values();
  return first === undefined
    ? []
    : paths
        .filter((path) => !scheme.has(path))
        .map((path) => {
          const ruleId = `${unitOf(first.ruleId)}/${path}`;
          return ruleFault(
            { ...first, ruleId, value: '' },
            'value',
            'incomplete',
            { zh: `缺少 ${ruleId}`, en: `${ruleId} is missing` },
            [first.ruleId],
          );
        });
}

/** Steps from the best down must fall: a lower one that is not below the one above it overlaps it. */
function overlaps(steps: readonly Step[], name: (step: Step) => Label): RuleFault[] {
  return steps.flatMap((step, at): RuleFault[] => {
    const above = steps[at - 1];
    if (!above || step.value < above.value) return [];
    const [low, high] = [name(step), name(above)];
    return [
      ruleFault(
        step.row,
        'value',
        'levels-overlap',
        {
          zh: `${low.zh}分数线 ${step.value} 应低于${high.zh}的 ${above.value}`,
          en: `The cut-off of ${low.en}, ${step.value}, must be below that of ${high.en}, ${above.value}`,
        },
        [above.row.ruleId],
      ),
    ];
  });
}

function sumOver(steps: readonly Step[], code: string, message: (sum: string) => Label): RuleFault[] {
  const last = steps.at(-1);
  const sum = steps.reduce((all, { value }) => all + value, 0);
  if (!last) return [];
  const others = steps.slice(0, -1).map(({ row }) => row.ruleId);
  return [ruleFault(last.row, 'value', code, message(`${Number((sum * 100).toFixed(6))}%`), others)];
}

const sumOf = (steps: readonly Step[]): number => steps.reduce((all, { value }) => all + value, 0);

const forcedFaults = (scheme: Scheme): RuleFault[] => {
  const caps = under(scheme, 'cap');
  return valueOf(scheme, 'forced') === 1 && sumOf(caps) > 1 + TOLERANCE
    ? sumOver(caps, 'shares-over-one', (sum) => ({
        zh: `名额合计 ${sum}，超过 100%`,
        en: `The shares add up to ${sum}, more than 100 %`,
      }))
    : [];
};

const starName = ({ name }: Step): Label => ({ zh: `${name} 星`, en: `${name} stars` });

function starFaults(scheme: Scheme): RuleFault[] {
  const lacking = missing(scheme, ['label', 'kind', 'max']);
  const max = valueOf(scheme, 'max') ?? 0;
  const lowest = valueOf(scheme, 'lowest') ?? 1;
  const named = scheme.get('kind')?.value === 'named';
  const names = Array.from({ length: max }, (_, at) => `star/${at + 1}`);
  const outside = ['cutoff', 'cap'].flatMap((folder) =>
    under(scheme, folder).filter(({ name }) => !(Number(name) >= lowest && Number(name) <= max)),
  );
  const veto = scheme.get('veto/max-level');
  const high = veto && (numberIn(veto.value) ?? 0) > max ? [{ name: veto.value, row: veto, value: max }] : [];
  return [
    ...lacking,
    ...(lacking.length === 0 && named ? missing(scheme, names) : []),
    ...[...outside, ...high].map(({ name, row }) =>
      ruleFault(
        row,
        'value',
        'level-outside',
        { zh: `${name} 星不在 ${lowest} 至 ${max} 星之内`, en: `Level ${name} is not within ${lowest} to ${max}` },
        [`${unitOf(row.ruleId)}/max`, `${unitOf(row.ruleId)}/lowest`],
      ),
    ),
    ...overlaps(
      under(scheme, 'cutoff').sort((a, b) => Number(b.name) - Number(a.name)),
      starName,
    ),
    ...forcedFaults(scheme),
  ];
}

const labelName = ({ name }: Step): Label => ({ zh: `“${name}”`, en: `“${name}”` });

/** Ranks run 1, 2, 3 …; cut-offs fall with them and belong to a rank. */
function rankFaults(scheme: Scheme): RuleFault[] {
  const ranks = under(scheme, 'rank').sort((a, b) => a.value - b.value);
  const rankOf = new Map(ranks.map(({ name, value }) => [name, value]));
  const gaps = ranks.flatMap(({ row, value }, at): RuleFault[] => {
    const before = ranks[at - 1];
    if (value - (before?.value ?? 0) <= 1) return [];
    const wanted = (before?.value ?? 0) + 1;
    return [
      ruleFault(
        row,
        'value',
        'ranks-broken',
        { zh: `位次 ${value} 之前没有位次 ${wanted}`, en: `Place ${wanted} is missing before place ${value}` },
        before ? [before.row.ruleId] : [],
      ),
    ];
  });
  const cutoffs = under(scheme, 'cutoff');
  const stray = [...cutoffs, ...under(scheme, 'cap')].filter(({ name }) => !rankOf.has(name));
  return [
    ...gaps,
    ...stray.map(({ name, row }) =>
      ruleFault(row, 'ruleId', 'unknown-label', {
        zh: `“${name}”没有位次`,
        en: `“${name}” has no place`,
      }),
    ),
    ...overlaps(
      cutoffs
        .filter(({ name }) => rankOf.has(name))
        .sort((a, b) => (rankOf.get(a.name) ?? 0) - (rankOf.get(b.name) ?? 0)),
      labelName,
    ),
  ];
}

function gradeFaults(scheme: Scheme): RuleFault[] {
  const few = under(scheme, 'rank').length < 2 ? missing(scheme, ['rank/…']) : [];
  return [...missing(scheme, ['label', 'kind']), ...few, ...rankFaults(scheme)];
}

function evaluationFaults(scheme: Scheme): RuleFault[] {
  const lacking = missing(scheme, ['label', ...WEIGHTS]);
  const weights = under(scheme, 'weight');
  const off = lacking.length === 0 && Math.abs(sumOf(weights) - 1) > TOLERANCE;
  const veto = scheme.get('veto');
  const unknown = veto !== undefined && !scheme.has(`rank/${veto.value}`);
  return [
    ...lacking,
    ...(off
      ? sumOver(weights, 'weights-not-one', (sum) => ({
          zh: `权重合计 ${sum}，应为 100%`,
          en: `The weights add up to ${sum}, not 100 %`,
        }))
      : []),
    ...rankFaults(scheme),
    ...(unknown
      ? [
          ruleFault(veto, 'value', 'unknown-label', {
            zh: `没有“${veto.value}”这个等次`,
            en: `There is no level “${veto.value}”`,
          }),
        ]
      : []),
    ...forcedFaults(scheme),
  ];
}

function bandFaults(scheme: Scheme): RuleFault[] {
  const [first, second] = [scheme.get('1'), scheme.get('2')];
  const [low, high] = [valueOf(scheme, '1'), valueOf(scheme, '2')];
  if (!first || !second || low === null || high === null) return missing(scheme, ['1', '2']);
  return low < high
    ? []
    : [
        ruleFault(
          second,
          'value',
          'levels-overlap',
          {
            zh: `后一段 ${high} 天应大于前一段 ${low} 天`,
            en: `The second bound, ${high} days, must be above the first, ${low}`,
          },
          [first.ruleId],
        ),
      ];
}

const CHECKS: Readonly<Record<string, (scheme: Scheme) => RuleFault[]>> = {
  star: starFaults,
  grade: gradeFaults,
  evaluation: evaluationFaults,
  overdue: bandFaults,
};

/** What is wrong with a scheme as a whole, on every day on which one of its rows begins; the rows of one unit. */
export function schemeFaults(unit: string, rows: readonly RuleVersion[]): RuleFault[] {
  const check = CHECKS[unit.split('/')[0] ?? ''];
  if (!check) return [];
  const starts = [...new Set(rows.map(({ validFrom }) => validFrom ?? '0001-01-01'))].sort();
  const faults = starts.flatMap((day) =>
    check(new Map(rows.filter((row) => holdsOn(row, day)).map((row) => [row.ruleId.slice(unit.length + 1), row]))),
  );
  return [...new Map(faults.map((fault) => [JSON.stringify([fault.item, fault.code]), fault])).values()];
}
