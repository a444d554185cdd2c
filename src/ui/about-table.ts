import { untoldIn } from '../brief';
import { metricById } from '../model';
import { type About, today } from '../share';
import type { Workbench } from '../state';
import { sourceText } from './paper';
import { releaseParts } from './release-parts';

/** For whom figures are, who made them and of what: what stands on everything that is saved. Unless they were handed over they are internal. */
export function levelText(workbench: Workbench): string {
  const parts = releaseParts(workbench);
  return (parts.length === 0 ? [workbench.language.t('share.level.internal')] : parts).join(' · ');
}

/** What is to be known about a table that is saved: its own lines, then those of all tables. `metrics` are those it tells of. */
export function aboutTable(workbench: Workbench, title: string, lines: About, metrics: readonly string[] = []): About {
  const { cube, language } = workbench;
  const { t, locale } = language;
  const left = untoldIn(cube, locale, metrics.map(metricById));
  return [
    [t('save.title'), title],
    ...lines,
    [t('save.left'), left.map(({ metric, where, how }) => [metric, where, how].join(' · ')).join('\n')],
    [t('save.asOf'), cube.asOf ?? ''],
    [t('save.level'), levelText(workbench)],
    [t('save.from'), sourceText(workbench)],
    [t('save.example'), cube.example ? t('sentence.example') : ''],
    [t('save.made'), today()],
  ];
}
