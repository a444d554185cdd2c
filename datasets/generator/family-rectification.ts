import { encode } from './encode';
import { extension, FOLDERS, type OutFile } from './out-file';
import { randomFrom } from './random';
import { itemColumn } from './rectification-columns';
import { ITEM_HABITS, type ItemHabit } from './rectification-habits';
import { itemsOf } from './rectification-items';
import { RECTIFICATION_PLANS } from './rectification-plans';
import type { Item } from './rectification-truth';
import { writeSheet } from './sheet';
import type { ZoneContext } from './zone-context';

/** The rectification items of a zone as they are at the end of the span; none where it keeps no register. */
export function rectificationItems(context: ZoneContext): Item[] {
  const plan = RECTIFICATION_PLANS.find(({ zone }) => zone === context.plan.id);
  return plan ? itemsOf(context, plan, randomFrom(`${plan.zone} rectification`)) : [];
}

function fileOf(context: ZoneContext, habit: ItemHabit, items: readonly Item[], year: number | null): OutFile {
  const fill = (text: string): string =>
    text.replaceAll('{zone}', context.plan.name).replaceAll('{year}', String(year ?? ''));
  const columns = habit.columns.map(([field, header]) => itemColumn(field, header, context, habit.style));
  const frame = habit.frame ?? {};
  const text = writeSheet(
    columns,
    [items],
    {
      ...frame,
      ...(frame.above && { above: frame.above.map(fill) }),
      ...(frame.below && { below: frame.below.map(fill) }),
    },
    habit.dialect,
  );
  const ending = extension(habit.dialect.delimiter);
  return {
    path: `${FOLDERS[context.plan.id] ?? ''}/rectification${habit.suffix}${year === null ? '' : `-${year}`}.${ending}`,
    name: `${context.plan.name}${habit.title}${year === null ? '2016—2018' : `${year}年`}.${ending}`,
    zone: context.plan.id,
    table: 'rectification',
    encoding: habit.dialect.encoding,
    bytes: encode(text, habit.dialect.encoding),
  };
}

/** The exports of rectification items, zone by zone. */
export function rectificationFiles(zones: readonly ZoneContext[]): OutFile[] {
  return zones.flatMap((context) => {
    const items = rectificationItems(context);
    return ITEM_HABITS.filter(({ zone }) => zone === context.plan.id).flatMap((habit) => {
      const own = items.filter(({ source }) => habit.sources.includes(source));
      if (habit.split === 'one') return [fileOf(context, habit, own, null)];
      return [2016, 2017, 2018].map((year) =>
        fileOf(
          context,
          habit,
          own.filter((item) => item.year === year),
          year,
        ),
      );
    });
  });
}
