import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { circular, countText, factsOf, mattersOf } from '../../src/brief';
import { type Cube, buildCube, loadCube, rollUp, saveCube } from '../../src/cube';
import type { Engine } from '../../src/engine';
import { openNodeEngine } from '../../src/engine/node';
import { Collection, bytesSource, localStager } from '../../src/ingest';
import { metricById } from '../../src/model';
import { counts } from '../../src/pages/compare/figures';
import { uncovered } from '../../src/pages/coverage/figures';
import { figureTable } from '../../src/share/figure-rows';
import { Chinese } from '../../src/state/wording';
import { FIGURE_WORDS } from '../../src/state/messages/figure-words';
import type { Reader } from '../../src/ui/figures/figure';
import { listSays } from '../../src/ui/figures/lists';
import { countsText } from '../../src/ui/figures/beneath';

/*
 * Nobody is uncovered, or nobody says whether anybody is: the page, the workbook and the brief tell one from the other alike, in counts and in lists.
 */

const DAY = '2024-09-30';
const HEAD = '园区,街道,统计日期,单位总数,应建数,已建数,应建已建数,工作覆盖数';
const LIST = '园区,所属街道,统计日期,单位名称,单位性质,经营状态,组建方式';

/** What one zone reports, how many units it then says nobody covers (null: it does not say), and what is said beside that. */
const INPUTS: readonly (readonly [what: string, lines: string, told: number | null, note: string])[] = [
  ['counts, everything covered', `${HEAD}\n甲,东,${DAY},10,5,6,5,10`, 0, '汇总数'],
  ['counts, two uncovered', `${HEAD}\n甲,东,${DAY},10,5,6,5,8`, 2, '汇总数'],
  ['counts, the cell is blank', `${HEAD}\n甲,东,${DAY},10,5,6,5,`, null, '汇总数得不出此项'],
  [
    'counts without the column',
    `园区,街道,统计日期,单位总数,应建数,已建数\n甲,东,${DAY},10,5,6`,
    null,
    '汇总数得不出此项',
  ],
  ['only what is required', `园区,街道,统计日期,应建数\n甲,东,${DAY},5`, null, '汇总数得不出此项'],
  ['more covered than there are', `${HEAD}\n甲,东,${DAY},10,5,6,5,12`, null, '汇总数得不出此项'],
  ['no units at all', `${HEAD}\n甲,东,${DAY},0,0,0,0,0`, 0, '汇总数'],
  [
    'one street says 0, one nothing',
    `${HEAD}\n甲,东,${DAY},10,5,6,5,10\n甲,西,${DAY},10,5,6,5,`,
    0,
    '部分汇总数得不出此项',
  ],
  [
    'one street says 3, one nothing',
    `${HEAD}\n甲,东,${DAY},10,5,6,5,7\n甲,西,${DAY},10,5,6,5,`,
    3,
    '部分汇总数得不出此项',
  ],
  [
    'the quarter before said 4, this one nothing',
    `${HEAD}\n甲,东,2024-06-30,10,5,6,5,6\n甲,东,${DAY},10,5,6,5,`,
    null,
    '汇总数得不出此项',
  ],
  [
    'the quarter before said nothing, this one 0',
    `${HEAD}\n甲,东,2024-06-30,10,5,6,5,\n甲,东,${DAY},10,5,6,5,10`,
    0,
    '汇总数',
  ],
  [
    'a list without instructors',
    `${LIST}\n甲,东街道党工委,${DAY},一公司,非公企业,运营,未建-应建`,
    null,
    '名单未列此项',
  ],
  [
    'a list with instructors, all covered',
    `${LIST},党建指导员\n甲,东街道党工委,${DAY},一公司,非公企业,运营,未建-应建,是`,
    0,
    '',
  ],
];

describe('what is 0 and what is not told', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openNodeEngine();
  }, 120_000);
  afterAll(() => engine.close());

  async function cubeOf(...files: readonly string[]): Promise<Cube> {
    const collection = await Collection.open(engine, localStager);
    for (const [at, lines] of files.entries()) {
      const path = `党建覆盖${at}.csv`;
      const data = new TextEncoder().encode(lines);
      await collection.add({ path, data, source: bytesSource(path, data) });
    }
    await collection.settle();
    return buildCube(engine, []);
  }

  const ask = { period: '2024Q3', comparison: 'none', by: 'zone' } as const;
  const id = 'uncovered_unit_count';
  const nameOf: Reader['nameOf'] = ({ zone = '', committee }) => committee ?? zone;
  const language = new Chinese();
  language.add(FIGURE_WORDS);

  it.each(INPUTS)('%s', async (_, lines, told, note) => {
    const cube = await cubeOf(lines, `${HEAD}\n乙,北,${DAY},10,5,6,5,9`);
    const [own] = rollUp(cube, { metric: id, periods: ['2024Q3'], zones: ['甲'], by: ['zone'] });
    expect(own?.silent ? null : own?.numerator).toBe(told);

    const reader = { cube, nameOf, language, ask } as unknown as Reader;
    const answer = counts(id)(reader, ask);
    if (answer === null || !('table' in answer)) throw new Error('no figure');
    const onPage = answer.table().rows.find(([name]) => String(name).startsWith('甲'));
    expect(onPage?.[1]).toBe(told);
    expect(countsText(reader, answer.question).includes('得不出')).toBe(note.includes('得不出'));

    const list = uncovered(reader, ask);
    const says = listSays(reader, list);
    expect(list.title).toContain(`${1 + (told ?? 0)} 家`);
    expect(says.over.includes('2 个园区中 1 个有数')).toBe(told === null);
    // What counts say has no rows: whoever opens the list is told so, whose the counts are and which of them do not say it.
    expect([says.beneath.includes('乙'), says.beneath.includes('得不出')]).toEqual([true, note.includes('得不出')]);

    const rows = figureTable(cube, [metricById(id)], 'zh').rows.filter(([, period]) => period === '2024 年第三季度');
    const inBook = rows.find(([, , zone]) => zone === '甲');
    expect([inBook?.[4], inBook?.[7]]).toEqual([told, note]);
    const whose = rows.find(([, , zone]) => zone === '全部园区');
    expect([whose?.[4], whose?.[7]]).toEqual([1 + (told ?? 0), told === null ? '2 个园区中 1 个有数' : '']);

    const matter = mattersOf(cube, ask, nameOf, 'zh').find(({ metric }) => metric === id);
    expect(matter?.figure).toBe(`${countText(1 + (told ?? 0))} 家`);
    expect(matter?.detail.includes('2 个园区中 1 个有数')).toBe(told === null);

    const paper = JSON.stringify(circular(cube, ask, nameOf, 'zh'));
    const facts = factsOf(cube, { ...ask, metric: 'work_coverage_rate' });
    const isCounted = note.includes('得不出');
    expect(paper.includes('甲的汇总数得不出全部'), JSON.stringify(facts.counted.get('甲'))).toBe(isCounted);
    // Saved and opened again nothing else is known.
    expect(loadCube(saveCube(cube)).cells).toEqual(cube.cells);
  });
});
