import { fileWords, titleFacts } from '../cells';

/** What a file says of itself beside others: that it corrects or completes them, and of which day it is. */
export interface Standing {
  readonly mark: 'correction' | 'supplement' | null;
  /** The day it was filled in, and the day it describes; null where it does not say. */
  readonly filled: string | null;
  readonly asOf: string | null;
}

/** Why the values of one file stay before those of another. */
export type Why = 'chosen' | 'marked' | 'dated' | 'loaded';

/** Which of two files that differ counts. */
export type Preference = 'earlier' | 'later';

const SUPPLEMENT = /补报|补充上?报|追报|增报|补录/u;
const CORRECTION =
  /更正|订正|修订|修正|修改(?!意见|说明|记录)|终版|终稿|定稿|最终稿|勘误|重报|改报|更新版|调整后|corrected|correction|revised/iu;
/** What is longer is a sentence about corrections, not the title of one. */
const LONGEST_TITLE = 60;

/** Reads what a file says of itself in its name and in the lines around its tables. */
export function standingOf(path: string, title: readonly string[], notes: readonly string[] = []): Standing {
  const name = fileWords(path);
  const short = title.filter((line) => line.length <= LONGEST_TITLE);
  const text = [name, ...short].join(' ');
  const [head, foot, own] = [titleFacts(title), titleFacts(notes), titleFacts([name])];
  return {
    mark: SUPPLEMENT.test(text) ? 'supplement' : CORRECTION.test(text) ? 'correction' : null,
    filled: head.filled ?? foot.filled,
    asOf: head.asOf ?? own.asOf,
  };
}

const newer = (later: string | null, earlier: string | null): boolean | null =>
  later === null || earlier === null || later === earlier ? null : later > earlier;

/**
 * Which of two files counts where they differ: what the user chose, else the one that says it is a correction, else the
 * one of the later day, else the one loaded later.
 */
export function preferred(
  earlier: Standing,
  later: Standing,
  chosen: Preference | undefined,
): { readonly kept: Preference; readonly why: Why } {
  if (chosen !== undefined) return { kept: chosen, why: 'chosen' };
  if ((earlier.mark === null) !== (later.mark === null))
    return { kept: later.mark === null ? 'earlier' : 'later', why: 'marked' };
  const dated = newer(later.asOf, earlier.asOf) ?? newer(later.filled, earlier.filled);
  if (dated !== null) return { kept: dated ? 'later' : 'earlier', why: 'dated' };
  return { kept: 'later', why: 'loaded' };
}
