import { markedNames, valueText } from '../../brief';
import { valuesOf } from '../../model';
import { asking } from '../../ui/figures/asking';
import { composition } from '../../ui/figures/composition';
import type { Figure } from '../../ui/figures/figure';
import { compositionsOf, levelsOf } from '../../ui/figures/shares';

const METRIC = 'coverage_mode_dist';
/** The order of the annual form: own organisations first. */
const ORDER = valuesOf('unit_coverage', 'coverage_mode');

const isNone = (mode: string): boolean => mode.startsWith('未建');
const place = (mode: string): number => (isNone(mode) ? ORDER.length : 0) + ORDER.indexOf(mode);

/** How members are covered: the most covered first, what has no organisation last. */
export const modes: Figure = (reader, asked) => {
  const { cube, nameOf, language } = reader;
  const { t, locale } = language;
  const ask = { ...asked, metric: METRIC };
  const { question, named } = asking(reader, asked, METRIC);
  const { period } = question;
  const found = levelsOf(cube, ask, period).sort((a, b) => place(a) - place(b));
  const levels = found.map((mode) => ({ key: mode, label: valueText(mode, locale), of: [mode], none: isNone(mode) }));
  const covered = (shares: readonly (number | null)[]): number =>
    shares.reduce<number>((sum, share, at) => sum + (levels[at]?.none ? 0 : (share ?? 0)), 0);
  const rows = compositionsOf(cube, ask, period, found, markedNames(cube, ask, [period], nameOf, locale)).sort(
    (a, b) => covered(b.shares) - covered(a.shares),
  );
  return composition(reader, question, levels, rows, {
    title: t('coverage.modesTitle', named),
    subtitle: t('coverage.modesSub', named),
    noun: named.member,
    totalLabel: t('coverage.modesTotal'),
  });
};
