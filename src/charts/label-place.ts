/** A rectangle, px. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

/** Places around a point, best first: right, left, then the corners, then above and below, then all of them farther out. */
function candidates({ x, y, width, height }: Box): Box[] {
  return [8, 16, 26].flatMap((gap) =>
    (
      [
        [x + gap, y - height / 2],
        [x - gap - width, y - height / 2],
        [x + gap * 0.7, y - gap * 0.7 - height],
        [x + gap * 0.7, y + gap * 0.7],
        [x - gap * 0.7 - width, y - gap * 0.7 - height],
        [x - gap * 0.7 - width, y + gap * 0.7],
        [x - width / 2, y - gap - height],
        [x - width / 2, y + gap],
      ] as const
    ).map(([left, top]) => ({ x: left, y: top, width, height })),
  );
}

/**
 * A box for every label, in the order given: the first place around its point that stays within the bounds and covers
 * no point, no earlier label and nothing `taken`. Null where there is none: better no label than an unreadable one.
 */
export function placeLabels(
  wanted: readonly Box[],
  points: readonly { readonly x: number; readonly y: number }[],
  bounds: Box,
  taken: readonly Box[],
): (Box | null)[] {
  const blocked = [...taken, ...points.map(({ x, y }) => ({ x: x - 5, y: y - 5, width: 10, height: 10 }))];
  const inside = (box: Box): boolean =>
    box.x >= bounds.x &&
    box.y >= bounds.y &&
    box.x + box.width <= bounds.x + bounds.width &&
    box.y + box.height <= bounds.y + bounds.height;
  return wanted.map((label) => {
    const free = candidates(label).find((box) => inside(box) && blocked.every((other) => overlap(box, other) === 0));
    if (free) blocked.push(free);
    return free ?? null;
  });
}
