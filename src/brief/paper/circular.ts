import type { Cube } from '../../cube';
import { type Locale, capitalised } from '../../domain';
import { oneZone } from '../ask';
import type { NameOf } from '../sentence';
import { memberNoun, periodText } from '../words';
import { watchList } from '../watch';
import { type PaperAsk, contextOf } from './context';
import { caveats, meaning } from './notes';
import { composed } from './compose';
import { type Paper, dayText } from './paper';
import { changes, comparisons, differing, matters, overall } from './sections';
import { everybody } from './tables';

/**
 * The brief (通报) of a question: overall, what changed, who differs, what is short of target or owed, what has to be known; then every
 * zone by every key rate, and what the figures mean. Everything in it is said by the cube; `nameOf` names its zones.
 */
export function circular(cube: Cube, ask: PaperAsk, nameOf: NameOf, locale: Locale): Paper {
  const zh = locale === 'zh';
  const context = contextOf(cube, ask, nameOf, locale);
  const alone = oneZone(ask);
  const whom = alone === null ? (zh ? '开发区' : 'development zones') : nameOf({ zone: alone });
  const when = periodText(ask.period, locale);
  const asOf = cube.asOf === null ? '' : dayText(cube.asOf, locale);
  const opening = zh
    ? `现将${when}${whom}党建工作情况通报如下。${asOf === '' ? '' : `数据截至${asOf}，来源 ${cube.sources.length} 个文件。`}`
    : `This is how ${whom} stood in ${when}.${asOf === '' ? '' : ` Figures as of ${asOf}, from ${cube.sources.length} files.`}`;
  const watch = watchList(cube, ask, nameOf, locale);
  const noun = memberNoun(ask.by, locale);
  const worse = [
    ...differing(watch.items, ({ member }) => (member === null ? whom : nameOf(member.key)), context),
    ...comparisons(watch, context),
  ];
  const content = {
    title: zh ? `关于${when}${whom}\n党建工作情况的通报` : `Party building in ${whom}, ${when}`,
    to: cube.release?.for ?? '',
    opening,
    sections: [
      { id: 'overall', heading: zh ? '总体情况' : 'Overall', blocks: overall(context) },
      { id: 'changes', heading: zh ? '主要指标及变化' : 'Key rates and what changed', blocks: changes(context) },
      {
        id: 'differs',
        heading: zh
          ? `差于其余或持续走低的${noun}`
          : `${capitalised(noun)}s worse than the others, or falling for long`,
        blocks: worse,
      },
      { id: 'matters', heading: zh ? '需要处理的事项' : 'To be dealt with', blocks: matters(context) },
      { id: 'caveats', heading: zh ? '需要说明的情况' : 'To be known', blocks: caveats(context) },
    ],
    annexes: [
      { id: 'tables', heading: zh ? `各${noun}主要指标` : `Key rates by ${noun}`, blocks: everybody(context) },
      { id: 'meaning', heading: zh ? '指标口径和来源' : 'Definitions and sources', blocks: meaning(context) },
    ],
  };
  return composed(cube, content, locale);
}
