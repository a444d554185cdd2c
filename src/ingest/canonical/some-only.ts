import type { SomeOnly } from '../../domain';

/** What a list of some of the organisations says it is about. */
const OF_SOME =
  /换届(?!后)|届满|到期|新(?:建|成立|组建|增)(?:立|的)?(?:两新|非公|企业|基层)?(?:党(?![员费课建])|支部|组织)|拟(?:建|撤|命名|表彰|调整|成立)|撤销|软弱涣散|后进党|(?:示范|先进|优秀|标杆|样板|试点)(?:性|基层)?(?:党|支部)|部分(?:党(?![员费课建])|支部|基层)|抽查|抽样|未换届|(?:未|没有)按期/u;
/** What a register of all of them calls itself, whatever it says beside. */
const OF_ALL = /花名册|名册|名录|基本情况|基本信息|信息(?:表|采集|库)|总表|全部|所有|底册|底数/u;

/** What a list of those honoured with stars says it is. */
const OF_HONOURED = /[四五45]星.*(?:名单|以上|公示)|(?:名单|公示).*[四五45]星|命名|表彰|表扬|授牌/u;

/** Who is rated for the first time, moved, or is only proposed: not all who have a level. */
const OF_MOVED = /新(?:评|晋|增|获|认|定)|晋星|升星|降星|星级晋升|拟评|拟定|申报|推荐/u;

const SAYS: Readonly<Record<SomeOnly, readonly RegExp[]>> = {
  'list-of-some': [OF_SOME],
  'list-of-honours': [OF_HONOURED],
  'counts-of-some': [OF_HONOURED, OF_MOVED],
};

/**
 * Whether a table calls itself one of some organisations only (换届情况表, 五星级党组织名单, 新评定星级情况): what it says of each counts, but nobody
 * is counted by it as all that a zone has, nor is who is not in it gone.
 */
export const isOfSome = (some: SomeOnly, texts: readonly string[]): boolean =>
  texts.some((text) => SAYS[some].some((words) => words.test(text))) && !texts.some((text) => OF_ALL.test(text));
