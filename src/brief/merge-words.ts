import { type Cube, LEVEL_LABELS, type MergeNote, zoneName } from '../cube';
import type { Locale } from '../domain';
import { METRICS } from '../model';
import { ruleTitle } from './rule-words';
import { joinNames, periodText, someNames } from './words';

/** Names listed before the rest is only counted. */
const NAMED = 4;

type Words = (cube: Cube, locale: Locale) => string;

const some = (names: readonly string[], locale: Locale): string => someNames(names, NAMED, locale);

const metricsText = (ids: readonly string[], locale: Locale): string =>
  some(
    METRICS.filter(({ id }) => ids.includes(id)).map(({ label }) => label[locale]),
    locale,
  );

const ruleText = ({ rules }: Cube, rule: string, locale: Locale): string => ruleTitle(rules, rule, locale);

function noteText(note: MergeNote): Words {
  return (cube, locale) => {
    const zh = locale === 'zh';
    const named = (zone: string): string => zoneName(cube, zone);
    switch (note.kind) {
      case 'overlap': {
        const [from, to] = [periodText(note.from, locale), periodText(note.to, locale)];
        const when = from === to ? from : zh ? `${from}至${to}` : `${from} to ${to}`;
        const what = metricsText(note.metrics, locale);
        if (note.same)
          return zh
            ? `${named(note.zone)}${when}的${what}在 ${note.counts} 和 ${note.left} 中相同，只计一次`
            : `${note.counts} and ${note.left} tell the same of ${named(note.zone)}, ${when} (${what}): counted once`;
        return zh
          ? `${named(note.zone)}${when}的${what}，${note.counts} 和 ${note.left} 都有而数不同：采用较新的 ${note.counts}，${note.left} 的没有计入`
          : `${named(note.zone)}, ${when}: ${note.counts} and ${note.left} differ on ${what}; the newer ${note.counts} counts, ${note.left} does not`;
      }
      case 'definitions':
        return zh
          ? `${some(note.files, locale)}由另一版程序算出，${metricsText(note.metrics, locale)}的算法可能与其余文件不同，不宜相比；请用同一版本重新保存`
          : `${some(note.files, locale)}: counted by another version of the program; ${metricsText(note.metrics, locale)} may be defined otherwise and should not be compared. Save again with the same version`;
      case 'rule':
        return zh
          ? `${some(note.files, locale)}所用的规则“${ruleText(cube, note.rule, locale)}”与 ${note.shown} 不同，${metricsText(note.metrics, locale)}不宜相比；规则页所列为 ${note.shown} 的`
          : `${some(note.files, locale)}: counted under another version of the rule “${ruleText(cube, note.rule, locale)}” than ${note.shown}, so ${metricsText(note.metrics, locale)} should not be compared; the page of rules shows that of ${note.shown}`;
      case 'targets':
        return zh
          ? `各文件的目标不同（${metricsText(note.metrics, locale)}）：各按各的目标对照，全部园区合计没有目标`
          : `Targets differ between files (${metricsText(note.metrics, locale)}): each holds for the zones of its file, none for all together`;
      case 'one-zone':
        return zh
          ? `${joinNames(note.names, locale)}按一个园区计：${named(note.zone)}`
          : `${joinNames(note.names, locale)} count as one zone: ${named(note.zone)}`;
      case 'shared-code':
        return zh
          ? `代码 ${note.code} 为${joinNames(note.zones.map(named), locale)}共用，按名称分作 ${note.zones.length} 个园区`
          : `Code ${note.code} is used for ${joinNames(note.zones.map(named), locale)}: told apart by their names`;
      case 'may-be':
        return zh
          ? `${named(note.zone)}可能就是${joinNames(note.zones.map(named), locale)}，现按不同园区计；如为同一园区，请统一名称后重新保存`
          : `${named(note.zone)} may be ${joinNames(note.zones.map(named), locale)}; they count as different zones. If they are one, save again under one name`;
      case 'no-zone':
        return zh
          ? `${some(note.files, locale)}都有没有注明园区的数，无从判断是否重复，都没有计入`
          : `${some(note.files, locale)}: each has figures of no stated zone; nothing tells whether they are the same, and none counts`;
      case 'example':
        return zh
          ? `${some(note.files, locale)}是示例数据，与真实数据合在一起了`
          : `${some(note.files, locale)}: example data, now together with real data`;
    }
  };
}

/** Parts by something they may differ in, in words; '' where all are alike. */
function differing(
  cube: Cube,
  of: (part: NonNullable<Cube['merge']>['parts'][number]) => string,
  locale: Locale,
): string {
  const byValue = new Map<string, string[]>();
  for (const part of cube.merge?.parts ?? []) byValue.set(of(part), [...(byValue.get(of(part)) ?? []), part.name]);
  if (byValue.size < 2) return '';
  const sorted = [...byValue].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted
    .map(([value, names]) => `${value}${locale === 'zh' ? '：' : ': '}${some(names, locale)}`)
    .join(locale === 'zh' ? '；' : '; ');
}

/** What has to be known of a cube merged from several, a sentence each; none for any other. */
export function mergeTold(cube: Cube, locale: Locale): string[] {
  const zh = locale === 'zh';
  const days = differing(cube, ({ asOf }) => asOf ?? (zh ? '未注明' : 'not stated'), locale);
  const levels = differing(cube, ({ level }) => LEVEL_LABELS[level][locale].toLowerCase(), locale);
  const told = [
    days === ''
      ? ''
      : zh
        ? `各文件的数据截至日不同（${days}），逾期、应开次数等各按各自的截至日计`
        : `The files are as of different days (${days}); what is overdue or owed is counted as of each one's own`,
    levels === ''
      ? ''
      : zh
        ? `各文件的范围不同（${levels}），没有列出的数仍为不列，不是没有报送`
        : `The files are for different readers (${levels}); what one leaves out stays left out and is not “not reported”`,
    ...(cube.merge?.notes ?? []).map((note) => noteText(note)(cube, locale)),
  ];
  return told.filter((text) => text !== '');
}

/** What has to be known of one metric in a merged cube before its zones are compared; '' where nothing has. */
export function mergeCaveat({ merge }: Cube, metric: string, locale: Locale): string {
  const own = (merge?.notes ?? []).filter(
    (note) => (note.kind === 'definitions' || note.kind === 'rule') && note.metrics.includes(metric),
  );
  const files = [...new Set(own.flatMap((note) => ('files' in note ? note.files : [])))];
  if (files.length === 0) return '';
  return locale === 'zh'
    ? `${some(files, locale)}的算法或规则与其余文件不同，不宜相比`
    : `${some(files, locale)}: counted by another definition or rule than the other files; not to be compared`;
}
