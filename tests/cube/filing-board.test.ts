import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Filing, type FilingState, filedBy, filingBoard } from '../../src/cube';

/* What is owed is read off the reports themselves; where they do not tell, nothing is missing. */

let file = 0;
const filing = (zone: string, period: string, more: Partial<Filing> = {}): Filing => ({
  table: 'unit_coverage',
  zone,
  period,
  file: (file += 1),
  path: `${zone}${period}.csv`,
  rows: 100,
  refused: 0,
  doubted: 0,
  filled: null,
  corrects: false,
  replaced: [],
  ...more,
});

const quarters = (...names: string[]): string[] => names;
const ENDS: Readonly<Record<string, string>> = { Q1: '03-31', Q2: '06-30', Q3: '09-30', Q4: '12-31' };
const dayOf = (quarter: string): string => `${quarter.slice(0, 4)}-${ENDS[quarter.slice(4)] ?? '12-31'}`;
const reports = (zone: string, periods: readonly string[], more: Partial<Filing> = {}): Filing[] =>
  periods.map((period) => filing(zone, dayOf(period), more));

const YEAR = quarters('2023Q1', '2023Q2', '2023Q3', '2023Q4');

function states(filings: readonly Filing[], zone: string): Record<string, FilingState> {
  const row = filingBoard(filings)[0]?.rows.find((known) => known.zone === zone);
  return Object.fromEntries((row?.cells ?? []).map(({ period, state }) => [period, state]));
}

function marks(filings: readonly Filing[], zone: string, period: string): readonly string[] {
  const row = filingBoard(filings)[0]?.rows.find((known) => known.zone === zone);
  return row?.cells.find((cell) => cell.period === period)?.marks ?? [];
}

describe('what is owed', () => {
  it('is missing where the zone reports by the quarter and others reported that one', () => {
    const all = [
      ...reports('甲', YEAR),
      ...reports('乙', ['2023Q1', '2023Q2', '2023Q4']),
      ...reports('丙', ['2023Q1', '2023Q2', '2023Q3']),
    ];
    expect(states(all, '乙')).toEqual({
      '2023Q1': 'reported',
      '2023Q2': 'reported',
      '2023Q3': 'missing',
      '2023Q4': 'reported',
      '2024Q1': 'next',
    });
    expect(states(all, '丙')).toMatchObject({ '2023Q4': 'missing', '2024Q1': 'next' });
    expect(states(all, '甲')).toMatchObject({ '2024Q1': 'next' });
  });

  it('is not missing before a first report, nor after a single one, which shows no rhythm', () => {
    const all = [...reports('甲', YEAR), ...reports('乙', ['2023Q3', '2023Q4']), ...reports('丙', ['2023Q2'])];
    expect(states(all, '乙')).toMatchObject({ '2023Q1': 'none', '2023Q2': 'none', '2023Q3': 'reported' });
    expect(states(all, '丙')).toEqual({
      '2023Q1': 'none',
      '2023Q2': 'reported',
      '2023Q3': 'unknown',
      '2023Q4': 'unknown',
      '2024Q1': 'next',
    });
  });

  it('is not known for a period nobody reported; a lone zone goes by its own rhythm', () => {
    const skipped = ['2023Q1', '2023Q2', '2023Q4'];
    expect(states([...reports('甲', skipped), ...reports('乙', skipped)], '甲')).toMatchObject({ '2023Q3': 'unknown' });
    expect(states(reports('甲', skipped), '甲')).toMatchObject({ '2023Q3': 'missing' });
  });

  it('follows the rhythm of each zone: one that reports by the year owes its own quarter only', () => {
    const all = [
      ...reports('甲', [...YEAR, '2024Q1', '2024Q2', '2024Q3', '2024Q4']),
      ...reports('乙', [...YEAR, '2024Q1', '2024Q2', '2024Q3', '2024Q4']),
      ...reports('丙', ['2022Q2', '2023Q2', '2024Q2']),
    ];
    const own = states(all, '丙');
    expect(Object.values(own).filter((state) => state === 'missing')).toEqual([]);
    expect(own).toMatchObject({ '2023Q4': 'none', '2024Q4': 'none' });
  });

  it('is not known from two reports a year apart among those of the quarter: the next may come any time', () => {
    const all = [...reports('甲', YEAR), ...reports('丙', YEAR), ...reports('乙', ['2022Q4', '2023Q4'])];
    expect(states(all, '乙')).toMatchObject({ '2023Q1': 'unknown', '2023Q3': 'unknown', '2024Q1': 'next' });
    const apart = ['甲', '乙'].flatMap((zone) => reports(zone, ['2022Q4', '2023Q4']));
    expect(states([...apart, ...reports('丙', ['2022Q4'])], '丙')).toMatchObject({ 2023: 'unknown' });
  });

  it('shows the cycles of a year as years, and a count of a year among quarters in its last', () => {
    const rated = ['2021', '2022', '2023'].flatMap((cycle) => [
      filing('甲', cycle, { table: 'star_rating' }),
      ...(cycle === '2022' ? [] : [filing('乙', cycle, { table: 'star_rating' })]),
    ]);
    expect(filingBoard(rated)[0]?.periods).toEqual(['2021', '2022', '2023', '2024']);
    expect(states(rated, '乙')).toMatchObject({ 2023: 'reported', 2024: 'next' });
    const mixed = [...reports('甲', YEAR), ...reports('丙', YEAR), filing('乙', '2022'), filing('乙', '2023')];
    expect(states(mixed, '乙')).toMatchObject({ '2022Q4': 'reported', '2023Q1': 'none', '2023Q4': 'reported' });
  });

  it('is never missing in a table of what happened', () => {
    const found = ['2023-01', '2023-02', '2023-04'].map((period) => filing('甲', period, { table: 'rectification' }));
    const others = ['2023-01', '2023-02', '2023-03', '2023-04'].map((period) =>
      filing('乙', period, { table: 'rectification' }),
    );
    expect(states([...found, ...others], '甲')).toMatchObject({ '2023-03': 'unknown', '2023-05': 'none' });
  });
});

describe('what is to be looked at', () => {
  const late = (filled: string | null, more: Partial<Filing> = {}): readonly string[] =>
    marks(
      [...reports('甲', YEAR), filing('乙', '2023-09-30'), filing('乙', '2023-12-31', { filled, ...more })],
      '乙',
      '2023Q4',
    );

  it('is late when the file says it was filled in more than 30 days after the period', () => {
    expect(late('2024-01-30')).toEqual([]);
    expect(late('2024-01-31')).toEqual(['late']);
    expect(late(null)).toEqual([]);
    expect(late('2024-03-01', { corrects: true })).toEqual(['corrected']);
  });

  it('judges a file of many periods by its last, and a period by the first file that came', () => {
    const history = YEAR.map((period) => filing('甲', dayOf(period), { file: 900, filled: '2024-01-10' }));
    for (const period of YEAR) expect(marks(history, '甲', period)).toEqual([]);
    const again = [
      filing('甲', '2023-12-31', { filled: '2024-01-10' }),
      filing('甲', '2023-12-31', { filled: '2024-03-10' }),
    ];
    expect(marks([...reports('甲', ['2023Q3']), ...again], '甲', '2023Q4')).toEqual([]);
  });

  it('is doubtful from one row in twenty on, where the rows are known', () => {
    const doubted = (refused: number | null, more: number | null): readonly string[] =>
      marks([...reports('甲', YEAR), filing('乙', '2023-12-31', { refused, doubted: more })], '乙', '2023Q4');
    expect(doubted(2, 2)).toEqual([]);
    expect(doubted(2, 3)).toEqual(['doubtful']);
    expect(doubted(null, null)).toEqual([]);
  });
});

it('adds nothing and loses nothing: every report stands in one cell, and a cell without one is never called reported', () => {
  const period = fc.constantFrom(
    '2022',
    '2023',
    '2023H1',
    '2023Q1',
    '2023Q2',
    '2023Q4',
    '2023-05',
    '2023-12',
    '2023-11-30',
    '2024-02-29',
  );
  const some = fc.array(
    fc.tuple(fc.constantFrom('甲', '乙', '丙'), period, fc.constantFrom('unit_coverage', 'org_life')),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(some, (drawn) => {
      const filings = drawn.map(([zone, at, table]) => filing(zone, at, { table }));
      const board = filingBoard(filings);
      const cells = board.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
      expect(
        cells
          .flatMap((cell) => cell.filings)
          .map((one) => one.file)
          .sort(),
      ).toEqual(filings.map((one) => one.file).sort());
      for (const cell of cells) expect(cell.state === 'reported').toBe(cell.filings.length > 0);
      for (const table of board)
        for (const { period: at } of table.rows[0]?.cells ?? [])
          for (const zone of filedBy(table, at)) expect(filings.some((one) => one.zone === zone)).toBe(true);
    }),
  );
});
