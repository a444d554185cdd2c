import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Matter, factsOf, mattersOf, overviewFinding, plain, watchList } from '../../src/brief';
import { type Cell, type Cube, drillSql, zoneName } from '../../src/cube';
import { contains, lastDay } from '../../src/domain';
import type { Engine } from '../../src/engine';
import { openNodeEngine } from '../../src/engine/node';
import { Collection, bytesSource, localStager } from '../../src/ingest';
import { metricById } from '../../src/model';
import { KEY_RATES } from '../../src/state';
import { zonesByDefault } from '../../src/state/choices';
import { drillQuestion } from '../../src/state/drill-target';
import { readDecisions } from '../../src/state/decisions-file';
import { type Outcome } from '../../src/state/given-files';
import { figuresOf, inReadingOrder, readFiles } from '../../src/state/read-files';
import { rowsOf as drillOf } from '../../src/ui/figures/drilling';
import { lettersNotSigned, meetingsLacking, termsOverdue } from './owed';
import { bytesOf, exampleList, jsonOf } from './plain-reader';

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
function counting(metric: string, period: string, zones: readonly string[]): Cell[] {
  const inside = cube.cells.filter(
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
    const sentence = plain(overviewFinding(matters, watchList(cube, ask, nameOf, 'zh'), ask, 'zh'));
    expect(sentence).toContain(`2018 年第四季度：${matters.filter(({ kind }) => kind === 'target').length} 项未达目标`);
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
