import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Paper, circular, reminder } from '../../src/brief';
import { type Level, zoneName } from '../../src/cube';
import type { Locale } from '../../src/domain';
import { EVERYTHING, docxOf, paperHtml, released } from '../../src/share';
import { inventedCube } from './invented-cubes';

/* The places of an official paper that GB/T 9704 fixes: the lines of a title, what is attached, who signs and when. */

const level: Level = 'internal';

function papersOf(by: string, locale: Locale): { brief: Paper; reminds: Paper } {
  const release = { level, by, for: '各园区', on: '2026-01-09', pages: null, sums: [] };
  const cube = released(inventedCube(3), { level, ...EVERYTHING, release });
  const zones = cube.zones.map(({ id }) => id);
  const ask = { zones, peers: zones, period: '2018Q4', comparison: 'previous', by: 'zone' } as const;
  const nameOf = ({ zone = '' }: { readonly zone?: string | undefined }): string => zoneName(cube, zone);
  return {
    brief: circular(cube, ask, nameOf, locale),
    reminds: reminder(cube, ask, { zone: zones[0] ?? '' }, nameOf, locale),
  };
}

/** The paragraphs of a Word file, as they are written there. */
async function paragraphsIn(paper: Paper): Promise<string[]> {
  const xml = strFromU8(unzipSync(await docxOf(paper))['word/document.xml'] ?? new Uint8Array());
  return [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gsu)].map(([found]) => found);
}
const lines = (xml: string): string[] =>
  xml.split('<w:br/>').map((part) => [...part.matchAll(/<w:t(?: [^>]*)?>([^<]*)</gu)].map(([, text]) => text).join(''));

describe('the form of a paper', () => {
  it('breaks a title that is too long for a line before the matter it is about, and names the file by it whole', async () => {
    const { brief, reminds } = papersOf('甲', 'zh');
    expect(brief.title).toBe('关于2018年第四季度开发区党建工作情况的通报');
    const parts = (await paragraphsIn(brief)).map(lines);
    expect(parts).toContainEqual(['关于2018年第四季度开发区', '党建工作情况的通报']);
    expect(paperHtml(brief)).toContain('关于2018年第四季度开发区<br>党建工作情况的通报</h1>');
    // Short enough for one.
    expect(reminds.title.length).toBeLessThan(24);
    expect((await paragraphsIn(reminds)).map(lines)).toContainEqual([reminds.title]);
  });

  it.each(['zh', 'en'] as const)(
    'lists each annex on a line of its own, titled as it is listed, %s',
    async (locale) => {
      const { brief } = papersOf('甲', locale);
      const texts = brief.blocks.flatMap((block) => (block.kind === 'table' ? [] : [block]));
      const named = texts.filter(({ kind }) => kind === 'annex' || kind === 'next-annex').map(({ text }) => text);
      const heads = texts.filter(({ kind }) => kind === 'appendix').map(({ text }) => text);
      const titles = texts.filter(({ kind }) => kind === 'appendix-title').map(({ text }) => text);
      const zh = locale === 'zh';
      expect(titles.length).toBeGreaterThan(1);
      expect(heads).toEqual(titles.map((_, at) => `${zh ? '附件' : 'Annex '}${at + 1}`));
      expect(named).toEqual(
        titles.map((title, at) => `${at > 0 ? '' : zh ? '附件：' : 'Annexes: '}${at + 1}${zh ? '．' : '. '}${title}`),
      );
      const written = await paragraphsIn(brief);
      // The signature never stands on a page alone.
      for (const xml of written.filter((one) => named.includes(lines(one).join(''))))
        expect(xml).toContain('<w:keepNext/>');
    },
  );

  it.each(['甲', '中共某某市委组织部开发区党建工作领导小组'])(
    'centres who signs and the day over each other, %s, the longer four characters from the right',
    async (by) => {
      const [signed = ''] = (await paragraphsIn(papersOf(by, 'zh').brief)).filter((xml) => lines(xml)[0] === by);
      expect(lines(signed)).toEqual([by, '2026年1月9日']);
      expect(signed).toContain('<w:jc w:val="center"/>');
      const [, left = '', right = ''] = /<w:ind w:left="(\d+)" w:right="(\d+)"\/>/u.exec(signed) ?? [];
      const room = 11906 - 1474 - 1587 - Number(left) - Number(right);
      const longest = Math.max(by.length, 7) * 316;
      const free = (room - longest) / 2;
      expect(free).toBeGreaterThan(0);
      expect(Math.abs(Number(right) + free - 4 * 316)).toBeLessThan(316);
    },
  );
});
