import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, expect, test, vi } from 'vitest';
import { briefWanted, writeBrief } from '../../src/cli/brief';
import { UsageError, parseArguments } from '../../src/cli/usage';
import { EVERYTHING, released } from '../../src/share';
import { linesOf } from '../datasets/paper-numbers';
import { inventedCube } from '../share/invented-cubes';
import { runCli, temporaryFolder } from './command-line';

/* The brief and the reminders from the command line, without a browser. */

const folder = temporaryFolder();
afterAll(() => folder.remove());

const textOf = (name: string): string =>
  linesOf(new Uint8Array(readFileSync(folder.path(name))))
    .flat()
    .join('\n');

test('a brief is written as Word, in the form of an official paper', { timeout: 240_000 }, () => {
  const files = ['zones.csv', 'baiyu/unit-coverage-2018.csv', 'wangshu/unit-coverage-2018.csv'].map((path) =>
    join(import.meta.dirname, '../../datasets/example', path),
  );
  const said = ['--period', '2018Q3', '--by', '某市委组织部', '--for', '各园区', '--level', 'handed-down'];
  const { code, stderr } = runCli(['brief', ...files, ...said, '-o', folder.path('a.docx')]);
  expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
  const text = textOf('a.docx');
  for (const part of [
    '下发　示例数据',
    // In two lines, none of which ends inside a word.
    '关于2018年第三季度开发区\n党建工作情况的通报',
    '附件：1．各园区主要指标',
    '各园区：',
    '一、总体情况',
    '（一）覆盖。',
    '某市委组织部',
  ])
    expect(text).toContain(part);
  const parts = unzipSync(new Uint8Array(readFileSync(folder.path('a.docx'))));
  const xml = new TextDecoder().decode(parts['word/document.xml']);
  expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"');
  expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/u);
  expect(xml).toContain('<w:docGrid w:type="lines" w:linePitch="579"/>');
  // Every run says that it is East Asian: “ ” — … would else be set in the Latin font.
  expect(xml.match(/<w:rFonts [^>]*>/gu)?.every((fonts) => fonts.includes('w:hint="eastAsia"'))).toBe(true);
  expect(xml.match(/<w:rFonts /gu)?.length).toBe(xml.match(/<w:r>/gu)?.length);
  for (const font of ['仿宋_GB2312', '方正小标宋简体', '黑体', '楷体_GB2312'])
    expect(xml).toContain(`w:eastAsia="${font}"`);
  expect(Object.keys(parts).filter((name) => name.includes('fonts/'))).toEqual([]);
});

/** A cube as it leaves the house, and what a command line wants of it. */
const cube = released(inventedCube(5), {
  ...EVERYTHING,
  level: 'internal',
  release: { level: 'internal', by: '', for: '甲 <b>乙</b>', on: '2026-11-29', pages: null, sums: [] },
});
const wantedBy = (...args: readonly string[]) => briefWanted(parseArguments(['brief', 'a.csv', ...args]));
const { id = '', name = '' } = cube.zones[0] ?? {};

test('as a page it says the same, runs nothing and fetches nothing', async () => {
  await writeBrief(cube, wantedBy('-o', folder.path('b.docx')));
  await writeBrief(cube, wantedBy('-o', folder.path('b.html')));
  const html = readFileSync(folder.path('b.html'), 'utf8');
  const bare = html.replace(/^.*<main[^>]*>/su, '').replace(/<(?!b>|\/b>)[^>]+>/gu, '\n');
  const lines = (of: string): string => of.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replace(/\s+/gu, '');
  expect(lines(bare)).toBe(lines(textOf('b.docx')));
  expect(lines(bare)).toContain('甲<b>乙</b>：');
  expect(html).not.toMatch(/<(?:script|link|img|iframe|b)\b|https?:/u);
});

test('one reminder, and all of them in an archive, those with nothing to be reminded of left out', async () => {
  await writeBrief(cube, wantedBy('--zone', name, '-o', folder.path('one.docx')));
  expect(textOf('one.docx')).toContain(`${name}2018年第四季度党建工作提醒单`);
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await writeBrief(cube, wantedBy('--each-zone', '--english', '-o', folder.path('all.zip')));
  const none = Number(/没有需要提醒的 (\d+) 个/u.exec(String(told.mock.calls[0]?.[0]))?.[1] ?? 0);
  told.mockRestore();
  const names = Object.keys(unzipSync(new Uint8Array(readFileSync(folder.path('all.zip')))));
  expect(names.length + none).toBe(cube.zones.length);
  expect(names.every((one) => /^Reminder-for-.*Q4-2018\.docx$/u.test(one))).toBe(true);
  expect(names.length).toBeGreaterThan(0);
});

test.each([
  ['a period there is not', ['--period', '2018Q5'], /--period is a year/u],
  ['a period without figures', ['--period', '1999Q4'], /no figures for 1999Q4; there are 2018Q\d/u],
  ['a zone there is not', ['--zone', '月球高新区'], /no zone 月球高新区 in these files; there are /u],
  ['a committee there is not', ['--zone', id, '--committee', '无'], /no committee 无/u],
  ['a committee of no zone', ['--committee', '无'], /--committee needs --zone/u],
  ['one and all', ['--zone', 'WSGX', '--each-zone'], /not both/u],
  ['all in one file', ['--each-zone'], /must end in \.zip/u],
  ['a value for what has none', ['--each-zone=yes'], /--each-zone has no value/u],
])('%s ends in a sentence, and nothing is written', async (_, args, sentence) => {
  const trying = async (): Promise<void> => writeBrief(cube, wantedBy(...args, '-o', folder.path('never.docx')));
  await expect(trying()).rejects.toThrow(sentence);
  await expect(trying()).rejects.toBeInstanceOf(UsageError);
  expect(() => readFileSync(folder.path('never.docx'))).toThrow();
});
