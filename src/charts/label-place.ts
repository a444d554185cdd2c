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
  return [8, 18, 32, 48].flatMap((gap) =>
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
 * neither a point nor an earlier label; where there is none, the one that covers least.
 */
export function placeLabels(wanted: readonly Box[], points: readonly { x: number; y: number }[], bounds: Box): Box[] {
  const placed: Box[] = [];
  const dots = points.map(({ x, y }) => ({ x: x - 5, y: y - 5, width: 10, height: 10 }));
  for (const label of wanted) {
    const held = candidates(label).map((box) => ({
      ...box,
      x: Math.max(bounds.x, Math.min(box.x, bounds.x + bounds.width - box.width)),
      y: Math.max(bounds.y, Math.min(box.y, bounds.y + bounds.height - box.height)),
    }));
    const cost = (box: Box): number =>
      placed.reduce((sum, other) => sum + 4 * overlap(box, other), 0) +
      dots.reduce((sum, dot) => sum + overlap(box, dot), 0);
    const best = held.reduce((least, box) => (cost(box) < cost(least) ? box : least), held[0] ?? label);
    placed.push(best);
  }
  return placed;
}
