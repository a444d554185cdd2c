import { TYPE_WORDS, namesAlone } from './type-words';
import { plainName, zoneNameOf } from './zone-name';

const WORDS = TYPE_WORDS.map(({ word }) => word).filter((word) => /[区园港城]$|中心$/u.test(word));
/** A run of characters that ends with the name of a type of zone. */
const TYPED = new RegExp(`(\\p{Script=Han}{0,16}?)(${WORDS.join('|')})`, 'gu');

/** Days, quarters and years, which stand before a name without being part of it. */
const TIMES =
  /(?:\d{2,4}|[〇零一二三四五六七八九]{4})年(?:度)?|第?[一二三四1-4]季度|[上下]半年|\d{1,2}月(?:份)?|\d{1,2}[日号]|(?:年|季|月)度/gu;

/** What a name in a title follows. */
const BEFORE =
  /^.*(?:填报单位|报送单位|上报单位|填表单位|单位名称|单位|关于|印发|转发|附件|附表|中共|呈报|上报|报送|报表|汇总|台账|所在|所属|有关|相关|以及|[的：:、，。])/u;

/** All zones, or none in particular. */
const ALL =
  /(?:全部|全市|全省|全国|全州|各类?|各个|各级|本|我|所属|所在|上述|其他|其它|有关|相关|市内|辖区|每个|多个|两个|\d+个|若干)$/u;
const ALL_BEGIN =
  /^(?:全部|全市|全省|全国|全州|各|本|我市|我省|我区|上述|其他|其它|每个|多个|两个|若干|市级各|省级各)/u;
/** Work on a zone or a kind of work, not its name. */
const WORK =
  /(?:建设|创建|推进|争创|打造|加快|发展|申报|升级|改革|先行|引领|创新驱动|文明|党建|先锋|服务|教育|更新|廉政|实践)$/u;

interface InText {
  readonly name: string;
  /** Whether it says its place, too. */
  readonly complete: boolean;
}

/** Every name of a zone that stands in a text, in its order. */
function namesIn(text: string): InText[] {
  const found: InText[] = [];
  for (const [, run = '', word = ''] of plainName(text.replace(/[_\-—–/\\|]/gu, '，'))
    .replace(TIMES, '，')
    .matchAll(TYPED)) {
    const before = run.replace(BEFORE, '');
    if (ALL.test(before) || ALL_BEGIN.test(before) || WORK.test(before)) continue;
    const name = `${before}${word}`;
    const { place, family, other } = zoneNameOf(name);
    if (other || family === null) continue;
    if (place.length >= 2) found.push({ name, complete: true });
    // One sign before the type is no place but a list number: 六综保区.
    else if (before.length <= 1 && namesAlone(family)) found.push({ name: word, complete: false });
  }
  return found;
}

/**
 * The zone that texts speak of, the first text first: one that says place and type wherever it stands, else one that says its
 * type alone (综保区). Null where no text says one. A zone's own name stands for it whatever its committee is called.
 */
export function zoneInTexts(texts: readonly string[]): string | null {
  const names = texts.flatMap(namesIn);
  return (names.find(({ complete }) => complete) ?? names[0])?.name ?? null;
}
