import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { bytesOf, cellsOf } from '../datasets/plain-reader';
import { entries, lastOf, membersOf } from './organisation-rows';
import { go, readTable } from './page-reader';
import {
  coverageRates,
  fraction,
  inScope,
  lastRegister,
  organisations,
  percent,
  ratings,
  thousands,
  units,
} from './recount';

const [head = [], ...body] = cellsOf(bytesOf('published/figures.csv').toString('utf8').slice(1), ',');
const FIGURES = body.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])));

const ORGS = organisations();
const RATINGS = ratings();
const XIAN = units().filter((unit) => inScope(unit) && unit.zone === 'XAGX' && unit.quarter === '2018Q4');

const computed = (id: string): string => {
  const coverage = coverageRates(XIAN).组织覆盖率 ?? [0, 0];
  const founded = lastRegister(ORGS, 'XAGX').filter((org) => org.founded.startsWith('2018'));
  const stars = (awarding: string, level: number): number =>
    RATINGS.filter(
      (one) =>
        one.zone === 'XAGX' &&
        one.cycle === '2018' &&
        one.awarding === awarding &&
        one.level === level &&
        one.status === '评定' &&
        (one.before ?? -1) < level,
    ).length;
  const answers: Readonly<Record<string, string>> = {
    org_coverage_rate: `${percent(coverage)} ${fraction(coverage)}`,
    org_net_new: `${founded.length} 个`,
    'star_new_count shaanxi-5|省|5': `${stars('省', 5)} 个`,
    'star_new_count shaanxi-5|市|4': `${stars('市', 4)} 个`,
    member_count: `${membersOf(lastOf(entries(), 'XZJK')).toLocaleString('en')} 名`,
    party_org_count: `${lastRegister(ORGS, 'XZJK').filter((org) => org.dissolved === '').length} 个`,
  };
  const found = answers[id] ?? answers[id.split(' ')[0] ?? ''];
  if (found === undefined) throw new Error(`a published figure nobody recounts: ${id}`);
  return found;
};

/** Published figures beside the computed ones. */
export function publishedNumbers(at: () => Page): void {
  test.each(['覆盖', '组织建设', '星级'])('every published figure that fits, of %s', async (name) => {
    const page = at();
    const families: Readonly<Record<string, RegExp>> = {
      覆盖: /^org_coverage/u,
      组织建设: /^(?:org_net|party_org|member_count)/u,
      星级: /^star_/u,
    };
    await go(page, '#/published');
    const read = await readTable(page.getByRole('region', { name }));
    const pattern = families[name] ?? /$^/u;
    const expected = FIGURES.filter((figure) => pattern.test(figure.metric_id ?? '')).map((figure) => ({
      what: figure.label_zh,
      stated: `${figure.bound === 'ge' ? '≥ ' : figure.bound === 'approx' ? '≈ ' : ''}${thousands(Number(figure.value))}${figure.unit === '%' ? '%' : ` ${figure.unit}`}`,
      computed: computed(`${figure.metric_id} ${figure.category}`),
      source: figure.source_document,
    }));
    expect(expected.length).toBeGreaterThan(0);
    expect(
      read.rows.map(([what = '', stated, value, source = '']) => ({
        what: what.split(' ')[0],
        stated,
        computed: value,
        source: source.split(' 存疑')[0],
      })),
    ).toEqual(expected);
    for (const figure of FIGURES.filter((one) => pattern.test(one.metric_id ?? '') && one.doubt_note_zh !== ''))
      expect(read.rows.map((row) => row.join(' ')).join('\n')).toContain(`存疑：${figure.doubt_note_zh}`);
  });

  test('the published rate stands beside the key figure of its zone', async () => {
    const page = at();
    await go(page, '#/overview?zones=XAGX');
    expect(await page.getByRole('region', { name: '主要指标' }).innerText()).toContain('公布数 81%');
    await go(page, '#/overview?zones=XZJK');
    expect(await page.getByRole('region', { name: '主要指标' }).innerText()).not.toContain('公布数');
  });
}
