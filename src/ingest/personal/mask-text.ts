import { IDENTITY_MARK, MARK } from '../cells/masked';
import type { ColumnUse } from '../match/column-use';
import { halfWidth } from './folded-text';
import { FREQUENT_SURNAMES } from '../match/person-words';
import { GIVEN_CHARS } from './given-names';
import { nameSpans, readsLikeName } from './name-spans';
import { numberSpans } from './number-spans';
import { REACHED_BY, ROLES } from './person-roles';
import { JOINT, type PersonalKind, type Span } from './span';

/** A text without what was personal in it, and the kinds of what was. */
export interface Masked {
  readonly text: string;
  readonly kinds: readonly PersonalKind[];
}

const WORDS = [
  `(?:党员|分子|对象|职工|群众)[${FREQUENT_SURNAMES}欧司上诸公]`,
  '(?:核对|校对|对接|申请|登记|采集|建档|见证|来访|反映|举报|投诉|整理|值班|监督)[人员:：]',
  `[由请经让][${FREQUENT_SURNAMES.replaceAll(/[于常]/gu, '')}欧司上诸公]`,
  '代缴|代交|代办|代领|代签|代填|保管|提供|整理|办理|讲课|牵头|督办|包联|包抓',
  '[〇零○一幺二三四五六七八九]{11}',
  `[(（][${FREQUENT_SURNAMES}][${GIVEN_CHARS}]{1,2}[)）]`,
  '[@＠]|书记|支书|主任|委员|部长|局长|处长|科长|所长|站长|队长|组长|会长|书长|事长|院长|校长|厂长|村长|店长|行长|楼长|主席|经理|总裁|负责|联系|联络|领导|责任人|牵头人|承办人|填表|填报|制表|报表人|报送|上报|报告人|统计员|统计人|统计[:：]|录入|审核|复核|审批|批准|编制|校对|签发|审签|经办|经手|交表人|收表人|签收|接收|领取人|签字|签名|记录|主持|主讲|授课|宣讲|汇报|谈话|整改人|督办人|验收人|培养人|介绍人|指导员|组织员|专干|党务|带头人|带队|网格员|法定代表|法人|户主|帮扶|结对人|代表人|成员|支委|参会|参加人|列席|出席|缺席|请假|走访人|检查人|慰问|姓[ 　]?名|名单|党员[:：]|班子|培养|分子[:：]|对象[:：]|同志|先生|女士|老师|电话|手机|座机|传真|短号|身份证|证件|护照|微信|邮箱|[Tt][Ee][Ll]|[Pp]hone|PHONE|[Mm]obile|[Cc]ell|[Ff]ax|[Cc]ontact|[Ss]ecretary|[Ll]eader|[Mm]anager|ed by|[Ff]ull name|[Qq][Qq]|[Ww]echat|[Vv][Xx]|[Ww][Xx]|[Ww]eixin',
].join('|');
/**
 * What every personal stretch has one of, in the syntax that the page and the database have in common: ten figures in a row, an
 * at sign, or a word for a role or a telephone. It finds too much, never too little.
 */
export const TELLING = `(?:[0-9０-９*xX×][^0-9０-９A-Za-z一-龥]*){10}|${WORDS}`;
const TELLING_WORD = new RegExp(WORDS);

/** Whether a sign stands for a figure: * x X ×. */
const isSign = (code: number): boolean => code === 42 || code === 120 || code === 88 || code === 215;

const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** Whether {@link TELLING} is found; partly by hand, since every cell is asked. */
function tells(text: string): boolean {
  let run = 0;
  let hasWords = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x4e00 && code <= 0x9fa5) {
      run = 0;
      hasWords = true;
      continue;
    }
    if ((code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19) || isSign(code)) run += 1;
    else if (isLetter(code)) run = 0;
    if (run === 10) return true;
    hasWords ||= code > 127 || code === 64 || isLetter(code);
  }
  return hasWords && TELLING_WORD.test(text);
}

/** The shortest text with anything personal in it: 支书张某. */
const SHORTEST = 4;

const NO_KINDS: readonly PersonalKind[] = [];

const isSuspect = (text: string): boolean => text.length >= SHORTEST && tells(text);

/** Spans in order, those that run into each other as one of the first's kind. */
function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = result.at(-1);
    if (last && span.from < last.to) result[result.length - 1] = { ...last, to: Math.max(last.to, span.to) };
    else result.push(span);
  }
  return result;
}

const ROLE_OR_LABEL = `(?:${ROLES}|${REACHED_BY}|同志|先生|女士)`;
const LEFTOVER = String.raw`(?:\*|${ROLE_OR_LABEL}|[\s,，、;；:：/.。_\-—+…]|\d{1,8}(?:…|\.{2,}))`;
/** A bracket that says who somebody is and nothing else: （书记*** ***）. */
const BRACKET = new RegExp(String.raw`[(（【\[](?=[^()（）【】\[\]]*\*{3})${LEFTOVER}*[)）】\]]`, 'gu');
const TAIL = new RegExp(
  String.raw`(?:[\s,，、;；/_—|-]+(?:${ROLE_OR_LABEL}[\s:：]*)*|(?<=党委|工委|支部|总支|委员会|党组|公司|街道|社区|中心)(?:${ROLE_OR_LABEL}[\s:：]*)+)\*{3,}(?:${LEFTOVER})*$`,
  'u',
);

const NOTHING_ELSE = new RegExp(`^${LEFTOVER}*$`, 'u');

/** No name of a body is longer; a longer text keeps its marks. */
const LONGEST_NAME = 300;

/** Takes out what only said who somebody is, so that 某党委（书记***） is 某党委 whoever the secretary was. */
function withoutWho(text: string): string {
  const open = text.replace(BRACKET, '');
  const rest = NOTHING_ELSE.test(open) ? text : open;
  const cut = rest.replace(TAIL, '');
  return NOTHING_ELSE.test(cut) || /[:：]\s*$/u.test(cut) ? rest : cut;
}

/** Longer texts are looked at a piece at a time, so that no text takes long. */
const PIECE = 1000;
/** How far pieces overlap: longer than anything personal. */
const OVERLAP = 80;

function spansOf(text: string, use: ColumnUse): Span[] {
  const folded = halfWidth(text);
  const spans: Span[] = [];
  for (let at = 0; at === 0 || at + OVERLAP < text.length; at += PIECE) {
    const piece = folded.slice(at, at + PIECE + OVERLAP);
    const numbers = numberSpans(piece, use);
    for (const { from, to, kind } of [...numbers, ...nameSpans(piece, numbers)])
      spans.push({ from: at + from, to: at + to, kind });
  }
  return merged(spans);
}

function replaced(text: string, spans: readonly Span[]): string {
  let result = '';
  let at = 0;
  for (const { from, to, kind } of spans) {
    // One mark for a name and the telephone right behind it: two would be that of an identity number.
    const isBeside = from === at && result.endsWith(MARK);
    result += text.slice(at, from) + (isBeside ? '' : kind === 'identity' ? IDENTITY_MARK : MARK);
    at = to;
  }
  return result + text.slice(at);
}

/** What was masked may have hidden what stands beside it; more than a few rounds are never needed. */
const ROUNDS = 8;

/** Replaces telephones, identity numbers, addresses to write to and names that their surroundings give away by marks. */
export function markText(text: string, use: ColumnUse = 'text'): Masked {
  const kinds: PersonalKind[] = [];
  let marked = text;
  for (let round = 0; round < ROUNDS; round += 1) {
    if (!isSuspect(marked)) break;
    const spans = spansOf(marked, use);
    if (spans.length === 0) break;
    kinds.push(...spans.map(({ kind }) => kind));
    marked = replaced(marked, spans);
  }
  return { text: marked, kinds };
}

/** As {@link markText}, and without the brackets and endings that then say nothing but who somebody was. Applying it twice changes nothing. */
export function maskText(text: string, use: ColumnUse = 'text'): Masked {
  if (!isSuspect(text)) return { text, kinds: NO_KINDS };
  let masked = markText(text, use);
  if (masked.kinds.length === 0 || masked.text.length > LONGEST_NAME) return masked;
  // What stood apart may stand together once a bracket is gone.
  for (let round = 0; round < ROUNDS; round += 1) {
    const rest = withoutWho(masked.text);
    const again = markText(rest, use);
    masked = { text: again.text, kinds: [...masked.kinds, ...again.kinds] };
    if (again.kinds.length === 0) break;
  }
  return masked;
}

/** The cells of one record that stand side by side without a header over them: 填表人 in one cell, the name in the next. */
export function maskCells(cells: readonly string[]): string[] {
  const joined = cells.join(JOINT);
  const { text, kinds } = markText(joined);
  const parts = text.split(JOINT);
  return kinds.length === 0 || parts.length !== cells.length ? [...cells] : parts;
}

/** 应签数, 应缴额: a surname, and yet no name. */
const OF_COUNTS = /^应.*[数额]$/u;

/** A line of a file nothing is known of yet: fields that read like a name are masked too. */
export function maskLine(line: string): string {
  const { text } = markText(line);
  return text.replace(/[^,;\t|"，；]+/gu, (field) => {
    const word = field.trim();
    return readsLikeName(word) && !OF_COUNTS.test(word) ? MARK : field;
  });
}
