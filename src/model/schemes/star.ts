import type { StarScheme } from '../../domain';

/** Star schemes seen (domain.md §2.1). A scheme that is not listed keeps its own id and is never mixed with another. */
export const STAR_SCHEMES: readonly StarScheme[] = [
  {
    id: 'shaanxi-5',
    label: { zh: '陕西非公五级评定办法', en: 'Shaanxi five-level scheme' },
    kind: 'level',
    max: 5,
    cutoffs: [],
    caps: {},
    everyYears: 2,
    source: { zh: '陕西非公有制企业党组织星级评定（2014）', en: 'Shaanxi, non-public enterprises (2014)' },
  },
  {
    id: 'five-level-90',
    label: { zh: '五级评定办法（90/80/70/60 分）', en: 'Five levels (90/80/70/60 points)' },
    kind: 'level',
    max: 5,
    cutoffs: [90, 80, 70, 60],
    caps: {},
    everyYears: 1,
    source: { zh: '某县级市 2023 年办法', en: 'a county-level city, 2023' },
  },
  {
    id: 'five-level-capped',
    label: { zh: '五级评定办法（五星不超过 10%）', en: 'Five levels, five stars for at most 10 %' },
    kind: 'level',
    max: 5,
    cutoffs: [],
    caps: { 5: 0.1, 4: 0.3 },
    everyYears: 1,
    source: { zh: '名额分配的通行做法（10/30/40/20）', en: 'common quota of 10/30/40/20' },
  },
  {
    id: 'five-named',
    label: { zh: '“五星”创建办法（五颗单项星）', en: 'Five named stars' },
    kind: 'named',
    max: 5,
    cutoffs: [],
    caps: {},
    everyYears: 1,
    source: { zh: '种子文献 000（济源）', en: 'seed 000 (Jiyuan)' },
  },
];

const byId = new Map(STAR_SCHEMES.map((scheme) => [scheme.id, scheme]));

/** The scheme with this id; undefined when the model does not know it. */
export function schemeById(id: string): StarScheme | undefined {
  return byId.get(id);
}
