import type { ZoneTruth } from './truth';
import type { ZonePlan } from './zone-plan';

const TEXTS = ['2012年13月', '二○○九年春', '不详', ''];

/**
 * Makes a few founding days unreadable in the invented zones: what is written cannot be a day, so the truth has none.
 * Only organisations founded before the span, so that no published or expected founding is lost.
 */
export function spoilFoundingDays(plan: ZonePlan, truth: ZoneTruth): void {
  if (!plan.invented) return;
  const old = truth.orgs.filter((o) => o.key.startsWith('B:') && o.founded !== null && o.founded < '2016');
  old
    .filter((_, i) => i % 9 === 4)
    .slice(0, TEXTS.length)
    .forEach((org, i) => {
      org.founded = null;
      org.foundedText = TEXTS[i] ?? '';
    });
}
