import { describe, expect, it } from 'vitest';
import type { Issue } from '../../src/domain';
import { inspection } from '../../src/ingest/inspect';
import { matchHeader } from '../../src/ingest/match';
import type { RawReading } from '../../src/ingest/raw';

const KEYS = [
  'file',
  'encoding',
  'delimiter',
  'table',
  'headerRows',
  'header',
  'fields',
  'rows',
  'skipped',
  'personal',
  'issues',
  'issueCounts',
];

const issue = (code: string, column: string | null, value: string | null): Issue => ({
  code,
  severity: 'warning',
  file: 'a.csv',
  row: 5,
  column,
  value,
  detail: 'kept',
});

function reading(header: string[], issues: Issue[] = []): RawReading {
  return {
    file: 'a.csv',
    format: 'text',
    encoding: 'gb18030',
    bom: false,
    replacements: 0,
    delimiter: ',',
    quote: '"',
    newline: 'crlf',
    tables: [
      {
        index: 0,
        sheet: null,
        headerRows: 1,
        header,
        rows: 3,
        skipped: { title: 2, total: 1, note: 0, blank: 0, repeatedHeader: 0, hint: 0, group: 0 },
        titleLines: [],
        notes: [],
        groups: [],
        totals: [],
      },
    ],
    issues,
    issueCounts: Object.fromEntries(issues.map((one) => [one.code, 1])),
  };
}

describe('inspection', () => {
  it('prints exactly the keys of the command line', () => {
    const header = ['企业名称', '单位性质', '组建方式', '联系电话'];
    const found = inspection(reading(header), 0, { header, match: matchHeader(header) });
    expect(Object.keys(found)).toEqual(KEYS);
    expect(found).toMatchObject({
      file: 'a.csv',
      encoding: 'gb18030',
      delimiter: ',',
      table: 'unit_coverage',
      headerRows: 1,
      header,
      rows: 3,
      fields: { 企业名称: 'unit_name', 单位性质: 'unit_kind', 组建方式: 'coverage_mode', 联系电话: null },
      skipped: { title: 2, total: 1, note: 0, blank: 0, repeatedHeader: 0, hint: 0, group: 0 },
      personal: ['联系电话'],
    });
  });

  it('leads the periods of a wide table to the column of their cells', () => {
    const header = ['企业名称', '单位性质', '2016年一季度', '2016年二季度'];
    const match = matchHeader(header, { rows: [['甲', '非公企业', '联合支部', '单独支部']] });
    expect(inspection(reading(header), 0, { header, match }).fields).toMatchObject({
      '2016年一季度': 'coverage_mode',
      '2016年二季度': 'coverage_mode',
    });
  });

  it('joins the issues of reading and of typing and says nothing personal', () => {
    const header = ['党组织名称', '党组织类别', '书记姓名'];
    const raw = reading(header, [issue('ragged-row', null, null), issue('odd', '书记姓名', '张三')]);
    const later = {
      issues: [issue('identity-number', '党组织名称', '11010519491231002X')],
      issueCounts: { 'identity-number': 4, odd: 2 },
    };
    const found = inspection(raw, 0, { header, match: matchHeader(header) }, later);
    expect(found.issues).toEqual([
      { code: 'ragged-row', row: 5, column: null, value: null },
      { code: 'odd', row: 5, column: '书记姓名', value: '******' },
      { code: 'identity-number', row: 5, column: '党组织名称', value: '******' },
    ]);
    expect(found.issueCounts).toEqual({ 'ragged-row': 1, odd: 3, 'identity-number': 4 });
  });

  it('describes a file that is no table the model knows, and one without any table', () => {
    const header = ['商品', '价格', '价格'];
    expect(inspection(reading(header), 0, { header, match: matchHeader(header) })).toMatchObject({
      table: null,
      fields: { 商品: null, 价格: null },
    });
    expect(inspection({ ...reading([]), tables: [] }, 0, null)).toMatchObject({
      table: null,
      headerRows: 0,
      header: [],
      rows: 0,
      fields: {},
    });
  });
});
