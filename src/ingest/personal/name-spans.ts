import { COMPOUND, FREQUENT_SURNAMES, SURNAMES } from '../match/person-words';
import { beginsWithWord } from './common-words';
import { isPlainName } from './given-names';
import { ACTS, AFTER_NAME, PEOPLE, REACHED_BY, ROLES, SIGNED, TOLD_OF } from './person-roles';
import type { Span } from './span';

const HAN = String.raw`\p{Script=Han}`;
/** A character of a name; the signs stand for one that was left out (张某某, 李××, 王*). */
const CHAR = String.raw`[\p{Script=Han}〇○×*＊Xx]`;
const SPACE = String.raw`[\s\u001f]`;
const ROLE = `(?:${ROLES})`;
const COLON = `${SPACE}*[:：]${SPACE}*`;
/** What may stand between a role and its name besides a colon. */
const BETWEEN = String.raw`(?:${SPACE}{1,4}|[\-—–_/]|[(（【\[]${SPACE}*|(?:同志|为|是|由)${SPACE}*)`;
const NEXT = String.raw`(?=$|[^\p{Script=Han}]|${AFTER_NAME}|${TOLD_OF}|${ROLE}|${REACHED_BY})`;

/** A name of two or three characters, padded or not; one of four has a surname of two. */
const NAME = String.raw`(?:${HAN}[ \u3000]{1,3}${HAN}(?!${HAN})|${CHAR}{2,4}?)${NEXT}`;
const FOREIGN = String.raw`${HAN}{2,6}(?:[·•]${HAN}{2,6})+`;
const LATIN = String.raw`[A-Z][a-z]+(?:[ \t-][A-Z][a-z]+){0,2}`;

const WITH_COLON = new RegExp(
  String.raw`(?<role>${ROLE}|(?<!${HAN})(?:${ACTS}))(?:签字|签名|签章)?(?:[(（][^()（）]{1,12}[)）])?${COLON}(?<name>${FOREIGN}|${NAME}|${LATIN})`,
  'gu',
);
const BESIDE = new RegExp(
  String.raw`(?:${ROLE}(?:${BETWEEN})?|(?<!${HAN})(?:${SIGNED})${SPACE}{1,4})(?<name>${FOREIGN}|${NAME})`,
  'gu',
);
/** 党员张三未交党费, 积极分子李四、王五长期失联: people that something is told of. */
const AMONG = new RegExp(
  String.raw`(?:${PEOPLE})(?=[${FREQUENT_SURNAMES}]|${COMPOUND.source.slice(1)})(?<name>${NAME})`,
  'gu',
);
const LIST_ON = new RegExp(
  String.raw`^(?:${SPACE}*[、，,；;和与及/]${SPACE}*|${SPACE}{1,3})(?<name>${FOREIGN}|${NAME})`,
  'u',
);
/** 张某某同志, 李某某书记, 王某某（主任）: the name is all that stands before. */
const BEFORE_ROLE = new RegExp(
  String.raw`(?:(?<!${HAN})|(?<=[请由派让与及给找]))(?![请由派让与及给找])(?<name>${CHAR}{2,4}?)(?:(?:同志|先生|女士|老师)(?!们)|(?:支部|党委|总支)?(?:书记|副书记|支书|主任)(?=$|[^\p{Script=Han}]|${AFTER_NAME})|[(（](?:${ROLE})[)）])`,
  'gu',
);
/** 由张某某代缴, 请张某某负责; 张某某记录: somebody who did something for all to see. */
const DID =
  '代缴|代交|代办|代领|代签|代填|保管|负责|办理|提供|整理|填报|制表|记录|主持|主讲|授课|讲课|牵头|督办|包联|包抓|帮扶';
const BY = new RegExp(String.raw`(?<=[由请经让])(?<name>${CHAR}{2,3}?)(?=${DID})`, 'gu');
const DONE_BY = new RegExp(String.raw`(?<!${HAN})(?<name>${CHAR}{2,3}?)(?=(?:${DID})(?:$|[^\p{Script=Han}]))`, 'gu');
/** 段长, 店员: posts, whoever holds them. */
const POST = /[长员人工]$/u;
/** 某支部（张某）, 某开发区（张主任）: in brackets behind a body. */
const IN_BRACKET =
  /(?<=支部|党委|总支|委员会|党组|工委|公司|开发区|高新区|经开区|园区|园|街道|社区)[(（](?<name>\p{Script=Han}{2,3})[)）]/gu;
const TITLED =
  /[(（](?<name>\p{Script=Han})(?=(?:副?(?:主任|书记|部长|局长|处长|科长|主席|经理|总监|会长|秘书长)|总|工|老师)[)）])/gu;
const ENGLISH =
  /(?<![A-Za-z])(?:contact(?: person)?|secretary|leader|manager|prepared by|reviewed by|full name)\s*[:：]\s*(?<name>[A-Z][a-z]+(?:[ \t][A-Z][a-z]+){0,2}|\p{Script=Han}{2,4})/giu;
const LABEL = String.raw`(?:${REACHED_BY})`;
/** Around a telephone or an identity number that was found. */
const BEFORE_NUMBER = new RegExp(
  String.raw`(?<!${HAN})(?<name>${CHAR}{2,4})(?:${SPACE}|[:：,，、;；/(（\-—]|${LABEL}){0,6}$`,
  'u',
);
/** The same in running text, where only a surname shows where the name begins: 由王小明138…负责, 党员韩雪（3301…）. */
const ENDS_BEFORE_NUMBER = new RegExp(
  String.raw`(?<text>${HAN}{2,12})(?:${SPACE}|[:：,，、;；/(（\-—]|${LABEL}){0,6}$`,
  'u',
);
const BEHIND_NUMBER = new RegExp(String.raw`^(?:${SPACE}|[,，、/()（）\-—]){0,3}(?<name>${CHAR}{2,4})(?!${HAN})`, 'u');

/** Endings of bodies and places, which are no names. */
const BODY = /[部处科局委会社厂店园校院所站室办组队司区街镇乡村县市省中心单位集团银行支行党团库]$/u;
/** Words that begin like a name. */
const WORDS =
  /^(?:[已未不无待按由在是否]|顾[虑问客]|尚[未无缺不待]|应[付对届由]|曾[任经]|原[任因则]|来[自访电源]|位[于置]|支[持付]|申[请报诉]|施[工行策]|强[调]|宣[传讲布]|高[度新质效级校层端标]|任[职期命免何务教]|方[面案式法针]|安[全排置徽徽保]|常[务委州态年设规]|关[于心爱注系键工]|成[员立效果都为本绩]|金[融额属华]|时[间任候]|应[到当该急建出参]|全[体部市区面省县年国员覆程]|能[力源够]|向[上下全]|于[是]|和[谐平]|计[划生算]|查[看找]|单[位独项]|项目|万[元人名户]|党[员委建支组费小政校务群总工的课史]|文[化件明书旅]|强[化基调]|温[暖州]|明[确年]|包[联保片抓]|连[续任]|路[线径]|平[时均台]|江[苏西北东南]|黄[河]|钱[款]|谈[话心]|郑州|苏州|徐州|柳州|马[上克]|严[格肃重]|车[间辆]|房[屋产]|台[账]|宁[波夏]|管[委理]|纪[委检律工]|经[济费委营办]|代[表码]|国[家企有资]|组[织建]|教[育]|学[习院]|水[平利务]|司[法]|农[村业]|海[南]|广[东西场]|支[部委书]|总[支数]|书记|主[任持题]|委员|同[志上左前]|通[过知]|合[格计]|已[配建设]|未[配建设定]|待[定配]|暂[缺无]|空[缺]|兼[任职]|专[职人]|本[人级]|见[附]|无[此]?$|其[他中它]|每[月季年]|以[上下及]|按[照月季]|经[手办]|牵[头]|负责|联[系络]|电话|手机|微信|传真|邮箱|日期|时间|年[月龄]|姓名|性别|职[务责]|单位|部门|签[字名收]|审[核批]|复核|填[表报]|制表|盖章|公章|备注|说明|情况|汇报|讲[话课]|会议|到[会位]|参[加会]|带[头队领]|深入|落实|述[职]|考[核评]|评[议价]|人[员数大]|数[量据]|若干|各[级单]|有[关无]|所[有在]|具体|相关|主要|重点|工[作会委]|开[展发会]|建[设立])/u;
const INSIDE = /书记|主任|委员|党员|党委|支部|同志|干部|领导|人员|单位|公司|企业|会议|工作|开发|街道|社区|中心/u;
const LEFT_OUT = /[某×〇○*＊Xx]/u;

const bare = (name: string): string => name.replace(/[\s\u3000]+/gu, '');

function hasSurname(name: string): boolean {
  if (COMPOUND.test(name)) return name.length >= 3;
  return (SURNAMES.has(name.charAt(0)) || name.startsWith('某')) && name.length <= 3;
}

type Evidence = 'colon' | 'beside' | 'attached';

/** Whether a text that stands where a name would is one. */
function isName(raw: string, evidence: Evidence, isNoun = true): boolean {
  const name = bare(raw);
  if (/[·•A-Za-z]/u.test(name) && !/[Xx]/u.test(name)) return true;
  if (name.length < 2 || WORDS.test(name) || INSIDE.test(name)) return false;
  if (LEFT_OUT.test(name.slice(1)) && /^\p{Script=Han}/u.test(name)) return hasSurname(name) || /^某/u.test(name);
  if (!/^\p{Script=Han}+$/u.test(name) || BODY.test(name)) return false;
  if (hasSurname(name)) return evidence !== 'attached' || COMPOUND.test(name) || !beginsWithWord(name);
  return evidence === 'colon' && isNoun && name.length <= 3;
}

/** Whether a whole text may be a person's name. */
export const readsLikeName = (text: string): boolean => isName(text, 'attached') && hasSurname(bare(text));

function spanOf(match: RegExpMatchArray, offset = 0): Span | null {
  const name = match.groups?.name;
  if (name === undefined) return null;
  const from = offset + (match.index ?? 0) + match[0].lastIndexOf(name);
  return { from, to: from + name.length, kind: 'name' };
}

/** The names that follow a name in a list: 、李某某、王某某. */
function* listFrom(text: string, at: number): Generator<Span> {
  for (let from = at; ;) {
    const match = LIST_ON.exec(text.slice(from, from + 24));
    const span = match && spanOf(match, from);
    if (!match || !span || !isName(match.groups?.name ?? '', 'attached')) return;
    yield span;
    from = span.to;
  }
}

/** The name at the end of running text before a number. */
function nameAtEnd(text: string, offset: number): Span | null {
  const match = ENDS_BEFORE_NUMBER.exec(text);
  const words = match?.groups?.text?.replace(new RegExp(`(?:${LABEL})+$`, 'u'), '') ?? '';
  for (const length of [4, 3, 2]) {
    const name = words.slice(-length);
    if (name.length < length || !isName(name, 'attached') || !hasSurname(name)) continue;
    const from = offset + (match?.index ?? 0) + words.length - length;
    return { from, to: from + length, kind: 'name' };
  }
  return null;
}

/** Names of persons that what stands around them gives away; `numbers` are the telephones and numbers found in the text. */
export function nameSpans(text: string, numbers: readonly Span[]): Span[] {
  const spans: Span[] = [];
  const take = (match: RegExpMatchArray, evidence: Evidence, isNoun = true, offset = 0): void => {
    const span = spanOf(match, offset);
    if (!span || !isName(match.groups?.name ?? '', evidence, isNoun)) return;
    spans.push(span, ...listFrom(text, span.to));
  };
  const noun = new RegExp(`^${ROLE}$`, 'u');
  for (const match of text.matchAll(WITH_COLON))
    take(match, 'colon', noun.test(match.groups?.role ?? '') && !/书记|主任|成员|名单/u.test(match.groups?.role ?? ''));
  for (const match of text.matchAll(BESIDE))
    take(match, /[\s\u001f(（【[/—–_-]/u.test(match[0]) ? 'beside' : 'attached');
  for (const match of text.matchAll(BEFORE_ROLE)) take(match, 'attached');
  for (const match of text.matchAll(AMONG)) take(match, 'attached');
  for (const pattern of [BY, DONE_BY])
    for (const match of text.matchAll(pattern)) if (!POST.test(match.groups?.name ?? '')) take(match, 'attached');
  for (const match of text.matchAll(IN_BRACKET)) if (isPlainName(match.groups?.name ?? '')) take(match, 'beside');
  for (const match of text.matchAll(TITLED)) {
    const span = SURNAMES.has(match.groups?.name ?? '') ? spanOf(match) : null;
    if (span) spans.push(span);
  }
  for (const match of text.matchAll(ENGLISH)) take(match, 'colon');
  for (const { from, to, kind } of numbers) {
    if (kind === 'contact') continue;
    const at = Math.max(0, from - 24);
    const before = BEFORE_NUMBER.exec(text.slice(at, from));
    const isWhole = before !== null && isName(before.groups?.name ?? '', 'beside');
    const atEnd = isWhole ? null : nameAtEnd(text.slice(at, from), at);
    if (isWhole) take(before, 'beside', true, at);
    if (atEnd) spans.push(atEnd);
    const behind = BEHIND_NUMBER.exec(text.slice(to, to + 12));
    if (behind) take(behind, 'beside', true, to);
  }
  return spans;
}
