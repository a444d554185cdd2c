import { describe, expect, it } from 'vitest';
import {
  asHeadline,
  factsOf,
  finding,
  headline,
  lede,
  mattersOf,
  overviewFinding,
  partitionsOf,
  plain,
  publishedBeside,
  watchList,
} from '../../src/brief';
import { sampleCube } from '../ui/sample-cube';
import { ASK, cubeOf, nameOf } from './cells';

/** Everything could be looked at. */
const ALL_KNOWN = { targets: true, owed: 'all' } as const;

const METRIC = 'org_coverage_rate';
const factsFor = (rows: Parameters<typeof cubeOf>[0]) => factsOf(cubeOf(rows), { ...ASK, metric: METRIC });

describe('headline', () => {
  const facts = factsFor([
    ['甲', '2018-12-31', 160, 200],
    ['乙', '2018-12-31', 162, 200],
    ['丙', '2018-12-31', 20, 40],
    ['甲', '2018-09-30', 150, 200],
    ['乙', '2018-09-30', 156, 200],
    ['丙', '2018-09-30', 22, 40],
  ]);

  it('says the rate, the change in percentage points, who is low and who cannot be told apart', () => {
    expect(plain(headline(facts, nameOf, 'zh'))).toBe(
      '四季度组织覆盖率 77.7%，较上季度上升 3.2 个百分点；丙区 50.0%，显著低于其余园区；两个园区与其余分不出高低。',
    );
  });

  it('says the same in English', () => {
    expect(plain(headline(facts, nameOf, 'en'))).toBe(
      '77.7% of operating units had a party organisation in Q4 2018, up 3.2 percentage points from the quarter before; 丙区 at 50.0% is significantly below the others; 2 zones cannot be told apart from the others.',
    );
  });

  it('says where a quarter is not over, of what happens in it; a count at a day is that of the day', () => {
    const rows = [['甲', '2018Q4', 8, 10] as const];
    const said = (metric: string): string => {
      const cube = { ...cubeOf(rows, metric), asOf: '2018-10-15' };
      return plain(headline(factsOf(cube, { ...ASK, comparison: 'none', metric }), nameOf, 'zh'));
    };
    expect(said('rect_on_time_rate')).toBe('四季度按期整改率 80.0%（截至 2018-10-15）。');
    expect(said('org_coverage_rate')).not.toContain('截至');
  });

  it('of all families says whose period it is, where nothing is known of the one asked for', () => {
    const matter = { id: 'a', kind: 'owed', metric: 'm', detail: '', part: 'rest', zone: null, told: '' } as const;
    const matters = [
      { ...matter, title: '未开齐', figure: '70 个', said: '未开齐 70 个', period: '2018Q3' },
      { ...matter, title: '未签', figure: '3 份', said: '未签 3 份', period: '2018' },
    ];
    const watch = { items: [], tested: 0, expected: 0 } as unknown as Parameters<typeof overviewFinding>[1];
    expect(plain(overviewFinding(matters, watch, ASK, 'zh', ALL_KNOWN))).toBe(
      '2018 年第四季度：未开齐 70 个（2018 年第三季度）、未签 3 份待办。',
    );
    const told = matters.map((one) => ({ ...one, told: '12 个园区中 5 个有数' }));
    const { news, basis } = asHeadline(overviewFinding(told, watch, ASK, 'zh', ALL_KNOWN));
    // A glance tells the most of what is owed; the rest stands beneath.
    expect(plain(news)).toBe('2018 年第四季度：2 类事项待办，数量最多的是未开齐 70 个（2018 年第三季度）。');
    expect(basis).toEqual(['待办的还有未签 3 份；未开齐：12 个园区中 5 个有数；未签：12 个园区中 5 个有数']);
    // Where two kinds are as many, neither is said to be the most.
    const alike = asHeadline(
      overviewFinding(
        matters.map((one) => ({ ...one, count: 3 })),
        watch,
        ASK,
        'zh',
        ALL_KNOWN,
      ),
    );
    expect(plain(alike.news)).toBe('2018 年第四季度：2 类事项待办。');
    expect(alike.basis).toEqual(['待办的有未开齐 70 个（2018 年第三季度）、未签 3 份']);
    expect(plain(asHeadline(overviewFinding(matters.slice(0, 1), watch, ASK, 'zh', ALL_KNOWN)).news)).toBe(
      '2018 年第四季度：未开齐 70 个（2018 年第三季度）待办。',
    );
  });

  it('is short: what the figures are of and compared with stands beneath', () => {
    const { news, basis } = asHeadline(headline(facts, nameOf, 'zh'));
    expect(plain(news)).toBe('四季度组织覆盖率 77.7%，较上季度上升 3.2 个百分点；丙区 50.0%，显著低于其余园区。');
    expect(basis).toEqual(['两个园区与其余分不出高低']);
    // Two zones handed in one committee less: whose figure it is and the change of the rest are no news either.
    const partly = factsFor([
      ['甲', '2018-12-31', 160, 200],
      ['乙', '2018-12-31', 162, 200],
      ['丙', '2018-09-30', 20, 40],
      ['甲', '2018-09-30', 150, 200],
    ]);
    const other = asHeadline(headline(partly, nameOf, 'zh'));
    expect(plain(other.news)).toBe('四季度组织覆盖率 80.5%。');
    expect(other.basis.slice(0, 1)).toEqual(['3 个园区中 2 个报送']);
    expect(other.basis.join('；')).toContain('按两期可比的');
  });

  it('marks the signal and nothing else', () => {
    const marked = headline(facts, nameOf, 'zh').filter((phrase) => phrase.tone === 'signal');
    expect(marked.map((phrase) => phrase.text)).toEqual(['丙区 50.0%，显著低于其余园区']);
  });

  it('praises nobody: a high zone is not named', () => {
    const high = factsFor([
      ['甲', '2018-12-31', 500, 500],
      ['乙', '2018-12-31', 300, 500],
      ['丙', '2018-12-31', 400, 500],
    ]);
    expect(plain(headline(high, nameOf, 'zh'))).not.toContain('甲');
  });

  it('says that a quarter before is level, or not compared', () => {
    const level = factsFor([
      ['甲', '2018-12-31', 80, 100],
      ['甲', '2018-09-30', 80, 100],
    ]);
    expect(plain(headline(level, nameOf, 'zh'))).toBe('四季度组织覆盖率 80.0%，与上季度持平。');
    const alone = factsFor([['甲', '2018-12-31', 80, 100]]);
    expect(plain(headline(alone, nameOf, 'zh'))).toBe('四季度组织覆盖率 80.0%。');
  });

  it('says that a rate is unknown', () => {
    expect(plain(headline(factsFor([['甲', '2018-12-31', 0, 0]]), nameOf, 'zh'))).toBe('四季度没有可算的组织覆盖率。');
  });

  it('counts where more than two are low, and calls 95 % to watch', () => {
    const many = factsFor([
      ['甲', '2018-12-31', 900, 1000],
      ['乙', '2018-12-31', 20, 100],
      ['丙', '2018-12-31', 20, 100],
      ['丁', '2018-12-31', 20, 100],
      ['戊', '2018-12-31', 64, 100],
    ]);
    expect(plain(headline(many, nameOf, 'zh'))).toContain('三个园区显著低于其余园区；戊区 64.0%，低于其余园区，需关注');
    expect(finding(many, nameOf, 'zh')).toBe('四个园区的组织覆盖率低于其余园区');
  });

  it('has no finding for a single member', () => {
    expect(finding(factsFor([['甲', '2018-12-31', 80, 100]]), nameOf, 'zh')).toBeNull();
  });
});

describe('the sample brief', () => {
  const cube = sampleCube();
  const zones = cube.zones.filter((zone) => zone.type !== '其他').map((zone) => zone.id);
  const ask = { ...ASK, zones };
  const nameOfZone = (key: { readonly zone?: string }): string =>
    cube.zones.find((zone) => zone.id === key.zone)?.name ?? '';

  it('lists signals worst first, and what is owed beside them', () => {
    const list = watchList(cube, ask, nameOfZone, 'zh');
    const [first] = list.items;
    expect(first).toMatchObject({ title: '北部产业园 组织覆盖率', significant: false });
    expect(first?.detail).toContain('连续两个季度下降');
    expect(mattersOf(cube, ask, nameOfZone, 'zh').map(({ title }) => title)).toContain('未覆盖单位');
    const firm = list.items.filter((item) => item.significant !== null).map((item) => item.significant);
    expect(firm).toEqual([...firm].sort((a, b) => Number(b) - Number(a)));
    expect(list.byChance ?? 0).toBeGreaterThan(0);
    expect(list.byChance ?? 0).toBeLessThanOrEqual(firm.length);
  });

  it('gives the counts under the headline as the cube has them', () => {
    const facts = factsOf(cube, { ...ask, metric: METRIC });
    expect(facts.whole?.denominator).toBe(4326);
    expect(lede(cube, ask, nameOfZone, 'zh')).toContain('实体运营单位 4,326 家，已覆盖 3,616 家');
  });

  it('keeps schemes and awarding bodies apart', () => {
    const ids = partitionsOf(cube, 'star_level_dist', '2018', ask).map(({ id }) => id);
    expect(new Set(ids)).toEqual(
      new Set(['five-level-90|区', 'five-level-capped|园区', 'shaanxi-5|省', 'shaanxi-5|市']),
    );
  });

  it('puts published figures beside computed ones, for the zones asked only', () => {
    const [coverage, rated] = publishedBeside(cube, ['coverage', 'stars'], ['gx'], 'zh');
    expect(coverage).toMatchObject({ stated: '91%', computed: '91.8%' });
    expect(rated).toMatchObject({ stated: '2 个', computed: '1 个', fraction: null });
    expect(publishedBeside(cube, ['coverage'], ['rj'], 'zh')).toEqual([]);
  });
});
