import type { TableSpec } from '../../domain';
import { words } from './words';

/** Dated rules: how many meetings are due, study hours, star cut-offs. */
export const RULE_VERSION: TableSpec = {
  id: 'rule_version',
  label: { zh: '规则版本', en: 'Rule versions' },
  row: { zh: '一条规则在一段有效期的取值', en: 'The value of one rule while it was in force' },
  key: ['rule_id', 'valid_from'],
  optional: ['valid_from'],
  columns: [
    {
      id: 'rule_id',
      type: 'code',
      label: { zh: '规则', en: 'Rule' },
      headers: words('规则代码 | 规则编码 | 规则编号 | 规则ID | 规则 | 规则名称 | 规则项 | rule | rule id'),
      required: true,
    },
    {
      id: 'value',
      type: 'text',
      label: { zh: '取值', en: 'Value' },
      headers: words('规则取值 | 规则值 | 取值 | 标准值 | 要求 | 值 | 次数要求 | 规定次数 | 规定学时 | value'),
      required: true,
    },
    {
      id: 'valid_from',
      type: 'date',
      label: { zh: '生效日期', en: 'Valid from' },
      headers: words(
        '生效日期 | 生效时间 | 施行日期 | 施行时间 | 起始日期 | 开始日期 | 实施日期 | valid from | from | effective',
      ),
    },
    {
      id: 'valid_to',
      type: 'date',
      label: { zh: '失效日期', en: 'Valid to' },
      headers: words(
        '失效日期 | 失效时间 | 废止日期 | 废止时间 | 截止日期 | 结束日期 | 终止日期 | valid to | to | until | expires',
      ),
    },
    {
      id: 'doc_ref',
      type: 'text',
      label: { zh: '依据文件', en: 'Document' },
      headers: words(
        '依据文件 | 文件依据 | 依据 | 文号 | 文件 | 来源文件 | 出处 | doc ref | document | reference | source',
      ),
    },
  ],
  constraints: [
    {
      code: 'valid-to-before-from',
      holds: 'valid_from <= valid_to',
      columns: ['valid_from', 'valid_to'],
      label: { zh: '生效日期应不晚于失效日期', en: 'A rule takes effect before it ends' },
    },
  ],
};
