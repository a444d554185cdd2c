import type { Drawing } from '../charts';

interface Item {
  readonly type?: string;
  readonly children?: readonly Item[];
}

interface Series {
  readonly renderItem?: (...asked: readonly unknown[]) => Item | null | undefined;
}

/** Names every child by its kind and keeps its place in the pile. */
function named(item: Item | null | undefined): Item | null | undefined {
  if (!item?.children) return item;
  const seen = new Map<string, number>();
  const children = item.children.map((child, z2) => {
    const kind = child.type ?? '';
    const nth = seen.get(kind) ?? 0;
    seen.set(kind, nth + 1);
    return { ...child, name: `${kind}${nth}`, z2 };
  });
  return { ...item, diffChildrenByName: true, children } as Item;
}

/**
 * The drawing with every shape named. ECharts otherwise matches the shapes of two drawings by their index alone, and a text
 * that becomes a line keeps the place of the text: lines vanish when the width or the number of ticks changes.
 */
export function steady(drawing: Drawing): Drawing {
  const series = drawing.option.series as unknown as readonly Series[];
  const kept = series.map((one, at) => {
    const { renderItem } = one;
    return {
      ...one,
      z: at + 2,
      ...(renderItem && { renderItem: (...asked: unknown[]) => named(renderItem(...asked)) }),
    };
  });
  return {
    ...drawing,
    option: { ...drawing.option, series: kept as unknown as NonNullable<Drawing['option']['series']> },
  };
}
