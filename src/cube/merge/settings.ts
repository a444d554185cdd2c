import { type RuleVersion, type Target, byText, groupedBy } from '../../domain';
import { METRICS, readsRule, targetKey, unitOf } from '../../model';
import type { Cube } from '../cube';
import type { MergeNote } from '../merged';
import type { NamedCube } from './named';

const metricsOf = ({ cells }: Cube): Set<string> => new Set(cells.map(({ metric }) => metric));

/** What a unit of rules says, whatever document it is from. */
const saying = (rows: readonly RuleVersion[]): string =>
  rows
    .map(({ ruleId, value, validFrom, validTo }) => JSON.stringify([ruleId, value, validFrom, validTo]))
    .sort()
    .join('\n');

const unitsOf = ({ rules }: Cube): Map<string, RuleVersion[]> => groupedBy(rules, ({ ruleId }) => unitOf(ruleId));

/**
 * The rules of several files, a unit after the other as the newest file has it. Where another file counted the same metrics under
 * another version, that is said. The files are the newest first.
 */
export function mergedRules(files: readonly NamedCube[]): { rules: RuleVersion[]; notes: MergeNote[] } {
  const units = files.map(({ cube }) => unitsOf(cube));
  const metrics = files.map(({ cube }) => metricsOf(cube));
  const shown = new Map<string, { readonly rows: readonly RuleVersion[]; readonly at: number }>();
  units.forEach((own, at) => own.forEach((rows, unit) => void (shown.has(unit) || shown.set(unit, { rows, at }))));
  const notes: MergeNote[] = [];
  for (const [unit, { rows, at }] of shown) {
    const reading = METRICS.filter(({ rules = [] }) => rows.some(({ ruleId }) => readsRule(rules, ruleId))).map(
      ({ id }) => id,
    );
    const differing = files.flatMap((file, other) => {
      const own = units[other]?.get(unit);
      const both = reading.filter((id) => metrics[at]?.has(id) && metrics[other]?.has(id));
      return own && both.length > 0 && saying(own) !== saying(rows) ? [{ name: file.name, both }] : [];
    });
    if (differing.length > 0)
      notes.push({
        kind: 'rule',
        rule: unit,
        metrics: reading.filter((id) => differing.some(({ both }) => both.includes(id))),
        shown: files[at]?.name ?? '',
        files: differing.map(({ name }) => name).sort(),
      });
  }
  return {
    rules: [...shown.values()].flatMap(({ rows }) => rows),
    notes,
  };
}

/** Targets of several files: one that all have is for all, one that some have is for their zones. The newest file's stand first. */
export function mergedTargets(
  files: readonly NamedCube[],
  zonesOf: (cube: Cube) => readonly string[],
): { targets: Target[]; notes: MergeNote[] } {
  const saysOf = ({ target, amber, red, ...key }: Target): string =>
    JSON.stringify([targetKey({ target, amber, red, ...key }), target, amber, red]);
  const said = files.map(({ cube }) => new Set(cube.targets.map(saysOf)));
  const own = files.flatMap(({ cube }) =>
    cube.targets.flatMap((target): Target[] =>
      target.scope !== '' || said.every((one) => one.has(saysOf(target)))
        ? [target]
        : zonesOf(cube).map((zone) => ({ ...target, scope: zone })),
    ),
  );
  const kept = new Map<string, Target>();
  for (const target of own) if (!kept.has(targetKey(target))) kept.set(targetKey(target), target);
  const parted = files.flatMap(({ cube }) =>
    cube.targets.filter((target) => target.scope === '' && !said.every((one) => one.has(saysOf(target)))),
  );
  const metrics = [...new Set(parted.map(({ metricId }) => metricId))].sort();
  const targets = [...kept].sort(([a], [b]) => byText(a, b)).map(([, target]) => target);
  return { targets, notes: metrics.length === 0 ? [] : [{ kind: 'targets', metrics }] };
}

/** The sums of definitions that all files with the metric share, and those files that have another than the newest. */
export function mergedDefinitions(files: readonly NamedCube[]): {
  definitions: Record<string, string>;
  notes: MergeNote[];
} {
  const metrics = files.map(({ cube }) => metricsOf(cube));
  const definitions: Record<string, string> = {};
  const differing = new Map<string, string[]>();
  for (const { id } of METRICS) {
    const having = files.filter((_, at) => metrics[at]?.has(id));
    const [first] = having;
    if (!first) continue;
    const sum = first.cube.definitions?.[id];
    const others = having.filter(({ cube }) => cube.definitions?.[id] !== sum).map(({ name }) => name);
    if (others.length === 0 && sum !== undefined) definitions[id] = sum;
    if (others.length === 0) continue;
    const key = JSON.stringify(others.sort());
    differing.set(key, [...(differing.get(key) ?? []), id]);
  }
  const notes = [...differing].map(([names, ids]): MergeNote => ({
    kind: 'definitions',
    metrics: ids,
    files: JSON.parse(names) as string[],
  }));
  return { definitions, notes };
}
