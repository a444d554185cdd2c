import type { Workbench } from '../state';
import type { Wording } from '../state/wording';

/** For whom figures are that were handed over, and who made them: the level, the receiver, the maker, as far as they are said. */
export function releaseParts({
  cube: { release, merge },
  language: { t },
}: Pick<Workbench, 'cube'> & { language: Wording }): string[] {
  if (release === undefined) return [];
  return [
    t(`share.level.${release.level}`),
    release.for === '' ? '' : t('release.line.for', { for: release.for }),
    release.by === '' ? '' : t('release.line.by', { by: release.by }),
    merge === undefined ? '' : t('release.line.merged', { count: merge.parts.length }),
  ].filter((part) => part !== '');
}
