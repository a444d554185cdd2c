import { type Absence, type LeftOut, type ScopeEffect, type ScopeJump, rateOf } from '../cube';
import { type Locale, NOT_STATED, decimalText, splitCategory, statedOf } from '../domain';
import type { Change } from './change';
import { ruledText } from './rule-changes';
import type { NameOf } from './sentence';
import { inProse, countText, joinNames, movedTextOf, percentText, someNames, valueText } from './words';

/** Names given before the rest is only counted. */
const NAMED = 3;

function names(keys: readonly { zone: string; committee?: string }[], nameOf: NameOf, locale: Locale): string {
  const told = [...new Set(keys.map((key) => nameOf(key)))].filter((name) => name !== '');
  return someNames(told, NAMED, locale);
}

const WHY: Readonly<Record<Absence, readonly [string, string]>> = {
  'not-now': ['未报送', 'did not report'],
  'not-before': ['对比期未报送', 'did not report in the earlier period'],
  'nothing-due': ['有一期无数据', 'had nothing to count in one of the periods'],
  'other-category': ['只比两期都有的类别', 'could be compared only on what both periods have'],
  'other-items': ['两期报送的会议不同', 'reported different meetings in the two periods'],
  'other-committees': ['两期报送的党委不同', 'had other committees report in the two periods'],
  withheld: ['数小不列', 'had too few to tell'],
};

/** A committee that is there once may be new or gone, what states no zone is nobody: that is told, not that it failed to report. */
const ONCE: Partial<Record<Absence, readonly [string, string]>> = {
  'not-now': ['本期无数', 'had no figure this time'],
  'not-before': ['对比期无数', 'had no figure in the earlier period'],
};

/** The categories left out, where they are few: 不计党小组会. */
function kindsText(left: readonly LeftOut[], locale: Locale): string {
  const kinds = [...new Set(left.flatMap(({ categories = [] }) => categories))];
  if (kinds.length === 0 || kinds.length > NAMED) return '';
  const named = joinNames(
    kinds.map((category) =>
      splitCategory(category)
        .map((part) => inProse(valueText(part, locale), locale))
        .join(locale === 'zh' ? '' : ' '),
    ),
    locale,
  );
  return locale === 'zh' ? `，不计${named}` : `, without ${named}`;
}

/** Who is in no comparison, and why: 南屏未报送. */
export function leftText(left: readonly LeftOut[], nameOf: NameOf, locale: Locale): string[] {
  return (Object.keys(WHY) as Absence[]).flatMap((why) => {
    const own = left.filter((one) => one.why === why);
    if (own.length === 0) return [];
    const zones = own.filter(({ zone, committee }) => committee === undefined && zone !== NOT_STATED);
    const parts = own.filter((one) => !zones.includes(one));
    const space = locale === 'zh' ? '' : ' ';
    const at = locale === 'zh' ? 0 : 1;
    return [
      ...(zones.length > 0
        ? [`${names(zones, nameOf, locale)}${space}${WHY[why][at]}${kindsText(zones, locale)}`]
        : []),
      ...(parts.length > 0 ? [`${names(parts, nameOf, locale)}${space}${ONCE[why]?.[at] ?? WHY[why][at]}`] : []),
    ];
  });
}

/** Which zones report other meetings than before: 济源增报党小组会. */
function itemsText({ items }: Change, nameOf: NameOf, locale: Locale): string[] {
  const zh = locale === 'zh';
  return items.map(({ zone, added, dropped }) => {
    const listed = (own: readonly string[]): string =>
      joinNames(
        own.map((item) => inProse(valueText(item, locale), locale)),
        locale,
      );
    const parts = [
      ...(added.length > 0 ? [zh ? `增报${listed(added)}` : `now reports the ${listed(added)} as well`] : []),
      ...(dropped.length > 0 ? [zh ? `不再报${listed(dropped)}` : `no longer reports the ${listed(dropped)}`] : []),
    ];
    return `${nameOf({ zone })}${zh ? '' : ' '}${parts.join(zh ? '、' : ' and ')}`;
  });
}

/** A base that leapt: 青岚底数由 208 变为 318; of a part only, where the rest is in one of the periods only. */
export function jumpText({ zone, from, to, part }: ScopeJump, nameOf: NameOf, locale: Locale): string {
  const name = nameOf({ zone });
  if (locale === 'zh') return `${name}${part ? '可比部分的' : ''}底数由 ${countText(from)} 变为 ${countText(to)}`;
  const base = part ? `the comparable part of the base of ${name}` : `the base of ${name}`;
  return `${base} went from ${countText(from)} to ${countText(to)}`;
}

const signed = (points: number, digits: number): string => {
  const text = decimalText(Math.abs(points), digits);
  return Number(text) === 0 ? text : `${points > 0 ? '+' : '−'}${text}`;
};

/** The most digits the two parts of a change are shown with. */
const MOST_DIGITS = 3;

/** The two parts of a change with so many digits that they add up to the change as it is stated beside them. */
function partsText({ scope, rate }: ScopeEffect, moved: string): { scope: string; rate: string } {
  // “Unchanged” says that nothing shows in the first decimal.
  const stated = /\d+(?:\.\d+)?/u.exec(moved)?.[0] ?? '0.0';
  const places = stated.split('.')[1]?.length ?? 0;
  const shown = (points: number, digits: number): number => Number(signed(points, digits).replace('−', '-'));
  const adds = (digits: number): boolean =>
    decimalText(Math.abs(shown(scope, digits) + shown(rate, digits)), Math.max(places, digits)) ===
      decimalText(Number(stated), Math.max(places, digits)) ||
    (digits > places && decimalText(Math.abs(shown(scope, digits) + shown(rate, digits)), places) === stated);
  let digits = 1;
  while (digits < MOST_DIGITS && !adds(digits)) digits += 1;
  return { scope: signed(scope, digits), rate: signed(rate, digits) };
}

function scopeText({ scope, effect }: Change, moved: string, nameOf: NameOf, locale: Locale): string {
  if (scope.length === 0) return '';
  const jumps = joinNames(
    scope.map((jump) => jumpText(jump, nameOf, locale)),
    locale,
  );
  if (effect === null)
    return locale === 'zh' ? `${jumps}，两期不宜直接相比` : `${jumps}, so the two periods cannot be compared`;
  const parts = partsText(effect, moved);
  return locale === 'zh'
    ? `${jumps}，底数变化影响 ${parts.scope} 个百分点，其余影响 ${parts.rate} 个百分点`
    : `${jumps}: of the change, ${parts.scope} points are due to that, ${parts.rate} to the others`;
}

/** Committees that only one of the periods has, where the zone is compared whole all the same: on what that rests is said. */
function rearrangedText({ rearranged }: Change, nameOf: NameOf, locale: Locale): string {
  if (rearranged.length === 0) return '';
  const who = names(rearranged, nameOf, locale);
  if (locale === 'zh') return `${who}仅一期有数，按机构调整、整个园区相比`;
  return `${who} had figures in one of the periods only, taken as a reorganisation: the zone is compared whole`;
}

/** A change in words, in the order it is said. */
export interface ChangeWords {
  /** The change itself, to follow the level: 较上季度上升 2.0 个百分点. Absent where it is of a part only, or is not stated. */
  readonly direct: string;
  /** The change of the part that can be compared, with who is left out: 两期可比的 2 个园区… */
  readonly partly: string;
  /** Bases that leapt, and their share in the change; committees taken as rearranged; or rules that changed, under which nothing is compared. */
  readonly scope: string;
}

/**
 * A change in words; `than` names the period compared with. Where all of the whole is compared it stands by itself; else the compared part is named with its own two
 * rates, and the rest by name. Nothing is said where nothing can be compared.
 */
export function changeWords(change: Change, than: string, nameOf: NameOf, locale: Locale): ChangeWords {
  const zh = locale === 'zh';
  if (change.ruled.length > 0) return { direct: '', partly: '', scope: ruledText(change.ruled, locale) };
  const moved = change.points === null ? null : movedTextOf(change.now, change.before, locale);
  const jumps = scopeText(change, moved ?? '', nameOf, locale);
  if (moved === null) return { direct: '', partly: '', scope: jumps };
  const scope = [jumps, rearrangedText(change, nameOf, locale)].filter((text) => text !== '').join(zh ? '；' : '; ');
  const still = moved === movedTextOf(change.now, change.now, locale);
  const said = zh ? (still ? `与${than}持平` : `较${than}${moved}`) : `${moved} from ${than}`;
  if (change.left.length === 0 && change.items.length === 0) return { direct: said, partly: '', scope };
  const notes = [...leftText(change.left, nameOf, locale), ...itemsText(change, nameOf, locale)];
  const rate = percentText(rateOf(change.now));
  const compared = statedOf(change.zones).length;
  const zones = compared > 0 && compared < change.of;
  const who = zh
    ? zones
      ? `按两期可比的 ${compared} 个园区（共 ${change.of} 个）`
      : '按两期可比的部分'
    : zones
      ? compared === 1
        ? `in the one zone of ${change.of} with figures for both periods`
        : `among the ${compared} of ${change.of} zones with figures for both periods`
      : 'on what both periods have';
  const why = joinNames(notes, locale);
  const partly = zh ? `${who}为 ${rate}，${said}（${why}）` : `${who} it was ${rate}, ${said} (${why})`;
  return { direct: '', partly, scope };
}
