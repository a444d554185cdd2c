import { countedNote, fractionText, percentText, spanText } from '../brief';
import { rateOf } from '../cube';
import { metricById } from '../model';
import { type DrillTarget, type Workbench, drillFigure, periodsOf } from '../state';
import { signOf } from './figures/bounds';
import { definitionText } from './figures/words';

/** What is to be known about the rows of a target, all of them or those of one zone, as a saved table says it. */
export function aboutRows({ cube, nameOf, language }: Workbench, of: DrillTarget) {
  const { t, locale } = language;
  const metric = metricById(of.metric);
  const figure = of.named === undefined ? drillFigure(cube, of) : null;
  const rate = metric.kind === 'rate' && figure ? `${percentText(rateOf(figure))} ` : '';
  const counted = { metric: of.metric, ...of.selection };
  const notes =
    of.named === undefined
      ? [of.parts ? t('drill.part') : '', countedNote(cube, counted, periodsOf(of), nameOf, locale)]
      : [t('drill.named', { name: of.named })];
  return [
    [t('save.metric'), language.of(metric.label)],
    [t('save.period'), spanText(periodsOf(of), locale)],
    [t('save.figure'), figure ? rate + signOf(cube, of) + fractionText(figure) : ''],
    [t('save.definition'), definitionText(metric, language)],
    [t('save.notes'), language.joined('sentences', notes)],
  ] as const;
}
