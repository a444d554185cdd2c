/** The part of a long list that has to be drawn: rows `from` up to but not including `to`, and the space before and after. */
export interface Slice {
  readonly from: number;
  readonly to: number;
  readonly before: number;
  readonly after: number;
}

/** Rows drawn beyond the edges, so that a fast scroll shows no gap. */
const MARGIN = 12;

/** The slice of `count` rows of equal `height` that a viewport of `view` pixels scrolled to `top` shows. */
export function sliceOf(count: number, height: number, top: number, view: number): Slice {
  // A list that became shorter is not scrolled as far as it was.
  const furthest = Math.max(0, count * height - view);
  const first = Math.floor(Math.min(Math.max(0, top), furthest) / height);
  const from = Math.max(0, first - MARGIN);
  const to = Math.min(count, first + Math.ceil(view / height) + MARGIN);
  return { from, to, before: from * height, after: (count - to) * height };
}
