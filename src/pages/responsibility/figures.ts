import type { Figure } from '../../ui/figures/figure';
import { byKind } from '../../ui/figures/heat';
import { type List, ZONE, listOf } from '../../ui/figures/lists';
import { named } from './counts';

/** Letters of one kind, by the tier that signs them. */
export const byTier = (metric: string, letter: string): Figure =>
  byKind(metric, {
    title: 'resp.tierTitle',
    subtitle: 'resp.tierSub',
    values: { letter },
    name: (tier, language) => named(`resp.tier.${tier}`, tier, language),
    order: ['党工委', '党委', '总支', '支部', '其他'],
  });

/** Work done in time, by the kind of work. */
export const dueWork = byKind('due_work_on_time_rate', {
  title: 'resp.dueTitle',
  subtitle: 'resp.dueSub',
  order: ['走访调研', '工作汇报', '例会', '学习活动'],
});

/** What was disclosed of what is to be, by level. */
export const disclosure = byKind('disclosure_rate', {
  title: 'resp.disclosureTitle',
  subtitle: 'resp.disclosureSub',
  name: (level, language) => named(`resp.levelOf.${level}`, level, language),
  order: ['村级', '区级'],
});

/** Who has not signed a letter of one kind. */
export const unsigned = (metric: string, letter: string): List =>
  listOf(metric, 'rest', {
    id: 'unsigned',
    words: {
      title: 'resp.unsignedTitle',
      subtitle: 'resp.unsignedSub',
      none: 'resp.unsignedNone',
      values: { letter },
    },
    columns: [
      { id: 'target', label: 'resp.signer', wrap: true },
      ZONE,
      { id: 'letter_type', label: 'resp.letterName', wrap: true },
    ],
  });

/** Work that is due and not done. */
export const overdueWork = listOf('due_work_overdue', 'numerator', {
  id: 'overdue-work',
  words: { title: 'resp.overdueTitle', subtitle: 'resp.overdueSub', none: 'resp.overdueNone' },
  columns: [
    { id: 'topic', label: 'resp.what', wrap: true },
    { id: 'target', label: 'resp.who', wrap: true },
    ZONE,
    { id: 'due', label: 'resp.due' },
  ],
});
