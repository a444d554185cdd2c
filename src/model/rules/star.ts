import { DOCUMENTS } from './documents';
import { rows } from './rows';

/*
 * Star schemes seen. `cutoff/<level>` is the lowest total score of a level, `cap/<level>` its largest share
 * (with `forced` the share it must have), `veto/max-level` the highest level under a veto, `lowest` the lowest level given.
 */

const labels = (label: string, english: string) => ({ label, 'label-en': english });

/** Rules of the star schemes. */
export const STAR_RULES = [
  ...rows('star/shaanxi-5', DOCUMENTS.shaanxi.zh, {
    ...labels('陕西非公五级评定办法', 'Shaanxi five-level scheme'),
    kind: 'level',
    max: 5,
    'every-years': 2,
    'veto/max-level': 0,
  }),
  ...rows('star/five-level-90', DOCUMENTS.countyScores.zh, {
    ...labels('五级评定办法（90/80/70/60 分）', 'Five levels (90/80/70/60 points)'),
    kind: 'level',
    max: 5,
    'cutoff/5': 90,
    'cutoff/4': 80,
    'cutoff/3': 70,
    'cutoff/2': 60,
    'every-years': 1,
  }),
  ...rows('star/five-level-capped', DOCUMENTS.quota.zh, {
    ...labels('五级评定办法（五星不超过 10%）', 'Five levels, five stars for at most 10 %'),
    kind: 'level',
    max: 5,
    'cap/5': 0.1,
    'cap/4': 0.3,
    'every-years': 1,
  }),
  ...rows('star/five-named', DOCUMENTS.jiyuan.zh, {
    ...labels('“五星”创建办法（五颗单项星）', 'Five named stars'),
    kind: 'named',
    max: 5,
    'star/1': '政治星',
    'star/2': '学习星',
    'star/3': '发展星',
    'star/4': '服务星',
    'star/5': '廉洁星',
    'every-years': 1,
  }),
  ...rows('star/county-2023', DOCUMENTS.county.zh, {
    ...labels(
      '县级市五级评定办法（五星不超过 30%）',
      'Five levels of a county-level city, five stars for at most 30 %',
    ),
    kind: 'level',
    max: 5,
    'cutoff/5': 90,
    'cutoff/4': 80,
    'cutoff/3': 70,
    'cutoff/2': 60,
    'cap/5': 0.3,
    'every-years': 1,
  }),
  ...rows('star/xiqing-2016', DOCUMENTS.xiqing.zh, {
    ...labels('西青五级评定办法（95/85/75/65/60 分）', 'Xiqing five levels (95/85/75/65/60 points)'),
    kind: 'level',
    max: 5,
    'cutoff/5': 95,
    'cutoff/4': 85,
    'cutoff/3': 75,
    'cutoff/2': 65,
    'cutoff/1': 60,
    'cap/5': 0.1,
    'every-years': 1,
  }),
  ...rows('star/points-110', DOCUMENTS.points110.zh, {
    ...labels('110 分制四档评定办法', 'Four levels out of 110 points'),
    kind: 'level',
    max: 5,
    lowest: 2,
    'cutoff/5': 90,
    'cap/5': 0.1,
    'cap/4': 0.3,
    'cap/3': 0.4,
    'cap/2': 0.2,
    forced: 1,
    'every-years': 1,
  }),
  ...rows('star/top-three', DOCUMENTS.topThree.zh, {
    ...labels('三至五星评定办法', 'Three to five stars only'),
    kind: 'level',
    max: 5,
    lowest: 3,
    'cap/5': 0.1,
    'cap/4': 0.4,
    'cap/3': 0.3,
    'every-years': 1,
  }),
  ...rows('star/opinion-2012', DOCUMENTS.opinion2012.zh, {
    ...labels('五级评定办法（首年 10/20/5）', 'Five levels, first-year shares of 10/20/5'),
    kind: 'level',
    max: 5,
    'cap/5': 0.1,
    'cap/4': 0.2,
    'cap/1': 0.05,
    'every-years': 1,
  }),
  ...rows('star/shengzhou-2015', DOCUMENTS.shengzhou.zh, {
    ...labels('嵊州开发区逐级晋星办法', 'Shengzhou, one level at a time'),
    kind: 'level',
    max: 5,
    step: 1,
    'every-years': 1,
  }),
  ...rows('star/luohe-named', DOCUMENTS.luohe.zh, {
    ...labels('源汇“五星”支部创建办法', 'Yuanhui five named stars'),
    kind: 'named',
    max: 5,
    'star/1': '支部过硬星',
    'star/2': '产业兴旺星',
    'star/3': '生态宜居星',
    'star/4': '平安法治星',
    'star/5': '文明幸福星',
    'every-years': 1,
  }),
];
