import * as v from 'valibot';
import { isPeriod } from '../domain';
import type { DrillTarget } from './drill-target';

const Names = v.array(v.string());
const Selection = v.strictObject({
  zones: v.optional(Names),
  committees: v.optional(Names),
  domains: v.optional(Names),
  categories: v.optional(Names),
  counted: v.optional(v.boolean()),
});
const At = v.pipe(v.string(), v.check(isPeriod));
const Target = v.strictObject({
  title: v.string(),
  metric: v.string(),
  period: At,
  periods: v.optional(v.array(At)),
  selection: Selection,
  parts: v.optional(
    v.nullable(
      v.array(
        v.tuple([
          v.string(),
          v.strictObject({ items: v.optional(Names), categories: v.optional(Names), committees: v.optional(Names) }),
        ]),
      ),
    ),
  ),
  apart: v.optional(
    v.array(v.strictObject({ label: v.string(), selection: Selection, periods: v.optional(v.array(At)) })),
  ),
  named: v.optional(v.string()),
  part: v.optional(v.picklist(['numerator', 'rest'])),
});

/** What an address says of the figure whose rows are open. */
export const drillText = ({ parts, ...target }: DrillTarget): string =>
  JSON.stringify(parts ? { ...target, parts: [...parts] } : target);

/** The figure an address speaks of; null where it speaks of none, or of nothing that can be understood. */
export function drillIn(text: string | undefined): DrillTarget | null {
  if (text === undefined) return null;
  try {
    const read = v.safeParse(Target, JSON.parse(text));
    if (!read.success) return null;
    const { parts, ...target } = read.output;
    return { ...target, ...(parts && { parts: new Map(parts) }) } as DrillTarget;
  } catch {
    return null;
  }
}
