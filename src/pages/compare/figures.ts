import { decimalText, factsOf } from '../../brief';
import { funnelPlot } from '../../charts';
import { funnelCurve } from '../../stats';
import { asking } from '../../ui/figures/asking';
import { byMember } from '../../ui/figures/bars';
import { memberRows } from '../../ui/figures/comparison';
import type { Figure } from '../../ui/figures/figure';
import { rateRows } from '../../ui/figures/rates';

/** A count, member by member. */
export const counts = (metric: string): Figure =>
  byMember(metric, { title: 'compare.countTitle', subtitle: 'compare.countSub' });

/** Rates against how many they are of: in a funnel a signal is what lies outside its widened limits, on either side. */
export const funnel =
  (metric: string): Figure =>
  (reader, ask) => {
    const { cube, nameOf, language } = reader;
    const { t } = language;
    const facts = factsOf(cube, { ...ask, metric });
    const { question: whole, named } = asking(reader, ask, metric);
    const question = { ...whole, parts: facts.parts };
    const { funnel: found, members } = facts;
    const phi = decimalText(found?.phi ?? 1, 1);
    const drawn = found !== null && found.refused === null && facts.whole !== null;
    const rows = rateRows(facts, nameOf, language).map((row, at) => ({
      ...row,
      signal: found?.verdicts[at]?.signal ?? ('none' as const),
    }));
    const largest = Math.max(1, ...members.map(({ now }) => now.denominator ?? 0));
    return {
      question,
      title: t('compare.funnelTitle', named),
      subtitle: language.joined('sentences', [
        t('compare.funnelSub', { ...named, phi: (found?.phi ?? 1) > 1 ? t('compare.phi', { phi }) : '' }),
        found?.sizeRelated ? t('compare.sizeRelated') : '',
        facts.items === null ? '' : t('figure.sharedItems'),
      ]),
      undrawn: drawn
        ? undefined
        : found?.refused === 'too-spread'
          ? t('compare.tooSpread', { phi })
          : t('compare.tooFew'),
      draw: (setting) =>
        funnelPlot({
          ...setting,
          rows,
          whole: facts.compared ?? { numerator: 0, denominator: null },
          limits: found ? funnelCurve(found, largest) : [],
          denominatorLabel: t('column.denominator'),
        }),
      ...memberRows(reader, question, facts, ask.by),
    };
  };
