import { describe, expect, it } from 'vitest';
import { initialsOf } from '../../src/ui/initials';
import { placesFor } from '../../src/ui/places';

const place = (kind: 'page' | 'zone' | 'metric', name: string) => ({
  kind,
  name,
  beside: '',
  href: `#/${name}`,
  words: [name.toLowerCase(), initialsOf(name)],
});
const PLACES = [
  place('page', '总览'),
  place('page', '一个园区'),
  place('zone', '望海产业园'),
  place('zone', '望舒高新区'),
  place('metric', '组织覆盖率'),
  place('metric', 'Organisation coverage'),
];
const found = (typed: string): string[] => placesFor(PLACES, typed, 8).flatMap((kind) => kind.map(({ name }) => name));

describe('initials', () => {
  it.each([
    ['望海产业园', 'whcyy'],
    ['临江高新区', 'ljgxq'],
    ['组织覆盖率', 'zzfgl'],
    ['两新组织党建', 'lxzzdj'],
    ['爱辉开发区', 'ahkfq'],
    ['综保区A1', 'zbqa1'],
  ])('%s are %s', (text, letters) => {
    expect(initialsOf(text)).toBe(letters);
  });

  it('are right for the common characters, which GB 2312 has in the order of pinyin', () => {
    // Where each initial begins in the first level of the standard.
    const begins: readonly (readonly [string, number])[] = [
      ['a', 0xb0a1],
      ['b', 0xb0c5],
      ['c', 0xb2c1],
      ['d', 0xb4ee],
      ['e', 0xb6ea],
      ['f', 0xb7a2],
      ['g', 0xb8c1],
      ['h', 0xb9fe],
      ['j', 0xbbf7],
      ['k', 0xbfa6],
      ['l', 0xc0ac],
      ['m', 0xc2e8],
      ['n', 0xc4c3],
      ['o', 0xc5b6],
      ['p', 0xc5be],
      ['q', 0xc6da],
      ['r', 0xc8bb],
      ['s', 0xc8f6],
      ['t', 0xcbfa],
      ['w', 0xcdda],
      ['x', 0xcef4],
      ['y', 0xd1b9],
      ['z', 0xd4d1],
      ['', 0xd7fa],
    ];
    const decoder = new TextDecoder('gb18030');
    const wrong: string[] = [];
    let count = 0;
    for (const [nth, [letter, first]] of begins.slice(0, -1).entries())
      for (let code = first; code < (begins[nth + 1]?.[1] ?? 0); code += 1) {
        if ((code & 0xff) < 0xa1 || (code & 0xff) > 0xfe) continue;
        const character = decoder.decode(new Uint8Array([code >> 8, code & 0xff]));
        count += 1;
        if (initialsOf(character) !== letter) wrong.push(character);
      }
    expect(count).toBe(3755);
    // Characters of several readings, filed under another one by the standard.
    expect(wrong.length).toBeLessThan(25);
  });
});

describe('places by their names', () => {
  it('are found by part of a name, by initials, in either case, by every word typed', () => {
    expect(found('望')).toEqual(['望海产业园', '望舒高新区']);
    expect(found('wsg')).toEqual(['望舒高新区']);
    expect(found('ORGAN cov')).toEqual(['Organisation coverage']);
    expect(found('望 产业')).toEqual(['望海产业园']);
    expect(found('望 覆盖')).toEqual([]);
  });

  it('stand with the best first, and are pages while nothing is typed', () => {
    expect(found(' ')).toEqual(['总览', '一个园区']);
    expect(found('园区')[0]).toBe('一个园区');
    expect(placesFor(PLACES, '望', 1).flat()).toHaveLength(1);
  });
});
