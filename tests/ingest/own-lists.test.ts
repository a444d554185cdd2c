import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cube, buildCube, rateOf, rollUp, saveCube } from '../../src/cube';
import type { Engine } from '../../src/engine';
import { openNodeEngine } from '../../src/engine/node';
import { Collection, type FileReport, bytesSource, localStager } from '../../src/ingest';

/* Lists as offices keep them: which units are required, who instructs them and which part of the zone they lie in, in their own columns. */

describe('lists of an office', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openNodeEngine();
  }, 120_000);
  afterAll(() => engine.close());

  async function load(path: string, rows: readonly (readonly unknown[])[]): Promise<{ cube: Cube; file: FileReport }> {
    const data = new TextEncoder().encode(rows.map((row) => row.join(',')).join('\r\n'));
    const collection = await Collection.open(engine, localStager);
    const file = await collection.add({ path, data, source: bytesSource(path, data) });
    await collection.settle();
    return { cube: await buildCube(engine, []), file: collection.files[0] ?? file };
  }

  const rates = (cube: Cube, metric: string, by: 'zone' | 'committee' = 'zone'): Record<string, string | null> =>
    Object.fromEntries(
      rollUp(cube, { metric, by: [by], periods: ['2024Q3'] }).map((group) => [
        group[by] ?? '',
        rateOf(group) === null ? null : `${String(group.numerator)}/${String(group.denominator)}`,
      ]),
    );

  const unit = fc.record({ due: fc.constantFrom('是', '否', ''), built: fc.boolean(), members: fc.nat({ max: 6 }) });
  const table = (units: readonly { due: string; built: boolean; members: number }[], header = '是否应建') => [
    ['园区', '企业名称', '统计日期', '党员人数', header, '是否已建'],
    ...units.map(({ due, built, members }, at) => [
      ...['鹿鸣开发区', `长青${String(at)}科技有限公司`, '2024-09-30', members, due, built ? '是' : '否'],
    ]),
  ];

  it('counts as required what the list says is, whatever the members', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(unit, { minLength: 1, maxLength: 12 }), async (units) => {
        const stated = units.some(({ due }) => due !== '');
        const ofBuilt = units.some(({ due, built }) => due === '是' && built);
        const required = units.filter(({ due, built, members }) =>
          stated ? due === '是' || (due === '' && built && !ofBuilt) : members >= 3,
        );
        const { cube } = await load('台账.csv', table(units));
        const done = required.filter(({ built }) => built).length;
        // Where all have one, and nothing says who is required, those that have one are.
        const allBuilt = !stated && units.every(({ built }) => built);
        const expected = allBuilt
          ? `${String(units.length)}/${String(units.length)}`
          : `${String(done)}/${String(required.length)}`;
        expect(rates(cube, 'should_build_built_rate').鹿鸣开发区 ?? '0/0').toBe(expected);
      }),
      { numRuns: 10 },
    );
  });

  it('says where the list and three members differ, and that the list counts', async () => {
    const { file } = await load(
      '台账.csv',
      table([
        { due: '是', built: false, members: 1 },
        { due: '否', built: false, members: 4 },
        { due: '否', built: true, members: 4 },
        { due: '是', built: true, members: 3 },
      ]),
    );
    expect(file.issueCounts['due-against-members']).toBe(2);
  });

  it.each(['应建', '是否符合组建条件', '是否属于应建党组织单位', '是否应当建立党组织'])('reads %s', async (header) => {
    const words = header.includes('条件') ? ['具备', '不具备'] : ['√', '×'];
    const units = [
      { due: words[0] ?? '', built: true, members: 1 },
      { due: words[1] ?? '', built: false, members: 5 },
      { due: words[0] ?? '', built: false, members: 0 },
    ];
    const { cube } = await load('台账.csv', table(units, header));
    expect(rates(cube, 'should_build_built_rate')).toEqual({ 鹿鸣开发区: '1/2' });
  });

  it.each(['指导员', '党建指导员姓名', '选派指导员名单', '派驻党建指导员（姓名）'])(
    'counts somebody named under %s as there, and keeps no name',
    async (header) => {
      const names = ['王晓伟', '李  娜', '欧阳修远', '张磊、陈静', '无', '', '/', '暂缺', '未选派', '赵敏'];
      const rows = names.map((name, at) => [
        ...['鹿鸣开发区', `宏达${String(at)}机械有限公司`, '2024-09-30', '非公企业', '否', name],
      ]);
      const { cube, file } = await load('台账.csv', [
        ['园区', '企业名称', '统计日期', '企业类型', '是否已建', header],
        ...rows,
      ]);
      expect(rates(cube, 'instructor_rate')).toEqual({ 鹿鸣开发区: '5/10' });
      expect(file.issueCounts['personal-column-told']).toBe(1);
      const kept = [
        JSON.stringify(file.tables.map(({ view }) => [view.sample, view.match])),
        JSON.stringify(file.issues),
        JSON.stringify(await engine.rows('SELECT * FROM unit_coverage')),
        new TextDecoder().decode(await saveCube(cube)),
      ].join('\n');
      for (const name of ['王晓伟', '欧阳修远', '张磊', '陈静', '赵敏']) expect(kept).not.toContain(name);
    },
  );

  const PARTS = [
    ['区域', ['北区', '中区', '南区']],
    ['园区', ['东区', '西区', 'A区']],
    ['所属区域', ['一期', '二期', '三期']],
    ['区域', ['沿江片区', '空港片区', '老城片区']],
    ['辖区', ['城关街道', '河西镇', '东山镇']],
  ] as const;
  it.each(PARTS)('takes %s with %s for parts of the zone the file names', async (header, parts) => {
    const rows = Array.from({ length: 9 }, (_, at) => [
      ...[parts[at % 3], `长青${String(at)}科技有限公司`, '2024-09-30', '非公企业', at % 2 === 0 ? '是' : '否'],
    ]);
    const { cube } = await load('鹿鸣开发区两新台账.csv', [
      [header, '企业名称', '统计日期', '企业类型', '是否已建'],
      ...rows,
    ]);
    expect(Object.keys(rates(cube, 'org_coverage_rate'))).toEqual(['鹿鸣开发区']);
    expect(Object.keys(rates(cube, 'org_coverage_rate', 'committee')).sort()).toEqual([...parts].sort());
  });

  it('leaves zones of such a column zones', async () => {
    const zones = ['鹿鸣高新区', '望江经开区', '中区'];
    const rows = zones.map((zone) => [zone, `${zone}甲厂`, '2024-09-30', '非公企业', '是']);
    const { cube } = await load('全市两新台账.csv', [
      ['区域', '企业名称', '统计日期', '企业类型', '是否已建'],
      ...rows,
    ]);
    expect(Object.keys(rates(cube, 'org_coverage_rate')).sort()).toEqual([...zones].sort());
  });
});

describe('days, names and words of such lists', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openNodeEngine();
  }, 120_000);
  afterAll(() => engine.close());

  async function load(path: string, lines: readonly string[]): Promise<FileReport | undefined> {
    const data = new TextEncoder().encode(lines.join('\r\n'));
    const collection = await Collection.open(engine, localStager);
    await collection.add({ path, data, source: bytesSource(path, data) });
    await collection.settle();
    return collection.files[0];
  }
  const days = async (): Promise<unknown[]> =>
    (await engine.rows('SELECT DISTINCT CAST(snapshot_date AS VARCHAR) AS day FROM unit_coverage ORDER BY 1')).map(
      ({ day }) => day,
    );

  it.each([
    ['鹿鸣开发区2024Q3台账.csv', '填报时间', '2024/10/8', '2024-09-30'],
    ['鹿鸣开发区24Q3台账.csv', '上报日期', '2024-11-2', '2024-09-30'],
    // Said by the row, and not long after anything else.
    ['鹿鸣开发区2024Q3台账.csv', '统计日期', '2024/10/8', '2024-10-08'],
    ['鹿鸣开发区2023Q3台账.csv', '填报时间', '2024/10/8', '2024-10-08'],
    ['鹿鸣开发区台账.csv', '填报时间', '2024/10/8', '2024-10-08'],
  ])('%s with %s %s is of %s', async (path, header, day, is) => {
    await load(path, [`企业名称,企业类型,是否建立党组织,${header}`, `甲厂,民营,是,${day}`, `乙厂,民营,否,${day}`]);
    expect(await days()).toEqual([is]);
  });

  it('a further table of a sheet is of the period the first is headed with', async () => {
    await load('锦屏经开区.csv', [
      '锦屏经开区党组织覆盖汇总（2024年第三季度）,,,',
      '街道,企业数,应建数,已建数',
      '红星街道,30,10,8',
      '柳林街道,20,9,9',
      ',,,',
      '新增企业名单,,,',
      '序号,企业名称,组建方式,未建原因',
      '1,甲厂,单独支部,',
      '2,乙厂,未建,党员不足三人',
    ]);
    expect(await days()).toEqual(['2024-09-30']);
  });

  it('a list of which nothing counts takes no counts’ place', async () => {
    await load('锦屏经开区.csv', [
      '锦屏经开区党组织覆盖汇总（2024年第三季度）,,,',
      '街道,企业数,应建数,已建数,组建率',
      '红星街道,30,10,8,80%',
      '柳林街道,20,9,9,100%',
      ',,,',
      '未建党组织企业名单,,,',
      '序号,企业名称,所在街道,未建原因',
      '1,甲厂,红星街道,党员不足三人',
    ]);
    const cube = await buildCube(engine, []);
    const [total] = rollUp(cube, { metric: 'should_build_built_rate', by: ['zone'], periods: ['2024Q3'] });
    expect(total).toMatchObject({ zone: '锦屏经开区', numerator: 17, denominator: 19 });
  });

  it('a name stands for the rows below it in a list of meetings by kind', async () => {
    await load('鹿鸣开发区三会一课2024年.csv', [
      '支部名称,会议类型,2024年1月,2024年2月',
      ...['甲支部,支委会,1,1', ',主题党日,1,1', '乙支部,支委会,1,0', ',主题党日,1,1'],
    ]);
    const rows = await engine.rows(
      'SELECT org_name, CAST(count(*) AS DOUBLE) AS n FROM org_life GROUP BY 1 ORDER BY 1',
    );
    expect(rows.map(({ org_name, n }) => [org_name, n])).toEqual([
      ['乙支部', 4],
      ['甲支部', 4],
    ]);
  });
});
