import { TYPE_WORDS, type TypeWord } from './type-words';

/** A written name of a zone, taken apart. */
export interface ZoneName {
  readonly written: string;
  /** The zone's own place (临江), without the units above it; '' where none is written. */
  readonly place: string;
  /** What kind of unit the place itself is said to be (市, 县); '' where it is not said. */
  readonly unit: string;
  /** The units above the place, the largest first, as 武汉市. */
  readonly outer: readonly string[];
  /** The family of its type word; null where none is written. */
  readonly family: string | null;
  readonly kind: string | null;
  /** Whether its word is one of whole names, as 高新区 is and 高新 is not. */
  readonly whole: boolean;
  /** The committee or office that was written after the name (党工委组织部); '' where none was. */
  readonly body: string;
  /** Something that is no zone by its name: a part of one (片区), a district, a code. It is only alike itself. */
  readonly other: boolean;
}

const LEVEL = '(?:国家级|国家|省级|省部级|市级|自治区级|部级)';
const HARMLESS_BRACKET = new RegExp(`\\((?:${LEVEL}|筹|筹建|筹备|盖章|公章|章|签章|试行|本级|全称|简称|原)?\\)`, 'gu');
const LEADING_LEVEL = new RegExp(`^${LEVEL}`, 'u');
const TRAILING_LEVEL = new RegExp(`${LEVEL}$`, 'u');

/** A committee or office of the zone, named after it. */
const BODY = new RegExp(
  '(?:两新(?:组织)?(?:综合)?党?工委|党工委|工委|党委|党组|管理委员会|管委会|工作委员会|' +
    '组织人事部|组织部|党群工作部|党群部|党群工作局|党建工作部|党建工作办公室|党建办公室|党建办|组织人事局|' +
    '组织人事处|组织处|办公室|委员会|机关党委|机关)+$',
  'u',
);

/** Parts of a zone, and of a city: such a name is a zone of its own at most. */
const PART = /(?:片区|街道|网格|社区|组团|片|镇|乡|村|街|委|办|局|部|处|室|公司|集团|支部|中心|学校|医院)$/u;
const POINT = '东|西|南|北|中|东南|东北|西南|西北|城东|城西|城南|城北|城中|上|下|内|外|前|后|左|右';
const ORDER =
  '第?[一二三四五六七八九十]{1,2}|\\d{1,2}|[A-Za-z]|首|新|老|旧|核心|起步|启动|先导|先行|拓展|扩展|主|副|建成|中心';
const ONLY_PART = new RegExp(
  `^(?:(?:${POINT}|${ORDER})(?:部|边|侧|号|大)?(?:片区|片|区|分区|园|组团|板块|单元|网格|期|段|线)|.{1,8}(?:片区|网格|组团|板块))$`,
  'u',
);
const DISTRICT = /(?:自治区|自治州|省|市|州|盟|县|旗|区)$/u;

/** How an outer unit ends, and the units that may stand above a place. */
const OUTER =
  /^(?:.{2,7}?(?:自治区|特别行政区|省))?(?:.{2,8}?(?:自治州|地区|市|盟))?(?:.{2,8}?(?:自治县|县|旗|市|区))?/u;
const ONE_OUTER = /.{2,8}?(?:自治区|特别行政区|自治州|自治县|地区|省|市|盟|县|旗|区)/gu;

/** Words that stand where a name should and name no place. */
const NO_PLACE =
  /^(?:其他|其它|全部|全体|合计|小计|总计|总体|全市|全区|全省|全国|无|未知|不详|未注明|本级|市直|区直|省直|市本级|国企|非公)/u;

const HAN = /^\p{Script=Han}+$/u;
const LONGEST_BARE = 6;

/** A name as names are compared: one width, no white space, brackets that say nothing of the zone gone. */
export const plainName = (written: string): string =>
  written
    .normalize('NFKC')
    .replaceAll(/[\s\u200b\ufeff]+/gu, '')
    .replaceAll('〔', '(')
    .replaceAll('〕', ')')
    .replaceAll(/[[【]/gu, '(')
    .replaceAll(/[\]】]/gu, ')')
    .replace(/^中国\((\p{Script=Han}+)\)/u, '$1')
    .replace(HARMLESS_BRACKET, '');

/** Whether a text names a part of a zone and no zone: 北区, 二期, 沿江片区. */
export const isZonePart = (written: string): boolean => ONLY_PART.test(plainName(written));

/** The type word a text ends with; undefined where it ends with none. */
export const typeAtEnd = (text: string): TypeWord | undefined => TYPE_WORDS.find(({ word }) => text.endsWith(word));

interface Place {
  readonly outer: readonly string[];
  readonly place: string;
  readonly unit: string;
}

/** 湖北省武汉市东湖 → 东湖 under 湖北省, 武汉市. Where only units are written the last of them is the place: 武川市. */
function placeOf(text: string): Place {
  const head = OUTER.exec(text)?.[0] ?? '';
  const outer = (head.match(ONE_OUTER) ?? []).map(String);
  // A zone within a zone is not told by its place alone.
  if (outer.join('') !== head || outer.some((unit) => typeAtEnd(unit) !== undefined))
    return { outer: [], place: text, unit: '' };
  const rest = text.slice(head.length);
  if (rest !== '') return { outer, place: rest, unit: '' };
  const last = outer.at(-1);
  const [, own = text, unit = ''] = /^(.{2,}?)(自治县|自治州|地区|省|市|盟|县|旗|区)?$/u.exec(last ?? text) ?? [];
  return { outer: outer.slice(0, -1), place: own, unit };
}

/** Takes a written name apart. What it means beside others is said by {@link zoneBook}. */
export function zoneNameOf(written: string): ZoneName {
  const name = plainName(written).replace(/^中共/u, '').replace(LEADING_LEVEL, '');
  const body = BODY.exec(name)?.[0] ?? '';
  const bare = body === name ? name : name.slice(0, name.length - body.length);
  const type = typeAtEnd(bare);
  const none = { written, place: bare, unit: '', outer: [], family: null, kind: null, whole: false, body, other: true };
  if (type) {
    const before = bare.slice(0, bare.length - type.word.length).replace(TRAILING_LEVEL, '');
    if (before !== '' && !HAN.test(before)) return none;
    const whole = /[区园城]$|中心$|自贸港$|贸易港$/u.test(type.word);
    const { family, kind } = type;
    return { written, ...placeOf(before), family, kind, whole, body, other: false };
  }
  const isPlace = HAN.test(bare) && bare.length >= 2 && bare.length <= LONGEST_BARE;
  if (!isPlace || body === name || NO_PLACE.test(bare) || PART.test(bare) || DISTRICT.test(bare)) return none;
  return { ...none, other: false };
}
