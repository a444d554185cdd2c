import { chineseInteger, fileWords, titleFacts } from '../cells';

/** What a file says of itself beside others: that it corrects or completes them, and of which day it is. */
export interface Standing {
  readonly mark: 'correction' | 'supplement' | null;
  /** Which correction or supplement it is, where it says: 2 for 二次更正, more than any number for the last. */
  readonly round?: number;
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
const MARKS = `(?:${SUPPLEMENT.source}|${CORRECTION.source})`;
const NUMBER = '[一二两三四五六七八九十]{1,3}|[1-9]\\d?';
/** 二次更正, 第3次修订; 更正2, 修订版（三）, 更正_v2, but no day or period behind it. */
const TIMES = new RegExp(`第?(${NUMBER})次(?:的)?${MARKS}`, 'iu');
const NUMBERED = new RegExp(
  `${MARKS}(?:稿|版|表|件)?[\\s_—-]*[（(]?[第v]?(${NUMBER})(?:稿|版|次)?[)）]?(?![\\d.年月季日半])`,
  'iu',
);
const AGAIN = new RegExp(`再次?${MARKS}`, 'iu');
const LAST = /终版|终稿|定稿|最终/u;
const LAST_ROUND = 100;

/** Which correction a text says it is; null where it gives no number. */
function roundIn(text: string): number | null {
  const [, number] = TIMES.exec(text) ?? NUMBERED.exec(text) ?? [];
  const named = number === undefined ? null : (chineseInteger(number) ?? Number(number));
  const round = (named ?? (AGAIN.test(text) ? 2 : 0)) + (LAST.test(text) ? LAST_ROUND : 0);
  return round > 0 ? round : null;
}

/** What is longer is a sentence about corrections, not the title of one. */
const LONGEST_TITLE = 60;

/** Reads what a file says of itself in its name and in the lines around its tables. */
export function standingOf(path: string, title: readonly string[], notes: readonly string[] = []): Standing {
  const name = fileWords(path);
  const short = title.filter((line) => line.length <= LONGEST_TITLE);
  const text = [name, ...short].join(' ');
  const [head, foot, own] = [titleFacts(title), titleFacts(notes), titleFacts([name])];
  const round = roundIn(text);
  return {
    ...(round !== null && { round }),
    mark: SUPPLEMENT.test(text) ? 'supplement' : CORRECTION.test(text) ? 'correction' : null,
    filled: head.filled ?? foot.filled,
    asOf: head.asOf ?? own.asOf,
  };
}

const newer = (later: string | null, earlier: string | null): boolean | null =>
  later === null || earlier === null || later === earlier ? null : later > earlier;

/**
 * Which of two files counts where they differ: what the user chose, else the one that says it is a correction, the later one of
 * two that number themselves, else the one of the later day, else the one loaded later.
 */
export function preferred(
  earlier: Standing,
  later: Standing,
  chosen: Preference | undefined,
): { readonly kept: Preference; readonly why: Why } {
  if (chosen !== undefined) return { kept: chosen, why: 'chosen' };
  if ((earlier.mark === null) !== (later.mark === null))
    return { kept: later.mark === null ? 'earlier' : 'later', why: 'marked' };
  const [first, second] = [earlier.round ?? 1, later.round ?? 1];
  if (earlier.mark !== null && first !== second) return { kept: second > first ? 'later' : 'earlier', why: 'marked' };
  const dated = newer(later.asOf, earlier.asOf) ?? newer(later.filled, earlier.filled);
  if (dated !== null) return { kept: dated ? 'later' : 'earlier', why: 'dated' };
  return { kept: 'later', why: 'loaded' };
}
