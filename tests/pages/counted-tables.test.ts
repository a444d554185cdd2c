import { describe, expect, it } from 'vitest';
import { bytesSource, localStager } from '../../src/ingest';
import { countedTable } from '../../src/pages/import/nearest-text';

/* Tables of counts of other families than coverage say whose rows they sum up. */

const viewOf = async (text: string) => {
  const source = bytesSource('a.csv', new TextEncoder().encode(text));
  const { tables } = await localStager.stage({ source }, [], {}, {});
  const [view] = tables;
  if (!view) throw new RangeError('no table');
  return view;
};

describe('counts of what is counted from rows', () => {
  it.each([
    [
      '2024年党建责任书签订情况\n园区,应签数,已签数,签订率\n河西高新区,12,10,83.3%\n江北经开区,8,8,100%\n',
      'work_record',
    ],
    ['园区,问题总数,已整改数,整改完成率\n河西高新区,12,10,83.3%\n江北经开区,8,8,100%\n', 'rectification'],
    [
      '三会一课开展情况汇总\n园区,应开展支部数,已开展支部数,开展率\n河西高新区,12,10,83.3%\n江北经开区,8,8,100%\n',
      'org_life',
    ],
    ['2024年星级表\n园区,五星,四星,三星,合计\n河西高新区,1,4,7,12\n江北经开区,2,2,4,8\n', 'star_count'],
    ['2024年考核等次分布\n园区,优秀,良好,合格,不合格\n河西高新区,1,4,7,0\n江北经开区,2,2,4,0\n', 'grade_count'],
    [
      '党组织和党员基本情况统计\n园区,党委,党总支,党支部,党员总数\n河西高新区,1,4,70,1200\n江北经开区,2,2,40,800\n',
      'party_org',
    ],
    ['园区,应换届数,已换届数,按期换届率\n河西高新区,12,10,83.3%\n江北经开区,8,8,100%\n', 'party_org'],
  ])('%j sum up %s', async (text, table) => {
    const view = await viewOf(text);
    expect([view.match.table, countedTable(view)]).toEqual([null, table]);
  });

  it.each([
    '学校,学生数,教师数\n一中,100,10\n二中,90,9\n',
    '菜名,价格,问题\n豆腐,10,咸\n白菜,5,淡\n',
    '望海产业园覆盖汇总（2024年9月）\n园区,应建党组织数,已建党组织数,组织覆盖率\n望海产业园,20,17,85%\n临江高新区,30,20,66.7%\n',
  ])('%j says nothing of the kind', async (text) => {
    expect(countedTable(await viewOf(text))).toBeNull();
  });
});
