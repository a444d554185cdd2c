import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { exampleList } from '../datasets/plain-reader';
import { linesOf } from '../datasets/paper-numbers';
import { runCli, temporaryFolder } from './command-line';

/* The brief and the reminders from the command line, without a browser. */

const folder = temporaryFolder();
afterAll(() => folder.remove());

/** The registers of units of all zones, and their names. */
const files = exampleList()
  .filter(({ table }) => table === 'unit_coverage' || table === 'zone')
  .map(({ path }) => join(import.meta.dirname, '../../datasets', path));
const brief = (...args: readonly string[]) => runCli(['brief', ...files, ...args]);
const textOf = (name: string): string =>
  linesOf(new Uint8Array(readFileSync(folder.path(name))))
    .flat()
    .join('\n');

test(
  'the brief of a period as Word and as a page says the same, in the form of an official paper',
  { timeout: 240_000 },
  () => {
    const said = ['--period', '2018Q3', '--by', '某市委组织部', '--for', '各园区', '--level', 'handed-down'];
    expect(brief(...said, '-o', folder.path('a.docx'))).toMatchObject({ code: 0, stdout: '' });
    expect(brief(...said, '-o', folder.path('a.html'))).toMatchObject({ code: 0 });
    const [text, html] = [textOf('a.docx'), readFileSync(folder.path('a.html'), 'utf8')];
    const bare = html.replace(/<style>.*?<\/style>/su, '').replace(/<[^>]+>/gu, '\n');
    const lines = (of: string): string => of.replace(/\s+/gu, '');
    expect(lines(bare)).toContain(lines(text));
    for (const part of [
      '下发　示例数据',
      '关于2018年第三季度开发区党建工作情况的通报',
      '各园区：',
      '一、总体情况',
      '（一）覆盖。',
      '某市委组织部',
    ])
      expect(text).toContain(part);
    expect(html).not.toMatch(/<(?:script|link|img|iframe)|https?:/u);
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
  },
);

test(
  'one reminder, and all of them in an archive, those with nothing to be reminded of left out',
  { timeout: 240_000 },
  () => {
    expect(brief('--zone', '望舒高新区', '-o', folder.path('one.docx')).code).toBe(0);
    expect(textOf('one.docx')).toContain('望舒高新区2018年第四季度党建工作提醒单');
    const { code, stderr } = brief('--each-zone', '--english', '-o', folder.path('all.zip'));
    expect(code).toBe(0);
    const names = Object.keys(unzipSync(new Uint8Array(readFileSync(folder.path('all.zip')))));
    const none = Number(/没有需要提醒的 (\d+) 个/u.exec(stderr)?.[1] ?? 0);
    expect(names.length + none).toBe(12);
    expect(names).toContain('Reminder-for-望舒高新区,-Q4-2018.docx');
  },
);

test.each([
  ['a period there is not', ['--period', '2018Q5'], /--period is a year/u],
  [
    'a period without figures',
    ['--period', '1999Q4'],
    /no figures for 1999Q4; there are 2014Q1|no figures for 1999Q4; there are/u,
  ],
  ['a zone there is not', ['--zone', '月球高新区'], /no zone 月球高新区 in these files; there are .*望舒高新区/u],
  ['a committee there is not', ['--zone', 'WSGX', '--committee', '无'], /no committee 无/u],
  ['a committee of no zone', ['--committee', '无'], /--committee needs --zone/u],
  ['one and all', ['--zone', 'WSGX', '--each-zone'], /not both/u],
  ['all in one file', ['--each-zone'], /must end in \.zip/u],
])('%s ends in a sentence, and nothing is written', { timeout: 120_000 }, (_, args, sentence) => {
  const { code, stderr } = brief(...args, '-o', folder.path('never.docx'));
  expect([code, stderr]).toEqual([2, expect.stringMatching(sentence)]);
  expect(() => readFileSync(folder.path('never.docx'))).toThrow();
});
