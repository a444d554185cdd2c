import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Matter,
  type Paper,
  circular,
  committeesIn,
  factsOf,
  fingerprintText,
  mattersOf,
  overviewFinding,
  periodsAnswered,
  plain,
  reminder,
  remindsOf,
  watchList,
} from '../../src/brief';
import { type Cell, type Cube, LEVELS, type Level, drillSql, fingerprintOf, zoneName } from '../../src/cube';
import { contains, ended, lastDay } from '../../src/domain';
import type { Engine } from '../../src/engine';
import { openNodeEngine } from '../../src/engine/node';
import { Collection, bytesSource, localStager } from '../../src/ingest';
import { METRICS, metricById } from '../../src/model';
import { EVERYTHING, disclosed, docxOf, paperHtml, released } from '../../src/share';
import { KEY_RATES } from '../../src/state';
import { zonesByDefault } from '../../src/state/choices';
import { namesIn } from '../../src/state/names';
import { drillQuestion } from '../../src/state/drill-target';
import { readDecisions } from '../../src/state/decisions-file';
import { type Outcome } from '../../src/state/given-files';
import { figuresOf, inReadingOrder, readFiles } from '../../src/state/read-files';
import { rowsOf as drillOf } from '../../src/ui/figures/drilling';
import { lettersNotSigned, meetingsLacking, termsOverdue } from './owed';
import { linesOf, quoted, stated, statable, strays } from './paper-numbers';
import { bytesOf, exampleList, jsonOf } from './plain-reader';

/** Everything could be looked at. */
const ALL_KNOWN = { targets: true, owed: 'all' } as const;

/* The overview of the example: every number in it is added up again from the cells, in plain loops. */

let engine: Engine;
let cube: Cube;

beforeAll(async () => {
  engine = await openNodeEngine();
  const collection = await Collection.open(engine, localStager);
  const given = exampleList().map(({ path }) => {
    const data = new Uint8Array(bytesOf(path));
    return { input: { path, data, source: bytesSource(path, data) } };
  });
  const outcome: Outcome = { added: [], refused: [], applied: new Set() };
  const { files } = readDecisions(new TextDecoder().decode(bytesOf('decisions.json')));
  await readFiles(collection, await inReadingOrder(given, files), outcome);
  expect(outcome.refused).toEqual([]);
  ({ cube } = await figuresOf(engine, collection));
}, 180_000);

afterAll(() => engine.close());

/** The cells that count: all of the period, of a stock the last of every zone. */
function counting(metric: string, period: string, zones: readonly string[], of: Cube = cube): Cell[] {
  const inside = of.cells.filter(
    (cell) => cell.metric === metric && zones.includes(cell.zone) && contains(period, cell.period),
  );
  if (metricById(metric).time !== 'stock') return inside;
  return inside.filter(({ zone, period: at }) =>
    inside.every((other) => other.zone !== zone || lastDay(other.period) <= lastDay(at)),
  );
}

const sums = (cells: readonly Cell[]): { x: number; n: number } => ({
  x: cells.reduce((sum, { numerator }) => sum + numerator, 0),
  n: cells.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0),
});

const nameOf = ({ zone = '', committee }: { readonly zone?: string; readonly committee?: string }): string =>
  committee ?? zoneName(cube, zone);
const askFor = (zones: readonly string[], period: string) =>
  ({ zones, peers: zonesByDefault(cube), period, comparison: 'previous', by: 'zone' }) as const;
const asks = () => {
  const all = zonesByDefault(cube);
  return [all, ...all.map((zone) => [zone])].flatMap((zones) =>
    ['2018Q4', '2018Q2', '2017'].map((period) => askFor(zones, period)),
  );
};
const countIn = (figure: string): number => Number(/^[\d,]+/.exec(figure)?.[0].replaceAll(',', ''));

describe('the overview of the example', () => {
  test('has what a leader would ask for', () => {
    const ask = askFor(zonesByDefault(cube), '2018Q4');
    const matters = mattersOf(cube, ask, nameOf, 'zh');
    const said = matters.map(({ title, figure }) => `${title} ${figure}`);
    expect(said).toEqual(
      expect.arrayContaining([
        '按期整改率 60.3%',
        '超期未换届 107 个',
        '逾期未改 85 项',
        '责任书未签 43 份',
        '应开会议未开齐 203 个支部',
      ]),
    );
    const sentence = plain(overviewFinding(matters, watchList(cube, ask, nameOf, 'zh'), ask, 'zh', ALL_KNOWN));
    expect(sentence).toContain(`2018 年第四季度：${matters.filter(({ kind }) => kind === 'target').length} 项未达目标`);
  });

  test('says of how many zones a figure is, in a file that does not tell all', () => {
    const open = disclosed(cube, 'public');
    const ask = askFor(zonesByDefault(open), '2018Q4');
    const matters = mattersOf(open, ask, nameOf, 'zh');
    for (const { metric, period, told } of matters.filter(({ told: of }) => of !== '')) {
      const listed = new Set(counting(metric, period, ask.zones, open).map(({ zone }) => zone));
      expect([metric, told.includes(` ${listed.size} 个`)]).toEqual([metric, true]);
    }
    expect(plain(overviewFinding(matters, watchList(open, ask, nameOf, 'zh'), ask, 'zh', ALL_KNOWN))).toContain(
      '按期整改率 55.9%（12 个园区中 5 个有数，另 6 个数小不列）',
    );
  });

  test('counts what is owed as the cells do, for all zones and for each', () => {
    let seen = 0;
    for (const ask of asks())
      for (const { kind, metric, part, period, figure, title } of mattersOf(cube, ask, nameOf, 'zh')) {
        if (kind !== 'owed') continue;
        const { x, n } = sums(counting(metric, period, ask.zones));
        expect([title, ask.zones, period, countIn(figure)]).toEqual([
          title,
          ask.zones,
          period,
          part === 'numerator' ? x : n - x,
        ]);
        seen += 1;
      }
    expect(seen).toBeGreaterThan(100);
  });

  test('counts what is owed as the rows of the files do', () => {
    const zones = zonesByDefault(cube);
    const owed = mattersOf(cube, askFor(zones, '2018Q4'), nameOf, 'zh').filter(({ kind }) => kind === 'owed');
    const figures = new Map(owed.map(({ metric, figure }) => [metric, countIn(figure)]));
    const sum = (of: (zone: string) => number): number => zones.reduce((all, zone) => all + of(zone), 0);
    // Both kinds of letter are owed: of the one alone 39 were not signed.
    const letters = lettersNotSigned(zones, '2018');
    expect(Object.fromEntries(letters)).toEqual({ 党建目标: 39, 党风廉政: 4 });
    // The zones named are those with the most rows, on all that they report.
    const told = owed.find(({ metric }) => metric === 'all_meetings_compliance_rate');
    const [most, next] = [...zones].sort((a, b) => meetingsLacking(b) - meetingsLacking(a));
    const named = [most, next].map((zone = '') => `${nameOf({ zone })} ${meetingsLacking(zone)} 个支部`).join('、');
    expect(told?.detail).toContain(`最多的是${named}`);
    // Every group of a branch owes its meeting: were one that met enough, 185 branches would lack something.
    expect(sum((zone) => meetingsLacking(zone, false))).toBe(185);
    const registers = jsonOf('expected/rectification.json') as {
      readonly zones: Record<
        string,
        { readonly atQuarterEnd: Record<string, { rect_overdue_open: Record<string, number> }> }
      >;
    };
    const late = (zone: string): number =>
      Object.values(registers.zones[zone]?.atQuarterEnd['2018-12-31']?.rect_overdue_open ?? {}).reduce(
        (a, b) => a + b,
        0,
      );
    expect({
      letters: figures.get('letter_sign_rate'),
      meetings: figures.get('all_meetings_compliance_rate'),
      terms: figures.get('term_overdue_count'),
      items: figures.get('rect_overdue_open'),
    }).toEqual({
      letters: [...letters.values()].reduce((a, b) => a + b, 0),
      meetings: sum((zone) => meetingsLacking(zone)),
      terms: termsOverdue(zones),
      items: sum(late),
    });
  });

  test('opens as many rows as it counts', { timeout: 120_000 }, async () => {
    const asked = asks().filter(
      ({ zones, period }) => zones.length > 1 || (zones[0] === 'WSGX' && period === '2018Q4'),
    );
    for (const ask of asked)
      for (const { kind, metric, part, period, figure, title } of mattersOf(cube, ask, nameOf, 'zh')) {
        if (kind !== 'owed') continue;
        const target = drillOf({ metric, period, selection: ask }, [title], {});
        const [row] = await engine.rows(
          `SELECT CAST(count(*) AS DOUBLE) AS n FROM (${drillSql(drillQuestion(cube, target, part))}) opened`,
        );
        expect([title, ask.zones, period, Number(row?.n)]).toEqual([title, ask.zones, period, countIn(figure)]);
      }
  });

  test('lists every figure that is short of its target and no other', () => {
    for (const ask of asks()) {
      const own = ask.zones.length === 1 ? zoneName(cube, ask.zones[0] ?? '') : '';
      const listed = mattersOf(cube, ask, nameOf, 'zh').filter(({ kind, zone }) => kind === 'target' && zone === null);
      const aims = cube.targets.filter(({ scope }) => scope === '' || scope === own || ask.zones.includes(scope));
      const short = new Set<string>();
      for (const { metricId, period: at, target } of aims) {
        const { period } = factsOf(cube, { ...ask, metric: metricId });
        const { x, n } = sums(counting(metricId, period, ask.zones));
        const { direction } = metricById(metricId);
        const below = direction === 'down' ? x / n > target : x / n < target;
        if (n > 0 && (at === '' || contains(at, period)) && below) short.add(metricId);
      }
      expect([ask.zones, listed.map(({ metric }) => metric).sort()]).toEqual([ask.zones, [...short].sort()]);
    }
  });

  test('is in the order that it states', () => {
    const stop = (matter: Matter): number => (matter.kind === 'target' ? 0 : 1);
    for (const ask of asks()) {
      const matters = mattersOf(cube, ask, nameOf, 'zh');
      expect(matters.map(stop)).toEqual(matters.map(stop).sort());
      const counts = matters.filter(({ kind }) => kind === 'owed').map(({ figure }) => countIn(figure));
      expect(counts).toEqual([...counts].sort((a, b) => b - a));
    }
  });

  test('has key rates that are one figure, and all of them in the example', () => {
    const ask = askFor(zonesByDefault(cube), '2018Q4');
    for (const metric of KEY_RATES) {
      const { whole, period } = factsOf(cube, { ...ask, metric });
      const { x, n } = sums(counting(metric, period, ask.zones));
      expect([metric, whole?.numerator, whole?.denominator]).toEqual([metric, x, n]);
      expect(metricById(metric).categoryParts?.[0]).not.toBe('scheme');
    }
  });
});

/** The cube as it leaves the house. */
const given = (level: Level): Cube =>
  released(cube, {
    ...EVERYTHING,
    level,
    release: { level, by: '某市委组织部', for: '各开发区党工委', on: '2026-11-29', pages: null, sums: [] },
  });

/** The lines a Word file of a paper ought to have. */
const written = ({ blocks }: Paper): string[][] =>
  blocks.flatMap((block) => {
    if (block.kind !== 'table') return [[block.lead + block.text]];
    return [...(block.caption === '' ? [] : [[block.caption]]), [...block.head], ...block.rows.map((row) => [...row])];
  });

const ANNEX = /^(?:附件|Annex) ?\d$/u;

describe('the papers of the example', () => {
  const told = new Map<Level, Cube>();
  beforeAll(() => {
    for (const level of LEVELS) told.set(level, given(level));
  }, 60_000);
  const at = (level: Level): Cube => told.get(level) ?? cube;

  test.each(LEVELS)(
    '%s: the file of every period is the paper, states no number that the figures do not, and another rate is found out',
    { timeout: 300_000 },
    async (level) => {
      const of = at(level);
      const zones = zonesByDefault(of);
      const [quarters, years] = (['quarter', 'year'] as const).map((grain) =>
        periodsAnswered(of, 'org_coverage_rate', grain),
      );
      const meant = quoted(of, 'zh');
      // It stands for all figures and holds none.
      const fingerprint = ended(fingerprintText(of, fingerprintOf(of), 'zh'), 'zh');
      let [numbers, rates] = [0, 0];
      const missed: string[] = [];
      for (const period of [...(quarters ?? []), ...(years ?? [])]) {
        const ask = { ...askFor(zones, period), peers: zones };
        const nameOf = namesIn(of, 'zh');
        const paper = circular(of, ask, nameOf, 'zh');
        const lines = linesOf(await docxOf(paper));
        expect(lines).toEqual(written(paper));
        const may = statable(of, [ask], nameOf, 'zh');
        let annex = '';
        for (const [text = '', ...more] of lines) {
          if (ANNEX.test(text)) annex = text;
          if (more.length > 0 || text === fingerprint) continue;
          const unknown = annex === '' ? strays(text, may) : stated(text).filter((number) => !meant.has(number));
          expect([period, text, unknown]).toEqual([period, text, []]);
          numbers += stated(text).length;
          if (annex !== '') continue;
          for (const { 0: rate, index } of text.matchAll(/\d[\d,.]*%（|\d[\d,]*\/[\d,]+/gu)) {
            const last = index + rate.search(/\d(?!.*\d)/u);
            const other = String((Number(text[last]) + 1) % 10);
            rates += 1;
            const altered = text.slice(0, last) + other + text.slice(last + 1);
            if (strays(altered, may).length === 0) missed.push(`${rate} → ${altered.slice(index, last + 9)}`);
          }
        }
      }
      expect(numbers).toBeGreaterThan(1000);
      expect(rates).toBeGreaterThan(200);
      // One in a hundred may be another figure of the same zone that rounds to the same rate.
      expect([level, missed.length > rates / 100 ? missed : []]).toEqual([level, []]);
    },
  );

  test.each(LEVELS)('%s: every cell of its tables is what the cells of the cube add up to', (level) => {
    const of = at(level);
    const zones = zonesByDefault(of);
    let cells = 0;
    for (const period of ['2018Q4', '2018Q1', '2017']) {
      const ask = { ...askFor(zones, period), peers: zones };
      for (const block of circular(of, ask, namesIn(of, 'zh'), 'zh').blocks) {
        if (block.kind !== 'table') continue;
        const [, ...heads] = block.head;
        for (const [name = '', ...row] of block.rows)
          row.forEach((cell, nth) => {
            const label = (heads[nth] ?? '').replace(/（\d.*$/u, '');
            const metric = METRICS.find((one) => one.label.zh === label)?.id ?? label;
            const among = name === '合计' ? zones : zones.filter((zone) => zoneName(of, zone) === name);
            const { x, n } = sums(counting(metric, factsOf(of, { ...ask, metric }).period, among, of));
            const [rate = '', fraction] = cell.split('\n');
            cells += 1;
            expect([period, name, label, n === 0 ? '—' : `${x}/${n}`]).toEqual([
              period,
              name,
              label,
              fraction?.replaceAll(',', '') ?? '—',
            ]);
            if (n > 0) expect(Math.abs(Number.parseFloat(rate) - (x / n) * 100)).toBeLessThanOrEqual(0.05 + 1e-9);
          });
      }
    }
    expect(cells).toBeGreaterThan(300);
  });

  test('for others: what is withheld is in no paper, neither as a number nor by the name of a committee', async () => {
    const of = at('public');
    const zones = zonesByDefault(of);
    const ask = { ...askFor(zones, '2018Q4'), peers: zones };
    const nameOf = namesIn(of, 'zh');
    const papers = [circular(of, ask, nameOf, 'zh'), ...zones.map((zone) => reminder(of, ask, { zone }, nameOf, 'zh'))];
    const committees = new Set(cube.cells.map(({ committee }) => committee).filter((name) => name.length > 3));
    const held = (of.disclosure?.withheld ?? []).filter(({ zone }) => zone !== null);
    expect(held.length).toBeGreaterThan(10);
    expect(committeesIn(of, zones)).toEqual([]);
    for (const paper of papers) {
      const text = (await Promise.all([docxOf(paper)])).flatMap(linesOf).flat().join('\n') + paperHtml(paper);
      expect([...committees].filter((name) => text.includes(name))).toEqual([]);
    }
    for (const { metric, zone } of held) {
      const { label } = metricById(metric);
      const { x, n } = sums(counting(metric, factsOf(of, { ...ask, metric }).period, [zone ?? '']));
      const clauses = papers.flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === 'table' ? [] : block.text.split(/[；。]/u))),
      );
      const name = zoneName(of, zone ?? '');
      const giving = clauses.filter(
        (clause) => clause.includes(name) && clause.includes(label.zh) && clause.includes(`${x}/${n}`),
      );
      expect([metric, zone, giving]).toEqual([metric, zone, []]);
    }
  });

  test('a reminder tells one its own: what it owes is what its cells say, and others are not named', () => {
    const of = at('handed-down');
    const zones = zonesByDefault(of);
    const ask = { ...askFor(zones, '2018Q4'), peers: zones };
    const nameOf = namesIn(of, 'zh');
    const names = zones.map((zone) => zoneName(of, zone));
    const seen = zones.map((zone) => {
      const paper = reminder(of, ask, { zone }, nameOf, 'zh');
      const texts = paper.blocks.flatMap((block) => (block.kind === 'table' ? [] : [block]));
      const body = texts.filter(({ id }) => !/^(?:caveat|meaning|rule|sources)/u.test(id));
      const others = names.filter((name) => name !== zoneName(of, zone));
      expect(body.filter(({ text, lead }) => others.some((name) => (lead + text).includes(name)))).toEqual([]);
      const { text = '' } = texts.find(({ id }) => id === 'owed') ?? {};
      const { x, n } = sums(counting('should_build_built_rate', '2018Q4', [zone], of));
      expect(text.includes('应建未建')).toBe(n > x);
      if (n > x) expect(text).toContain(`应建未建${n - x}家`);
      return remindsOf(paper);
    });
    expect(seen).toContain(true);
  });
});
