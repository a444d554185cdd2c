/** Something that wants to sit at `at` and takes up `size` around it, px. */
export interface Wanting {
  readonly at: number;
  readonly size: number;
}

interface Block {
  members: number[];
  /** Sum of (wanted position − offset in the block), whose mean is the block's best start. */
  wish: number;
  size: number;
  start: number;
}

const settle = (block: Block, low: number, high: number): void => {
  const best = block.wish / block.members.length;
  block.start = Math.max(low, Math.min(best, high - block.size));
};

/**
 * New centres, in the order given, so that nothing overlaps and all stays within `low`…`high`, each as near to where
 * it wanted to be as the others allow. What cannot fit starts at `low` and runs over the end.
 */
export function dodge(items: readonly Wanting[], low: number, high: number): number[] {
  const order = items.map((_, i) => i).sort((a, b) => (items[a]?.at ?? 0) - (items[b]?.at ?? 0) || a - b);
  const blocks: Block[] = [];
  for (const index of order) {
    const item = items[index];
    if (!item) continue;
    let block: Block = { members: [index], wish: item.at - item.size / 2, size: item.size, start: 0 };
    settle(block, low, high);
    for (let last = blocks.at(-1); last && last.start + last.size > block.start; last = blocks.at(-1)) {
      blocks.pop();
      block = {
        members: [...last.members, ...block.members],
        wish: last.wish + block.wish - block.members.length * last.size,
        size: last.size + block.size,
        start: 0,
      };
      settle(block, low, high);
    }
    blocks.push(block);
  }
  const centres = items.map(({ at }) => at);
  for (const block of blocks) {
    let edge = block.start;
    for (const index of block.members) {
      const size = items[index]?.size ?? 0;
      centres[index] = edge + size / 2;
      edge += size;
    }
  }
  return centres;
}
