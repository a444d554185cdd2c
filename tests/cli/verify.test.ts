import { cpSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { tableFromIPC, tableToIPC } from 'apache-arrow';
import { gzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { closeEngine, readAll } from '../../src/cli/reading';
import { parseArguments } from '../../src/cli/usage';
import { verify } from '../../src/cli/verify';
import { type Cube, type Level, fingerprintOf, saveCube } from '../../src/cube';
import { type Choice, EVERYTHING, released, reportHtml } from '../../src/share';
import { READER_PLACE, STILL_PLACE } from '../../src/share/reader-place';
import { figuresOf } from '../../src/state/read-files';
import { runCli, temporaryFolder } from './command-line';

/* Figures of a report are counted anew from the files, and whoever changed one of them is found out. */

const EXAMPLE = join(import.meta.dirname, '../../datasets/example');
const ZONES = ['baiyu', 'qinglan'];
const folder = temporaryFolder();
const PAGE = `<!doctype html>\n<noscript>${STILL_PLACE}</noscript><script type="application/octet-stream" id="cube">${READER_PLACE}</script>\n`;
const data = (): string[] => [join(EXAMPLE, 'zones.csv'), ...ZONES.map(folder.path)];
let whole: Cube;

beforeAll(async () => {
  for (const zone of ZONES)
    cpSync(join(EXAMPLE, zone), folder.path(zone), {
      recursive: true,
      filter: (path) => basename(path) === zone || /^(?:unit-coverage(?:-2018)?|grading)\.csv$/u.test(basename(path)),
    });
  const { db, collection } = await readAll({ command: 'cube', files: data(), options: new Map() });
  whole = (await figuresOf(db, collection)).cube;
});
afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
  await closeEngine();
  folder.remove();
});

/** A report of the figures, or of others, as it is given out. */
function report(name: string, level: Level, choice: Partial<Choice> = {}, cube = whole): string {
  const { level: _, ...only } = { ...EVERYTHING, ...choice, level };
  const release = { level, by: '', for: '', on: '2026-01-01', pages: null, sums: [], only };
  const given = released(cube, { level, ...only, release });
  return folder.write(name, reportHtml(PAGE, given, ''));
}

/** What verifying says, and how it ends. */
async function verified(...args: string[]): Promise<{ code: number; said: string; told: string }> {
  const [log, error] = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')];
  for (const spy of [log, error]) spy.mockReset().mockImplementation(() => undefined);
  const code = await verify(parseArguments(['verify', ...args]));
  const text = (spy: typeof log): string => spy.mock.calls.map(([line]) => String(line)).join('\n');
  return { code, said: text(log), told: text(error) };
}

describe('is equal', () => {
  test.each(['internal', 'handed-down', 'public'] as const)('a report of the level %s', async (level) => {
    expect(whole.cells.length).toBeGreaterThan(1000);
    const { code, said } = await verified(report('a.html', level), '--data', ...data().reverse());
    expect([code, said.split('\n').at(-1)]).toEqual([0, '相同 / equal']);
  });

  test('a report of some zones, pages and years only', async () => {
    const [zone = ''] = whole.zones.map(({ id }) => id);
    const some = report('some.html', 'public', { zones: [zone], families: ['coverage'], from: '2018', to: '2018' });
    expect((await verified(some, '--data', ...data())).code).toBe(0);
  });

  test('saved totals, and a fingerprint as it stands on paper', async () => {
    const arrow = folder.write('a.arrow', saveCube(whole));
    expect((await verified(arrow, '--data', ...data())).code).toBe(0);
    const told = released(whole, {
      level: 'public',
      ...EVERYTHING,
      release: { level: 'public', by: '', for: '', on: '', pages: null, sums: [] },
    });
    const written = fingerprintOf(told).toUpperCase();
    expect((await verified(written, '--level', 'public', '--data', ...data())).code).toBe(0);
    expect((await verified(written, '--data', ...data())).code).toBe(3);
    // Totals are data as well.
    expect((await verified(report('b.html', 'public'), '--data', arrow)).code).toBe(0);
  });
});

describe('is not equal', () => {
  /** The whole with one cell of a rate changed, saved as if nothing had been done. */
  function forged(): { cube: Cube; at: Cube['cells'][number] } {
    const at = whole.cells.findLast(({ metric, numerator }) => metric === 'org_coverage_rate' && numerator > 3);
    if (!at) throw new RangeError('no such cell');
    const cells = whole.cells.map((cell) => (cell === at ? { ...cell, numerator: cell.numerator - 1 } : cell));
    return { cube: { ...whole, cells }, at };
  }

  test('a changed figure is named: metric, zone, period, x/n there and here', () => {
    const { cube, at } = forged();
    const ran = runCli(['verify', report('forged.html', 'internal', {}, cube), '--data', ...data()]);
    const zone = whole.zones.find(({ id }) => id === at.zone)?.name ?? '';
    expect(ran.code).toBe(3);
    const lines = ran.stdout.trim().split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[2]).toBe('不同 / not equal');
    for (const text of [at.metric, zone, at.period, at.committee, `文件 ${at.numerator - 1}/${at.denominator}`])
      expect(lines[3]).toContain(text);
    expect(lines[3]).toContain(`数据 ${at.numerator}/${at.denominator}`);
  });

  test('a file of data that is gone, another day, rules of another version', async () => {
    const honest = report('c.html', 'internal');
    const less = await verified(honest, '--data', ...data().slice(0, -1));
    expect([less.code, less.said]).toEqual([3, expect.stringMatching(/数据 没有.*nothing by the data/u)]);
    const [rule] = whole.rules;
    const other: Cube = {
      ...whole,
      asOf: '2019-02-03',
      rules: whole.rules.map((one) => (one === rule ? { ...one, value: '77' } : one)),
    };
    const { code, said } = await verified(report('d.html', 'internal', {}, other), '--data', ...data());
    expect(code).toBe(3);
    expect(said).toContain(`截至日不同：文件 2019-02-03，数据 ${whole.asOf}`);
    expect(said).toContain(`规则版本不同 1 项：${rule?.ruleId}`);
  });
});

describe('is refused', () => {
  const html = (): string => readFileSync(report('e.html', 'internal'), 'utf8');
  /** A report with other bytes in the place of its cube. */
  const holding = (bytes: Uint8Array): string =>
    PAGE.replace(READER_PLACE, Buffer.from(gzipSync(bytes)).toString('base64'));
  function newer(): Uint8Array {
    const table = tableFromIPC(saveCube(whole));
    const meta = table.schema.metadata.get('zonelens') ?? '';
    table.schema.metadata.set('zonelens', meta.replace(/"version":\d+/u, '"version":9'));
    return tableToIPC(table, 'file');
  }
  const BAD: Readonly<Record<string, readonly [code: string, make: () => string]>> = {
    'cut off': ['report-damaged', () => html().slice(0, 5000)],
    'cut off inside its figures': ['report-damaged', () => `${html().slice(0, 5000)}</script>`],
    'altered in its figures': ['report-damaged', () => html().replace(/(id="cube">.{900})..../u, '$1AAAA')],
    'with a second place for figures': ['report-damaged', () => `${html()}<i id=cube></i>`],
    'with nothing in it': ['report-damaged', () => PAGE],
    'of a newer version': ['cube-newer', () => holding(newer())],
    'holding something else': ['report-damaged', () => holding(new Uint8Array(400))],
    'that is another page': ['report-foreign', () => '<!doctype html><p id="cubes">区镜</p>'],
    'that is no page': ['report-foreign', () => '园区,覆盖率\n甲,0.9\n'],
  };

  test.each(Object.keys(BAD))('a report %s', async (name) => {
    const [code = '', make = () => ''] = BAD[name] ?? [];
    const { code: ended, said, told } = await verified(folder.write('bad.html', make()), '--data', ...data());
    expect([ended, said]).toEqual([1, '']);
    expect(told).toMatch(new RegExp(`^bad\\.html: \\p{Script=Han}.*\\(${code}\\)$`, 'u'));
  });

  test('what is not there, and data that cannot be used', async () => {
    expect((await verified(folder.path('none.html'), '--data', ...data())).told).toContain('no-such-file');
    const { code, told } = await verified(report('f.html', 'internal'), '--data', folder.path('nothing.csv'));
    expect(code).toBe(1);
    expect(told).toContain('nothing-to-verify');
  });

  test.each([
    [['a.html']],
    [['--data', 'x.csv']],
    [['a.html', 'b.html', '--data', 'x.csv']],
    [['a.html', '--data']],
    [['a.html', '--from', 'cells', '--plan', 'plan.json', '--data', 'x.csv']],
  ])('wrong usage: %j', (args) => {
    expect(() => parseArguments(['verify', ...args])).toThrow(/verify needs/u);
  });
});
