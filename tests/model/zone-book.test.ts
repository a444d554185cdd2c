import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ZoneDecisions, zoneBook, zoneInTexts } from '../../src/model';

/** Names that are one zone for sure, the first of them its name. */
const ONE: readonly (readonly string[])[] = [
  [
    '临江高新区',
    '临江高新技术产业开发区',
    '临江高新',
    '临江 高新区',
    '临江高新区党工委',
    '国家级临江高新区',
    '临江高新区党工委组织部',
  ],
  ['青云综保区', '青云综合保税区', '青云综保', '青云综合保税区（筹）'],
  ['南屏园区', '南屏工业园', '南屏工业园区', '南屏园区管委会'],
  ['东湖经开区', '东湖经济技术开发区', '东湖经开', '东湖国家级经济技术开发区', '东湖经开区（国家级）'],
  ['望海产业园', '望海产业园区', '望海产业园党工委', '望海产业园两新工委'],
  ['沙洲自贸区', '沙洲自由贸易试验区', '沙洲自贸试验区', '中国（沙洲）自由贸易试验区'],
  ['绿原航空港区', '绿原航空港经济综合实验区', '绿原航空港'],
  ['白鹭科技园', '白鹭科技园区', '白鹭科技产业园'],
  ['鹿鸣化工园', '鹿鸣化工园区', '鹿鸣化学工业园区', '鹿鸣化学工业园'],
  ['石桥保税港区', '石桥保税港'],
  ['江城新技术开发区', '江城新技术产业开发区'],
  ['河东新区', '河东新区党工委', '河东新区（本级）'],
  ['云岭经开区', '云岭经济开发区', '云岭省级经济开发区'],
  ['北湖边合区', '北湖边境经济合作区'],
  ['城南高新区', '武川市城南高新区', '云川省武川市城南高新技术产业开发区'],
  ['武川高新区', '武川市高新区', '云川省武川市高新技术产业开发区'],
  ['碧溪集聚区', '碧溪产业集聚区'],
  ['金沙高新区', '金沙高新区', '金沙　高新区', '〔金沙高新区〕'.slice(1, -1), '金沙高新技术开发区'],
];

/** Names that are never one zone unless somebody says so. */
const APART: readonly (readonly string[])[] = [
  [
    '武川高新区',
    '武川经开区',
    '武川综保区',
    '武川保税区',
    '武川保税港区',
    '武川新区',
    '武川自贸区',
    '武川航空港区',
    '武川园区',
  ],
  ['南屏物流园', '南屏化工园', '南屏软件园'],
  ['甲山市城南高新区', '乙山市城南高新区'],
  ['武川市高新区', '武川县高新区'],
  ['东湖经开区', '东湖经开区东片区', '东湖经开区（东区）', '东湖街道', '东湖区'],
  ['临江高新区', '望江高新区', '江高新区'],
  ['出口加工区', '沙洲出口加工区'],
  ['GX01', 'GX02', 'JK02'],
  ['武川经济技术开发区', '武川经济开发区'],
  ['白沙产业园', '白沙洲产业园', '白沙镇产业园'],
];

/** Names, and of the one asked about the zones it may be. */
const ASKED: readonly (readonly [readonly string[], string, readonly string[]])[] = [
  [['望海产业园', '望海'], '望海', ['望海产业园']],
  [['青云综保区', '综保区'], '综保区', ['青云综保区']],
  [['武川高新区', '武川经开区', '武川'], '武川', ['武川经开区', '武川高新区']],
  [['武川高新区', '武川开发区'], '武川开发区', ['武川高新区']],
  [['南屏工业园', '南屏产业园', '南屏园区'], '南屏园区', ['南屏产业园', '南屏工业园']],
  [['江城武川高新区', '武川高新区'], '江城武川高新区', ['武川高新区']],
  [['甲山城南高新区', '乙山城南高新区', '城南高新区'], '城南高新区', ['乙山城南高新区', '甲山城南高新区']],
  [['武川市高新区', '武川县高新区', '武川高新区'], '武川高新区', ['武川县高新区', '武川市高新区']],
  [['武川经济技术开发区', '武川经济开发区', '武川经开区'], '武川经开区', ['武川经济开发区', '武川经济技术开发区']],
  [['沙洲自贸区', '沙洲党工委'], '沙洲党工委', ['沙洲自贸区']],
  [['白沙产业园', '白沙食品产业园'], '白沙产业园', ['白沙食品产业园']],
  [['柳河园区', '柳河新材料园区'], '柳河园区', ['柳河新材料园区']],
  [['白沙产业园', '白沙食品产业园', '白沙装备制造产业园'], '白沙产业园', ['白沙装备制造产业园', '白沙食品产业园']],
];

const zones = (names: readonly string[], decisions: ZoneDecisions = {}): Set<string> => {
  const book = zoneBook(names, [], decisions);
  return new Set(names.map((name) => book.zoneOf(name)));
};

describe('names of zones', () => {
  it.each(ONE)('are one: %s', (...names) => {
    expect([...zones(names)]).toEqual([names[0]]);
    expect(zoneBook(names).entries.filter(({ how }) => how === 'open')).toEqual([]);
  });

  it.each(APART)('are apart: %s, %s', (...names) => {
    expect(zones(names).size).toBe(names.length);
  });

  it.each(ASKED)('%j: asked what %s is', (names, asked, candidates) => {
    const open = zoneBook(names).entries.filter(({ how }) => how === 'open');
    expect(open.map(({ written }) => written)).toEqual([asked]);
    expect(open[0]?.candidates).toEqual(candidates);
    expect(zones(names).size).toBe(names.length);
  });

  it('of a register are those of the register, and never joined to each other', () => {
    const register = [
      { id: 'LJ', name: '临江高新区', aliases: ['临高'] },
      { id: 'LJ2', name: '临江高新技术产业园', aliases: [] },
      { id: 'WH', name: '望海产业园', aliases: ['老港'] },
    ];
    const book = zoneBook(['临高', '临江高新', 'LJ', '望海产业园区', '老港', '望海'], register);
    const of = (name: string): string => book.zoneOf(name);
    expect(['临高', 'LJ', '望海产业园区', '老港'].map(of)).toEqual(['LJ', 'LJ', 'WH', 'WH']);
    expect(of('LJ2')).toBe('LJ2');
    // It is short for both of the register.
    expect(book.entries.find(({ written }) => written === '临江高新')).toMatchObject({
      how: 'open',
      candidates: ['LJ', 'LJ2'],
    });
    expect(book.entries.find(({ written }) => written === '望海')).toMatchObject({ how: 'open', candidates: ['WH'] });
  });

  it('are what the user says, and as before once that is taken back', () => {
    const names = ['临江高新区', '临江高新', '望海产业园', '望海', '老港'];
    const said = { 望海: '望海产业园', 老港: '望海产业园', 临江高新: '临江高新' };
    expect([...zones(names, said)]).toEqual(['临江高新区', '临江高新', '望海产业园']);
    expect(zoneBook(names, [], said).entries.filter(({ how }) => how === 'open')).toEqual([]);
    expect(zones(names, { 老港: '新港园' })).toContain('新港园');
    const { 望海: _, ...less } = said;
    expect(zones(names, less)).toContain('望海');
    expect(zoneBook(names, [], {}).entries).toEqual(zoneBook(names).entries);
  });
});

const place = fc.constantFrom('临江', '望海', '东湖', '武汉东湖', '武川市', '云川省武川市东湖', '武川', '');
const type = fc.constantFrom(
  '高新区',
  '高新技术产业开发区',
  '高新',
  '经开区',
  '经济开发区',
  '经济技术开发区',
  '综保区',
  '园区',
  '工业园',
  '产业园区',
  '开发区',
  '新区',
  '',
);
const tail = fc.constantFrom('', '', '党工委', '管委会', '（国家级）', '东片区');
const written = fc
  .tuple(place, type, tail)
  .map((parts) => parts.join(''))
  .filter((text) => text !== '');
const names = fc.uniqueArray(written, { maxLength: 12 });
const FAMILY = [/高新/u, /经开|经济/u, /综保/u, /园/u, /新区$/u];
const familyOf = (text: string): number => FAMILY.findIndex((word) => word.test(text));

describe('laws of the names of zones', () => {
  it('hold in any order, once more, and for a part of the names that is a zone', () => {
    fc.assert(
      fc.property(names, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (all, dice) => {
        const book = zoneBook(all);
        const order = new Map(all.map((name) => [name, dice.next().value]));
        const turned = zoneBook([...all].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)));
        expect(turned.entries).toEqual(book.entries);
        expect(all.map((name) => book.zoneOf(book.zoneOf(name)))).toEqual(all.map((name) => book.zoneOf(name)));
        for (const { how, candidates, zone } of book.entries) {
          if (how === 'open') expect(candidates.length).toBeGreaterThan(0);
          expect(candidates).not.toContain(zone);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('never join two types, nor a name that says less than two others say', () => {
    fc.assert(
      fc.property(names, (all) => {
        const book = zoneBook(all);
        for (const one of all)
          for (const other of all) {
            if (book.zoneOf(one) !== book.zoneOf(other)) continue;
            expect(familyOf(one.replace(/党工委|管委会|（国家级）/u, ''))).toBe(
              familyOf(other.replace(/党工委|管委会|（国家级）/u, '')),
            );
          }
      }),
      { numRuns: 400 },
    );
  });

  it('are undone exactly', () => {
    fc.assert(
      fc.property(names, written, written, (all, from, to) => {
        const before = zoneBook([...all, from]);
        zoneBook([...all, from], [], { [from]: to });
        expect(zoneBook([...all, from], [], {}).entries).toEqual(before.entries);
        const merged = zoneBook([...all, from], [], { [from]: to });
        expect(merged.zoneOf(from)).toBe(merged.zoneOf(to));
      }),
      { numRuns: 200 },
    );
  });
});

describe('zones in titles and names of files', () => {
  it.each([
    ['临江高新技术产业开发区两新组织党建覆盖台账', '临江高新技术产业开发区'],
    ['填报单位：临江高新区党工委组织部（盖章） 统计截止：2023年第三季度', '临江高新区'],
    ['2024年度开发区党建考核评分表', null],
    ['全市开发区党组织花名册（2024年9月）', null],
    ['各园区覆盖情况', null],
    ['综保区覆盖台账', '综保区'],
    ['望海产业园覆盖汇总表2024Q3', '望海产业园'],
    ['2024年第三季度云岭高新区“三会一课”', '云岭高新区'],
    ['二〇二四年云岭经开区', '云岭经开区'],
    ['2024年9月30日日照经开区', '日照经开区'],
    ['关于创建示范区的方案', null],
    ['郑州航空港区两新台账', '郑州航空港区'],
    ['河东新区2024年9月30日覆盖', '河东新区'],
    ['武汉东湖新技术开发区党建情况', '武汉东湖新技术开发区'],
    ['附件：石桥保税港区明细表', '石桥保税港区'],
    ['沙洲出口加工区-党组织名册', '沙洲出口加工区'],
    ['国家级高新区名单', null],
    ['三季度台账', null],
  ])('%s: %s', (text, zone) => {
    expect(zoneInTexts([text])).toBe(zone);
  });

  it('take a name with its place before one without', () => {
    expect(zoneInTexts(['高新区两新组织台账', '临江高新区覆盖'])).toBe('临江高新区');
  });
});

describe('the id of a zone without register', () => {
  const zones = ONE.filter(([name]) => /^(?:临江|青云|东湖|望海|石桥|云岭|鹿鸣)/u.test(name ?? ''));
  it.each(zones)('is %s, whichever of its names is the first to come', (id, ...others) => {
    for (const first of [id, ...others]) expect(zoneBook([first]).zoneOf(first)).toBe(id);
  });

  it('does not change with what comes later, in any order', () => {
    const names = zones.flat();
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: 2 }), fc.nat(), (order, cut) => {
        const before = zoneBook(order.slice(0, 1 + (cut % (order.length - 1))));
        const after = zoneBook(order);
        for (const { written, zone } of before.entries) expect(after.zoneOf(written)).toBe(zone);
      }),
    );
  });

  it('is a written name where two zones would have one short name', () => {
    const book = zoneBook(['武川经济技术开发区', '武川经济开发区']);
    expect(book.entries.map(({ zone }) => zone).sort()).toEqual(['武川经济开发区', '武川经济技术开发区']);
  });
});
