import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cube, buildCube } from '../../src/cube';
import type { Engine } from '../../src/engine';
import { openNodeEngine } from '../../src/engine/node';
import { isOfSome } from '../../src/ingest/canonical/some-only';
import { Collection, type FileReport, bytesSource, localStager } from '../../src/ingest';

/* Ledgers, appraisals, dues, registers and stars as offices keep them, each with the figure it must give. */

describe('tables of an office', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openNodeEngine();
  }, 120_000);
  afterAll(() => engine.close());

  interface Loaded {
    readonly cube: Cube;
    readonly files: readonly FileReport[];
  }

  async function load(...files: readonly (readonly [path: string, text: string])[]): Promise<Loaded> {
    const collection = await Collection.open(engine, localStager);
    for (const [path, text] of files) {
      const data = new TextEncoder().encode(text);
      await collection.add({ path, data, source: bytesSource(path, data) });
    }
    await collection.settle();
    return { cube: await buildCube(engine, []), files: collection.files };
  }

  /** What a rate is by zone over all that was reported: x/n; nothing where nothing is in scope. */
  function said(cube: Cube, metric: string): Record<string, string> {
    const sums = new Map<string, [number, number]>();
    for (const cell of cube.cells) {
      if (cell.metric !== metric || (cell.denominator ?? 0) === 0) continue;
      const [x, n] = sums.get(cell.zone) ?? [0, 0];
      sums.set(cell.zone, [x + cell.numerator, n + (cell.denominator ?? 0)]);
    }
    return Object.fromEntries([...sums].map(([zone, sum]) => [zone, sum.join('/')]));
  }
  const cells = (cube: Cube, metric: string): string[] =>
    [...cube.cells]
      .filter((cell) => cell.metric === metric && cell.numerator > 0)
      .map(({ period, category, numerator }) => [period, category, String(numerator)].filter((text) => text).join(' '))
      .sort();

  const LEDGER = `序号,园区,存在问题,整改时限,完成情况,完成时间
1,云岭高新区,甲,2024年6月底,已完成,2024年6月20日
2,云岭高新区,乙,2024年7月底,正在整改,
3,云岭高新区,丙,立行立改,已整改,2024.5.20
4,云岭高新区,丁,长期,正在整改,
5,云岭高新区,戊,2024年12月底,部分整改,
`;

  it.each([
    ['整改台账.csv', '整改台账,,,,,\n统计截止：2024年9月30日,,,,,\n'],
    ['整改台账（截至2024年9月30日）.csv', ''],
    ['整改台账.csv', '2024年度整改台账（截至9月底）,,,,,\n'],
    ['整改台账.csv', '整改台账,,,,,\n填报单位：组织部,,,,填报日期：2024年9月30日,\n'],
  ])('holds what is overdue against the day a ledger is kept until: %s %s', async (path, title) => {
    const { cube } = await load([path, title + LEDGER]);
    expect(cube.asOf).toBe('2024-09-30');
    expect(cells(cube, 'rect_overdue_open').at(-1)).toBe('2024-09-30 31-90 1');
    // 长期 in the place of a day is standing and in no rate; 部分整改 is under way.
    expect(said(cube, 'rect_completion_rate')).toEqual({ 云岭高新区: '2/4' });
  });

  it('tells nothing of who was on time where a ledger has no closing days', async () => {
    const { cube } = await load([
      '台账（截至2024年9月30日）.csv',
      '序号,园区,存在问题,整改时限,完成情况\n1,云岭高新区,甲,2024-06-30,已完成\n2,云岭高新区,乙,2024-07-31,整改中\n',
    ]);
    expect(said(cube, 'rect_on_time_rate')).toEqual({});
    expect(said(cube, 'rect_completion_rate')).toEqual({ 云岭高新区: '1/2' });
  });

  it('takes half a year of appraisal for that half, and the scheme that alone has all its grades', async () => {
    const rows = (grades: readonly string[]): string =>
      grades.map((grade, at) => `${String(at)},第${String(at + 1)}党支部,${String(95 - 9 * at)},${grade}\n`).join('');
    const title = '云岭高新区2024年上半年党建考核成绩表,,,\n序号,支部名称,综合得分,考核等次\n';
    const { cube } = await load(['成绩.csv', title + rows(['优秀', '良好', '合格'])]);
    expect(cells(cube, 'appraisal_level_dist')).toEqual([
      '2024H1 points||1 1',
      '2024H1 points||2 1',
      '2024H1 points||3 1',
    ]);
    const other = await load(['成绩.csv', title + rows(['优秀', '合格', '合格'])]);
    expect(cells(other.cube, 'appraisal_level_dist')).toEqual([]);
  });

  it('takes scores beside a zone and an organisation for those of the organisation', async () => {
    const { cube, files } = await load([
      '通报.csv',
      '2024年下半年党建工作考核结果通报,,,,\n开发区,党组织,得分,等次,名次\n云岭高新区,甲党委,88,良好等次,2\n云岭高新区,乙党支部,91,优秀等次,1\n',
    ]);
    expect(files[0]?.tables[0]?.table).toBe('grading');
    expect(cells(cube, 'appraisal_level_dist')).toEqual(['2024H2 points||1 1', '2024H2 points||2 1']);
  });

  it('calls nobody ungraded where the scheme is not known', async () => {
    const { cube } = await load([
      '云岭高新区2024年度分类定级.csv',
      '党支部名称,审定等次\n甲党支部,一类\n乙党支部,二类\n',
    ]);
    expect(said(cube, 'graded_rate')).toEqual({});
  });

  it('takes a subtotal for no criterion', async () => {
    const { cube } = await load([
      '考核得分.csv',
      `2024年度开发区党建考核得分汇总表,,,,,,
单位,政治建设（30分）,组织建设（40分）,小计（70分）,人才（30分）,基础得分（100分）,总分
云岭高新区,28,38,66,27,93,93
碧湖经开区,27,36,63,26,89,89
`,
    ]);
    expect([...new Set(cells(cube, 'zone_score').map((text) => text.split('|')[1]))].sort()).toEqual(
      ['人才', '总分', '政治建设', '组织建设'].sort(),
    );
  });

  it('reads dues by months side by side, and what a zone states as a whole only where its branches state nothing', async () => {
    const months = `云岭高新区2024年一季度党费交纳登记表,,,,,,
支部名称,1月,,2月,,3月,
,应交人数,实交人数,应交人数,实交人数,应交人数,实交人数
甲公司党支部,12,12,12,11,12,12
乙公司党支部,8,7,8,8,8,6
`;
    const whole = `各园区2024年第一季度党费收缴情况,,,
园区,应缴党员数,按期缴纳党员数,实缴党费（元）
云岭高新区,20,20,240.50
碧湖经开区,10,9,100
`;
    const { cube, files } = await load(['按月.csv', months], ['汇总.csv', whole]);
    expect(said(cube, 'dues_on_time_rate')).toEqual({ 云岭高新区: '56/60', 碧湖经开区: '27/30' });
    expect(files.flatMap(({ issueCounts }) => Object.keys(issueCounts))).not.toContain('not-an-integer');
  });

  const REGISTER = `党组织名称,开发区,党员数,统计日期,成立时间
丁公司党委,碧湖经开区,80,2024-06-30,2015-06-01
丁公司第一党支部,碧湖经开区,40,2024-06-30,2016-06-01
丁公司第二党支部,碧湖经开区,40,2024-06-30,2016-06-01
商会联合党支部,碧湖经开区,9,2024-06-30,2019-01-01
`;

  it('knows what an organisation is by its name, and adds no committee to its own branches', async () => {
    const { cube } = await load(['花名册.csv', REGISTER]);
    expect(cells(cube, 'party_org_count')).toEqual(['2024-06-30 党委 1', '2024-06-30 支部 2', '2024-06-30 联合支部 1']);
    expect(
      cells(cube, 'member_count')
        .map((text) => Number(text.split(' ')[1]))
        .reduce((a, b) => a + b),
    ).toBe(89);
    expect(cells(cube, 'member_unknown_count')).toEqual([]);
  });

  it.each(['2024年度党组织换届情况表', '2024年到期换届党组织名单（截至2024年12月31日）'])(
    'counts terms by %s, and takes it for no register',
    async (title) => {
      const terms = `${title},,,\n党组织名称,开发区,应换届时间,实际换届时间\n丁公司第一党支部,碧湖经开区,2024-03-31,2024-03-20\n己公司党支部,碧湖经开区,2024-05-31,\n`;
      const { cube, files } = await load(['花名册.csv', REGISTER], ['换届.csv', terms]);
      expect(said(cube, 'term_on_time_rate')).toEqual({ 碧湖经开区: '1/2' });
      expect(cells(cube, 'party_org_count')).toEqual([
        '2024-06-30 党委 1',
        '2024-06-30 支部 2',
        '2024-06-30 联合支部 1',
      ]);
      expect(files.find(({ path }) => path === '换届.csv')?.issueCounts['list-of-some']).toBe(1);
      const all = await load(['换届.csv', terms.replace(title, `党组织花名册（含换届情况，截至2024年12月31日）`)]);
      expect(cells(all.cube, 'party_org_count')).toEqual(['2024-12-31 支部 2']);
    },
  );

  it.each([
    ['新建区党组织台账', false],
    ['换届后党组织台账', false],
    ['党组织和新增党员情况表', false],
    ['示范区党组织一览表', false],
    ['新成立两新党组织名单', true],
    ['拟撤销党支部清单', true],
  ])('%s is a list of some: %s', (title, some) => {
    expect(isOfSome('list-of-some', [title, 'Sheet1'])).toBe(some);
  });

  it('reads 不定星 as new, blanks beside won stars as not won, and levels written above their rows', async () => {
    const stars = await load([
      '碧湖经开区2024年度星级.csv',
      '党组织名称,评定星级\n甲党支部,5星级\n乙党支部,不定星\n丙党支部,无星\n',
    ]);
    expect(said(stars.cube, 'star_rated_rate')).toEqual({ 碧湖经开区: '2/2' });
    const named = await load([
      '碧湖经开区五星创建2024年度.csv',
      '支部名称,政治星,学习星,发展星\n甲支部,★,★,★\n乙支部,★,,\n丙支部,★,★,\n',
    ]);
    expect(said(named.cube, 'star_dim_rate')).toEqual({ 碧湖经开区: '6/9' });
    expect(said(named.cube, 'star_rated_rate')).toEqual({ 碧湖经开区: '3/3' });
    const headed = await load([
      '2024年度星级党支部名单.csv',
      '序号,党支部名称,所在园区\n一、五星级党支部（1个）,,\n1,甲党支部,云岭高新区\n二、三星级党支部（2个）,,\n1,乙党支部,云岭高新区\n2,丙党支部,云岭高新区\n',
    ]);
    expect(cells(headed.cube, 'star_level_dist')).toEqual(['2024 ||3 2', '2024 ||5 1']);
  });

  it('counts only the newly rated by a list of those honoured, and by it nothing where all are rated', async () => {
    const title = '云岭高新区2024年度五星级、四星级党组织名单';
    const honours = `${title},,\n序号,党组织名称,星级\n1,甲党支部,五星\n2,乙党支部,四星\n`;
    const all = '党组织名称,评定星级\n甲党支部,5\n乙党支部,4\n丙党支部,2\n丁党支部,未评\n';
    const rated = '云岭高新区2024年度星级评定.csv';
    const some = await load(['五星.csv', honours]);
    // Of a list without the cycle before nobody knows who is new.
    expect(cells(some.cube, 'star_new_count')).toEqual([]);
    for (const metric of ['star_rated_rate', 'high_star_share']) expect(said(some.cube, metric)).toEqual({});
    expect(cells(some.cube, 'star_level_dist')).toEqual([]);
    expect(some.files[0]?.issueCounts['list-of-honours']).toBe(1);
    const expected = (cube: Cube): void => {
      expect(said(cube, 'star_rated_rate')).toEqual({ 云岭高新区: '3/4' });
      expect(said(cube, 'high_star_share')).toEqual({ 云岭高新区: '2/3' });
      expect(cells(cube, 'star_level_dist')).toEqual([2, 4, 5].map((level) => `2024 |园区|${level} 1`));
      expect(cells(cube, 'star_new_count')).toEqual([]);
    };
    expected((await load([rated, all])).cube);
    for (const files of [
      [['五星.csv', honours] as const, [rated, all] as const],
      [[rated, all] as const, ['五星.csv', honours] as const],
    ])
      expected((await load(...files)).cube);
    // What has lower levels too lists all, whatever it is called.
    expected((await load(['五星.csv', `${title},\n${all}`])).cube);
  });

  it('counts as newly rated only whom the list before, or a column of the levels before, shows to be new', async () => {
    const now: readonly [string, string] = [
      '云岭高新区2024年度星级评定.csv',
      '党组织名称,评定星级\n甲党支部,5\n乙党支部,4\n丙党支部,2\n丁党支部,3\n',
    ];
    const newly = async (...files: (readonly [string, string])[]): Promise<string[]> =>
      cells((await load(now, ...files)).cube, 'star_new_count').filter((cell) => cell.startsWith('2024'));
    const of = (...levels: number[]): string[] => levels.map((level) => `2024 |园区|${level} 1`);
    expect(await newly()).toEqual([]);
    // 乙 had its level before, 丁 was higher, 丙 was not listed.
    expect(
      await newly(['云岭高新区2023年度星级评定.csv', '党组织名称,评定星级\n甲党支部,4\n乙党支部,4\n丁党支部,4\n']),
    ).toEqual(of(2, 5));
    // Of those with five stars only: who had them not, rose to five; of lower levels nothing is known.
    expect(await newly(['云岭高新区2023年度五星级党组织名单.csv', '党组织名称,评定星级\n戊党支部,5\n'])).toEqual(of(5));
    // Of those with four and five: 丙 and 丁 may have had two and three.
    expect(
      await newly(['云岭高新区2023年度五星级、四星级党组织名单.csv', '党组织名称,评定星级\n乙党支部,4\n戊党支部,5\n']),
    ).toEqual(of(5));
    // Another zone's list says nothing of this one.
    expect(await newly(['碧湖经开区2023年度星级评定.csv', '党组织名称,评定星级\n甲党支部,4\n乙党支部,4\n'])).toEqual(
      [],
    );
    const stated = await load([
      '云岭高新区2024年度星级评定.csv',
      '党组织名称,评定星级,上年星级\n甲党支部,5,4\n乙党支部,4,\n丙党支部,2,2\n',
    ]);
    expect(cells(stated.cube, 'star_new_count')).toEqual(of(4, 5));
  });

  it.each([
    ['五星级党组织创建情况表', false],
    ['2024年度星级评定结果公示', false],
    ['2024年度星级党支部名单', false],
    ['四星级及以上党组织', true],
    ['关于命名2024年度星级党组织的通报', true],
    ['表彰名单', true],
  ])('%s is a list of honours: %s', (title, honours) => {
    expect(isOfSome('list-of-honours', [title, 'Sheet1'])).toBe(honours);
  });

  it('takes a list of inspections for no list of problems, and 一月一调度 for no January', async () => {
    const { cube } = await load([
      '党建督导检查.csv',
      '2024年三季度党建督导检查情况登记表,,,,\n序号,检查时间,所属园区,被检查单位,发现问题数\n1,2024-07-05,云岭高新区,甲公司党支部,3\n',
    ]);
    expect(cells(cube, 'rect_item_count')).toEqual([]);
    expect(cells(cube, 'inspection_count').length).toBe(1);
    const dispatch = await load([
      '调度.csv',
      '云岭高新区2024年“一月一调度”完成情况,,\n序号,责任主体,是否完成\n1,甲党委,是\n2,乙党委,否\n',
    ]);
    expect(dispatch.files[0]?.tables[0]?.fileLevel.period).toBe('2024');
  });

  it('takes the kind of letters from the title where no column states it, and keeps those of different titles apart', async () => {
    const rows = '开发区,签订单位,是否签订,签订日期\n云岭高新区,甲党支部,√,2024/3/5\n云岭高新区,乙党支部,×,\n';
    const titled = (title: string) => [`${title}.csv`, `${title},,,\n${rows}`] as const;
    const letters = async (...titles: string[]): Promise<string[]> =>
      cells((await load(...titles.map(titled))).cube, 'letter_sign_rate');
    expect(await letters('2024年全面从严治党责任书签订情况')).toEqual(['2024 全面从严治党|支部 1']);
    expect(await letters('云岭高新区2024年度安全生产责任状')).toEqual(['2024 安全生产责任状|支部 1']);
    // Nothing says which: they are letters all the same.
    expect(await letters('2024年目标责任书签订情况')).toEqual(['2024 |支部 1']);
    expect(await letters('2024年党建责任书、意识形态责任书签订情况')).toEqual(['2024 |支部 1']);
    expect(await letters('2024年党建工作责任书签订台账', '云岭高新区2024年党风廉政建设责任书签订台账')).toEqual(
      ['党建目标', '党风廉政'].map((kind) => `2024 ${kind}|支部 1`),
    );
  });
});
