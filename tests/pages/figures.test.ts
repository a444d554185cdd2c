import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  basisDocuments,
  countText,
  fractionText,
  partitionsOf,
  periodAnswered,
  standardText,
  standardsOf,
  valueText,
} from '../../src/brief';
import { LIGHT, svgOf } from '../../src/charts';
import { type Cube, EMPTY_CUBE, buildCube, rateOf, zoneName } from '../../src/cube';
import { type Engine } from '../../src/engine';
import { openNodeEngine } from '../../src/engine/node';
import { Collection, bytesSource, localStager } from '../../src/ingest';
import { metricById } from '../../src/model';
import * as appraisal from '../../src/pages/appraisal/figures';
import * as scores from '../../src/pages/appraisal/scores';
import * as compare from '../../src/pages/compare/figures';
import { thenAndNow } from '../../src/pages/compare/then-and-now';
import { types } from '../../src/pages/coverage/figures';
import { modes } from '../../src/pages/coverage/modes';
import { net } from '../../src/pages/coverage/net';
import { bestOverTime } from '../../src/pages/grading/course';
import * as grading from '../../src/pages/grading/figures';
import { RECURRING } from '../../src/pages/life/activities';
import { compliance } from '../../src/pages/life/compliance';
import { rhythm } from '../../src/pages/life/rhythm';
import { pipeline } from '../../src/pages/organisations/pipeline';
import * as size from '../../src/pages/organisations/size';
import { terms } from '../../src/pages/organisations/terms';
import { completeness } from '../../src/pages/quality/completeness';
import { bySource } from '../../src/pages/rectification/by-source';
import { closing } from '../../src/pages/rectification/closing';
import * as rectification from '../../src/pages/rectification/figures';
import { overdue } from '../../src/pages/rectification/overdue';
import * as counts from '../../src/pages/responsibility/counts';
import * as responsibility from '../../src/pages/responsibility/figures';
import { inspected } from '../../src/pages/responsibility/inspected';
import * as stars from '../../src/pages/stars/figures';
import { Language, drillFigure } from '../../src/state';
import { Filters } from '../../src/state/filters.svelte';
import { footText, sourcesText, whoseText } from '../../src/ui/figures/beneath';
import { signOf } from '../../src/ui/figures/bounds';
import { rates } from '../../src/ui/figures/comparison';
import { overTime } from '../../src/ui/figures/course';
import type { Answer, Asked, Figure, Reader } from '../../src/ui/figures/figure';
import { byDomain } from '../../src/ui/figures/heat';
import { byStar } from '../../src/ui/figures/stars';
import { bytesOf, exampleList } from '../datasets/plain-reader';
import { MESSAGES } from '../words';

let engine: Engine;
let cube: Cube = EMPTY_CUBE;

beforeAll(async () => {
  engine = await openNodeEngine();
  const collection = await Collection.open(engine, localStager);
  // The three largest zones hold half of the rows; the others have everything a figure may ask.
  for (const { path } of exampleList().filter(({ zone }) => !['XAGX', 'XZJK', 'QLJK'].includes(zone ?? ''))) {
    const data = new Uint8Array(bytesOf(path));
    await collection.add({ path, source: bytesSource(path, data), data });
  }
  cube = await buildCube(engine, []);
}, 180_000);

afterAll(() => engine.close());

/** A reader of the example who chose nothing. */
function reading(page: string, locale: 'zh' | 'en'): Reader & { readonly ask: Asked } {
  const route = { page, list: () => undefined, get: () => undefined };
  const filters = new Filters(route as never, () => cube);
  const language = new Language();
  language.locale = locale;
  language.add(MESSAGES);
  const nameOf: Reader['nameOf'] = (key) =>
    key.committee !== undefined
      ? valueText(key.committee, locale)
      : key.zone !== undefined && key.zone !== ''
        ? zoneName(cube, key.zone)
        : valueText(key.domain ?? '', locale);
  return { cube, nameOf, language, filters, route: route as never, ask: filters.ask };
}

const partitionIn = (metric: string, { ask }: { readonly ask: Asked }) => {
  const [partition] = partitionsOf(cube, metric, periodAnswered(cube, metric, ask.period), ask);
  if (!partition) throw new Error(`nobody is rated by ${metric}`);
  return partition;
};
const standardIn = ({ ask }: { readonly ask: Asked }) => {
  const [standard] = standardsOf(cube, periodAnswered(cube, 'appraisal_score', ask.period), ask);
  if (!standard) throw new Error('nobody is appraised');
  return standard;
};

type Asking = ReturnType<typeof reading>;
/** Every figure of every page that the example answers, with the page it stands on. */
const FIGURES: readonly (readonly [name: string, page: string, figure: (reader: Asking) => Figure])[] = [
  ['coverage', 'coverage', () => rates('org_coverage_rate')],
  ['coverage over time', 'coverage', () => overTime('org_coverage_rate')],
  ['coverage by domain', 'coverage', () => byDomain('org_coverage_rate')],
  ['modes', 'coverage', () => modes],
  ['types', 'coverage', () => types],
  ['founded and dissolved', 'coverage', () => net],
  ['members', 'organisations', () => size.members],
  ['tiers', 'organisations', () => size.tiers],
  ['settings', 'organisations', () => size.settings],
  ['terms', 'organisations', () => terms],
  ['pipeline', 'organisations', () => pipeline],
  ['stars', 'stars', (reader) => byStar(partitionIn('star_level_dist', reader))],
  ['star moves', 'stars', (reader) => stars.moves(partitionIn('star_level_dist', reader))],
  ['single stars', 'stars', () => stars.singleStars],
  ['grades', 'grading', (reader) => grading.grades(partitionIn('graded_rate', reader).id, '办法')],
  ['best grades over time', 'grading', (reader) => bestOverTime(partitionIn('graded_rate', reader))],
  ['grade moves', 'grading', (reader) => grading.moves(partitionIn('graded_rate', reader))],
  ['gap', 'grading', (reader) => grading.gap(partitionIn('graded_rate', reader))],
  ['scores', 'appraisal', (reader) => scores.scores(standardIn(reader))],
  ['cycles', 'appraisal', (reader) => scores.cycles(standardIn(reader))],
  ['halves', 'appraisal', (reader) => scores.halves(standardIn(reader))],
  ['sources', 'appraisal', (reader) => scores.sources(standardIn(reader))],
  ['levels', 'appraisal', (reader) => appraisal.levels('appraisal_level_dist', standardIn(reader).id, '标准')],
  ['compliance', 'life', () => compliance(RECURRING[1] ?? { id: '', metric: '', category: '' })],
  ['rhythm', 'life', () => rhythm],
  ['overdue', 'rectification', () => overdue],
  ['closing', 'rectification', () => closing],
  ['found', 'rectification', () => rectification.found],
  ['checks', 'rectification', () => rectification.checks],
  ['by source', 'rectification', () => bySource],
  ['inspected', 'responsibility', () => inspected],
  ['inspections', 'responsibility', () => counts.inspections],
  ['visits', 'responsibility', () => counts.visits],
  ['visits by month', 'responsibility', () => counts.visitsByMonth],
  ['sites', 'responsibility', () => counts.sites],
  ['letters', 'responsibility', () => responsibility.byTier('letter_sign_rate', '责任书')],
  ['due work', 'responsibility', () => responsibility.dueWork],
  ['counts', 'compare', () => compare.counts('member_count')],
  ['funnel', 'compare', () => compare.funnel('org_coverage_rate')],
  ['then and now', 'compare', () => thenAndNow('org_coverage_rate')],
  ['completeness', 'quality', () => completeness],
];

const readers = new Map<string, Asking>();
/** Filters are worked out anew at every look outside a page: one reader a page and language is enough. */
function readerOf(page: string, locale: 'zh' | 'en' = 'zh'): Asking {
  const known = readers.get(page + locale) ?? reading(page, locale);
  readers.set(page + locale, known);
  return known;
}

const answers = new Map<string, Answer>();
function answerOf(name: string, figure: (reader: Asking) => Figure, reader: Asking): Answer {
  const key = name + reader.language.locale;
  const answer = answers.get(key) ?? figure(reader)(reader, reader.ask);
  if (answer === null || 'missing' in answer || 'none' in answer) throw new Error(JSON.stringify(answer));
  answers.set(key, answer);
  return answer;
}

describe.each(FIGURES)('the figure of %s', (name, page, figureFor) => {
  it.each(['zh', 'en'] as const)('is told and drawn in %s', (locale) => {
    const reader = readerOf(page, locale);
    const answer = answerOf(name, figureFor, reader);
    const table = answer.table();
    const cells = table.rows.flat().map((cell) => (cell !== null && typeof cell === 'object' ? cell.text : cell));
    const said = [answer.title, answer.subtitle, ...table.columns.map(({ label }) => label), ...cells].join('\n');
    expect(said).not.toMatch(/\{\w+\}|undefined|NaN|\[object/u);
    expect(answer.title).not.toBe('');
    expect(table.rows.length).toBeGreaterThan(0);
    if (answer.draw && answer.undrawn === undefined)
      expect(svgOf(answer.draw({ width: 720, theme: LIGHT, locale })).length).toBeGreaterThan(200);
  });

  it('says its definition, its tables, and the rule versions in force', () => {
    const reader = readerOf(page);
    const answer = answerOf(name, figureFor, reader);
    const { question } = answer;
    const foot = footText(reader, answer);
    const metric = metricById(question.metric);
    expect(foot).toContain(answer.foot ?? metric.numerator.zh);
    const { named } = basisDocuments(cube, metric, question.period, question.selection.categories ?? [], 'zh');
    for (const document of question.also ? [] : named) expect(foot).toContain(document);
    if (metric.id !== 'data_completeness') expect(sourcesText(reader, question)).not.toBe('');
  });

  it('does not say that nobody reported what it shows, whatever period is asked for', () => {
    const reader = readerOf(page);
    for (const period of ['2018Q4', '2019Q2', '2020Q1']) {
      const answer = figureFor(reader)(reader, { ...reader.ask, period });
      if (answer === null || 'missing' in answer || 'none' in answer || answer.table().rows.length === 0) continue;
      expect([period, whoseText(reader, answer.question)]).not.toEqual([period, expect.stringContaining('中 0 个')]);
    }
  });

  it('opens with every row of its table the rows that row is of', () => {
    const { keys, open, table } = answerOf(name, figureFor, readerOf(page));
    if (keys === undefined) return;
    const { rows, columns } = table();
    expect(keys.length).toBe(rows.length);
    keys.forEach((row, at) => {
      const target = open?.({ row }) ?? null;
      expect(target, row).not.toBeNull();
      if (target === null || target.apart !== undefined) return;
      expect(target.title).not.toBe('');
      const figure = drillFigure(cube, target) ?? { numerator: 0, denominator: null };
      const told = (rows[at] ?? []).map((cell) =>
        typeof cell === 'string' ? Number(cell.replace(/^[≥≈]/u, '')) : typeof cell === 'object' ? cell?.value : cell,
      );
      // A row over several times opens them all: its counts, or every other one of them where each has its whole, add up to it.
      const listed = told.filter((_, column) => columns[column]?.kind === 'count').map(Number);
      const add = (all: number, count: number): number => all + count;
      const sums = [listed, listed.filter((_, nth) => nth % 2 === 0)].map((some) => some.reduce(add, 0));
      const means = [figure.numerator, figure.denominator, rateOf(figure)];
      expect(
        [...told, ...sums].some((cell) => cell !== undefined && means.includes(cell)),
        `${row}: ${told.join(' ')} is not ${means.join(' ')}`,
      ).toBe(true);
    });
  });
});

/** What readers choose: other periods, coarser and finer ones, some zones, another comparison. */
const CHOICES: readonly Partial<Asked>[] = [
  {},
  ...['2016Q4', '2017Q3', '2018Q2', '2018', '2018-06'].map((period) => ({ period })),
  { period: '2018Q4', comparison: 'year' },
  { by: 'committee' },
  { by: 'domain', period: '2018Q2' },
  { zones: ['JYGX'] },
  { zones: ['JYGX', 'WSGX'], period: '2018Q4', comparison: 'year' },
];

/** Whether a text says a number, and not one that only has it in it. */
const says = (said: string, number: string): boolean =>
  new RegExp(`(?<![\\d.,/])${number}(?!\\d|[.,]\\d)`, 'u').test(said);

it.each(FIGURES)('a mark of %s opens the rows of what it says, whatever is chosen', (name, page, figureFor) => {
  const reader = readerOf(page);
  const wrong: string[] = [];
  let opened = 0;
  for (const choice of CHOICES) {
    const answer = figureFor(reader)(reader, { ...reader.ask, ...choice });
    if (answer === null || !('question' in answer) || !answer.draw || answer.undrawn !== undefined) continue;
    for (const { tip, picked } of answer.draw({ width: 720, theme: LIGHT, locale: 'zh' }).stops) {
      if (!picked) continue;
      const target = answer.open?.(picked) ?? null;
      opened += 1;
      if (target?.apart !== undefined) {
        for (const { label, ...own } of target.apart) {
          const found = drillFigure(cube, { ...target, ...own });
          if (found && !says(tip.join('\n'), fractionText(found)))
            wrong.push(
              `${JSON.stringify({ ...choice, ...picked })}: ${tip.join(' ')} says no ${label} ${fractionText(found)}`,
            );
        }
        continue;
      }
      const found = (target && drillFigure(cube, target)) ?? { numerator: 0, denominator: null };
      const { numerator, denominator } = found;
      const means = [fractionText(found)];
      if (denominator !== null) {
        if (target?.part === 'rest') means.push(fractionText({ numerator: denominator - numerator, denominator }));
        // The head of a bar says how many it holds, a cell with one duty its state.
        means.push(countText(denominator));
        if (denominator === 1) means.push(numerator === 1 ? '已完成' : '未完成');
      }
      const said = tip.join('\n');
      if (target === null || !means.some((text) => says(said, text)))
        wrong.push(`${JSON.stringify({ ...choice, ...picked })}: ${said} is not ${means.join(' or ')}`);
    }
  }
  expect([name, wrong]).toEqual([name, []]);
  // Of what took how long only the rows of the table can be opened.
  if (name !== 'closing' && answerOf(name, figureFor, reader).draw) expect(opened).toBeGreaterThan(0);
});

it('a count opened is written as bars write it: at least, about, or exactly', () => {
  const visited = (zone: string, bound: string) => ({
    ...{ metric: 'visit_count', zone, committee: '', domain: '', period: '2018', denominator: null },
    ...{ category: `数|${bound}`, numerator: 20 },
  });
  const cells = [visited('A', 'ge'), visited('B', 'eq'), visited('C', 'approx')];
  const signs = ['A', 'B', 'C'].map((zone) =>
    signOf(
      { ...EMPTY_CUBE, cells },
      { title: '', metric: 'visit_count', period: '2018', selection: { zones: [zone] } },
    ),
  );
  expect(signs).toEqual(['≥', '', '≈']);
});

describe('a figure that nothing answers', () => {
  it('says which metric is missing, or nothing, and never an empty picture', () => {
    const asked = FIGURES.map(([name, page, figureFor]) => {
      const reader = readerOf(page);
      return { name, reader, figure: figureFor(reader) };
    });
    for (const { name, reader, figure } of asked) {
      const found = figure({ ...reader, cube: EMPTY_CUBE }, reader.ask);
      const shown = found !== null && 'question' in found;
      // Pages show these only where their metric is there.
      if (shown)
        expect(
          ['coverage by domain', 'modes', 'stars', 'inspected', 'counts', 'funnel', 'then and now'],
          name,
        ).toContain(name);
    }
    expect(asked.length).toBe(FIGURES.length);
  });

  it('is told of another standard where one assesses what this one does not', () => {
    const reader = readerOf('appraisal');
    const standards = standardsOf(cube, periodAnswered(cube, 'appraisal_score', reader.ask.period), reader.ask);
    const told = standards.map((standard) => appraisal.criteria(standard)(reader, reader.ask));
    const names = standards.map((standard) => standardText(cube, standard, 'zh'));
    for (const found of told)
      if (found !== null && 'none' in found) expect(names.some((name) => found.why.includes(name))).toBe(true);
    expect(told.some((found) => found !== null && 'question' in found)).toBe(true);
  });
});
