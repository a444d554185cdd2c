import { countText } from '../../brief';
import type { Language } from '../../state';

/** What founding and dissolving came to: a net gain or loss, an even balance, or that neither happened. */
export function netTitle(net: number, founded: number, { t }: Pick<Language, 't'>): string {
  if (net !== 0)
    return t('coverage.netTitle', {
      direction: t(net < 0 ? 'coverage.netDown' : 'coverage.netUp'),
      count: countText(Math.abs(net)),
    });
  return founded === 0 ? t('coverage.netNothing') : t('coverage.netEven', { count: countText(founded) });
}
