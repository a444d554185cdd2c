import { expect, it } from 'vitest';
import { fileStem, isTellingStem } from '../../../src/ingest';

it.each([
  '台账.csv',
  '覆盖台账2024.xlsx',
  '2024年三季度两新组织党建覆盖情况统计表.xlsx',
  '党组织花名册（2024年9月）.xlsx',
  '党建督查问题整改台账.xlsx',
  '星级评定结果2024.xlsx',
  '三会一课记录2024年1-9月.xlsx',
  '全市开发区党组织名单.csv',
  '汇总（1）.csv',
])('%s tells of nobody whose it is', (name) => {
  expect(isTellingStem(fileStem(name))).toBe(false);
});

it.each([
  '综保区覆盖台账2024Q4.xlsx',
  '青岚经开区台账.csv',
  '临江两新组织覆盖登记.xls',
  '东湖整改台账.csv',
  '李家沱名册.csv',
])('%s tells whose it is', (name) => {
  expect(isTellingStem(fileStem(name))).toBe(true);
});
