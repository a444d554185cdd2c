import { type Cube, TOGETHER, cellsOf } from '../../cube';
import { type Locale, NOT_STATED } from '../../domain';
import type { NameOf } from '../sentence';
import { OWED, lookedAt, nothingFound } from '../matters';
import { WATCHED, type WatchItem, watchList } from '../watch';
import { periodText, valueText } from '../words';
import { composed } from './compose';
import { type PaperAsk, contextOf } from './context';
import { caveats, meaning } from './notes';
import { type Paper, dayText } from './paper';
import { changes, differing, matters } from './sections';
import { oneBesideAll } from './tables';

/** Whom a 提醒单 is for: a zone, or a committee of one. */
export interface Receiver {
  readonly zone: string;
  readonly committee?: string;
}

/** What stands for several committees together is nobody's. */
const TOGETHER_NAMES: readonly string[] = [TOGETHER.committee.some.zh, TOGETHER.committee.all.zh];

/** The committees of some zones that have figures of their own, zone by zone. */
export function committeesIn(cube: Cube, zones: readonly string[]): Receiver[] {
  const found = new Map<string, Receiver>();
  for (const metric of [...WATCHED, ...OWED.map((one) => one.metric)])
    for (const { zone, committee } of cellsOf(cube, metric, 'committees'))
      if (zones.includes(zone) && committee !== NOT_STATED && !TOGETHER_NAMES.includes(committee))
        found.set(`${zone}\n${committee}`, { zone, committee });
  return [...found.values()].sort(
    (a, b) =>
      zones.indexOf(a.zone) - zones.indexOf(b.zone) || (a.committee ?? '').localeCompare(b.committee ?? '', 'zh'),
  );
}

/** The name of a receiver: a committee by its zone, for names repeat. */
export function receiverText({ zone, committee }: Receiver, nameOf: NameOf, locale: Locale): string {
  if (committee === undefined) return nameOf({ zone });
  const name = valueText(committee, locale);
  if (name.startsWith(nameOf({ zone }))) return name;
  return locale === 'zh' ? `${nameOf({ zone })}${name}` : `${name} of ${nameOf({ zone })}`;
}

/** Whether a 提醒单 reminds of anything. */
export const remindsOf = ({ blocks }: Paper): boolean => blocks.some(({ id }) => id === 'matters' || id === 'differs');

/**
 * A 提醒单: what one zone or committee is short of, owes, and where it is worse than the others, in the same words and by the same test as
 * the brief. `ask` is the question of the brief, over all zones.
 */
export function reminder(cube: Cube, ask: PaperAsk, receiver: Receiver, nameOf: NameOf, locale: Locale): Paper {
  const zh = locale === 'zh';
  const { zone, committee } = receiver;
  const { peers, committees: _, ...rest } = ask;
  const inZone: PaperAsk = { ...rest, zones: [zone], by: 'committee' };
  // A committee is set beside the others of its zone, a zone beside all the others.
  const own: PaperAsk =
    committee === undefined ? { ...inZone, ...(peers && { peers }) } : { ...inZone, committees: [committee] };
  const context = contextOf(cube, own, nameOf, locale);
  const beside = contextOf(
    cube,
    committee === undefined ? { ...rest, zones: [...new Set([...(peers ?? []), zone])], by: 'zone' } : inZone,
    nameOf,
    locale,
  );
  const isOwn = ({ member }: WatchItem): boolean =>
    committee === undefined ? member?.key.zone === zone : member?.key.committee === committee;
  const name = receiverText(receiver, nameOf, locale);
  const watch = watchList(cube, beside.ask, nameOf, locale);
  const among = watch.items.filter(isOwn);
  const inside = committee === undefined ? watchList(cube, inZone, nameOf, locale).items : [];
  const worse = differing(
    [...among, ...inside.filter(({ member }) => member !== null)],
    ({ member }) => (member?.key.committee === undefined ? name : nameOf({ committee: member.key.committee })),
    context,
  );
  const due = matters(context);
  const nothing = nothingFound(lookedAt(cube, own), watch.tests > 0, locale);
  const when = periodText(ask.period, locale);
  const asOf = cube.asOf === null ? '' : dayText(cube.asOf, locale);
  const since = asOf === '' ? '' : zh ? `根据截至${asOf}的数据，` : `By the figures as of ${asOf}, `;
  const opening =
    due.length + worse.length === 0
      ? zh
        ? `${since}${when}${nothing}。`
        : `${since}there was ${nothing} in ${when}.`
      : zh
        ? `${since}${when}有下列事项，请对照核实、抓紧办理；数有出入的，请更正后重新报送。`
        : `${since}these matters stood in ${when}. Please check and deal with them; where a figure is wrong, please report it corrected.`;
  const table = oneBesideAll(
    beside,
    committee === undefined ? { zone } : { zone, committee },
    committee === undefined ? (zh ? '有数的园区合计' : 'All zones with a figure') : nameOf({ zone }),
  );
  const content = {
    title: zh ? `${name}\n${when}党建工作提醒单` : `Reminder for ${name}, ${when}`,
    to: name,
    opening,
    sections: [
      { id: 'matters', heading: zh ? '需要处理的事项' : 'To be dealt with', blocks: due },
      {
        id: 'differs',
        heading: zh ? '差于其余或持续走低的指标' : 'Worse than the others, or falling for long',
        blocks: worse,
      },
      { id: 'changes', heading: zh ? '主要指标及变化' : 'Key rates and what changed', blocks: changes(context) },
      { id: 'caveats', heading: zh ? '需要说明的情况' : 'To be known', blocks: caveats(context) },
    ],
    annexes: [
      { id: 'tables', heading: zh ? '主要指标对照' : 'Key rates', blocks: table },
      { id: 'meaning', heading: zh ? '指标口径和来源' : 'Definitions and sources', blocks: meaning(context) },
    ],
  };
  return composed(cube, content, locale);
}
