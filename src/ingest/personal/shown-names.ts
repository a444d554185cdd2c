import { freeName } from '../../domain';
import { MARK } from '../cells/masked';
import { COMPOUND, FREQUENT_SURNAMES } from '../match/person-words';
import { isPlainName } from './given-names';
import { markText } from './mask-text';
import { readsLikeName } from './name-spans';

const PARTS = /([\s_\-—–()（）【】[\]+&,，、.;；\d]+)/u;
/** What is said behind the name of who made a file: 张伟报. */
const MADE_BY = /(?:报送|上报|填报|整理|更新|修改|提交|汇总|报|填|制|版|改|发)$/u;
/** Places are called like persons: 金山, 张江, 陆家嘴. */
const LIKE_A_PLACE =
  /^\p{Script=Han}家|[山州江河湖海港湾岭阳城园新桥泉驿宁安平东西南北中川浦塘沙口门关庄店堡林溪洲岛原坪坝峡陵丘水源堂台湖滩]$/u;
const LONGEST_GIVEN = 3;

/** Whether a part of a file's name is a person's: a frequent surname and one or two characters that end no place; the first part may be a place of two. */
function isPerson(part: string, at: number): boolean {
  const name = part.replace(MADE_BY, '');
  const text = name.length >= 2 ? name : part;
  if (LIKE_A_PLACE.test(text) || !readsLikeName(text)) return false;
  if (COMPOUND.test(text)) return true;
  return FREQUENT_SURNAMES.includes(text.charAt(0)) && (text.length === LONGEST_GIVEN || at > 0 || isPlainName(text));
}

/** What a file is about, right behind the name of who made it: 王芳企业覆盖台账. */
const ABOUT =
  /^(?:企业|两新|非公|党|支部|组织|覆盖|台账|台帐|花名册|名册|星级|考核|整改|三会|报表|统计|汇总|情况|责任书|负责|整理|上报|填报)/u;

/** A part without the name it begins with. */
function withoutFirst(part: string): string {
  const length = [3, 2].find((n) => isPlainName(part.slice(0, n)) && ABOUT.test(part.slice(n)));
  return length === undefined ? part : MARK + part.slice(length);
}

/** The name of a file or folder without names of persons that stand in it alone: 台账（张伟）. */
function withoutPersons(name: string): string {
  return name
    .split(PARTS)
    .map((part, at) => (isPerson(part, at) ? MARK : withoutFirst(part)))
    .join('');
}

/** A path without the personal parts of its names. */
export function maskedPath(path: string): string {
  return path
    .split(/([\\/])/u)
    .map((part) => withoutPersons(markText(part).text))
    .join('');
}

/** The names of a file's sheets as they are shown: without what is personal, and still different from each other. */
export class ShownNames {
  private readonly shown = new Map<string, string>();
  private last: readonly [string, string] | null = null;

  /** The shown name of a sheet; the same however often it is asked for. */
  of(name: string): string {
    if (this.last?.[0] === name) return this.last[1];
    const shown = this.shown.get(name) ?? this.beside(maskedPath(name));
    this.shown.set(name, shown);
    this.last = [name, shown];
    return shown;
  }

  private beside(name: string): string {
    const taken = new Set(this.shown.values());
    return freeName(name, '', (shown) => taken.has(shown));
  }
}
