import { valueText } from '../../brief';
import type { MessageKey } from '../../state';
import { byCategory } from '../../ui/figures/bars';
import { byKind } from '../../ui/figures/heat';

/** What was found, by where it came from. */
export const found = byCategory('rect_item_count', {
  title: 'rectification.foundTitle',
  subtitle: 'rectification.foundSub',
  heading: 'rectification.source',
});

/** The four checks in the order the speech names them; a dimension that is none of the four stands after them. */
const CHECKS: Readonly<Record<string, MessageKey>> = {
  领导班子履职: 'rectification.check.leaders',
  党员队伍作用: 'rectification.check.members',
  工作机制: 'rectification.check.mechanisms',
  整改措施: 'rectification.check.measures',
};

/** What was completed, by member and check. */
export const checks = byKind('rect_by_dimension', {
  title: 'rectification.checksTitle',
  subtitle: 'rectification.heatSub',
  name: (check, { t, locale }) => (CHECKS[check] === undefined ? valueText(check, locale) : t(CHECKS[check])),
  order: Object.keys(CHECKS),
});
