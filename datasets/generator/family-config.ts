import { encode } from './encode';
import { BOM, GBK } from './habit';
import type { OutFile } from './out-file';
import { type Column, type Dialect, writeSheet } from './sheet';
import type { ZoneContext } from './zone-context';

type Row = Readonly<Record<string, string>>;

const TALKS = 'meeting/谈心谈话/times';
const REGULATIONS = '《中国共产党支部工作条例（试行）》摘要：每年一般不少于 1 次；有的地方规定 2 次';

/** A locally changed rule: talks twice a year from 2018 on. The older version stands beside it, since a rule is replaced whole. */
const RULES: readonly Row[] = [
  { 规则: TALKS, 取值: '1', 失效日期: '2017-12-31', 依据文件: REGULATIONS },
  { 规则: TALKS, 取值: '2', 生效日期: '2018-01-01', 依据文件: '示例：2018 年组织生活工作提示（虚构的地方规定）' },
];

const INVENTED = '示例：2018 年度考核指标（虚构）';

/** Jiyuan's target is its document's, which gives no denominator; the others are invented. */
const TARGETS: readonly Row[] = [
  {
    指标名称: '组织覆盖率',
    适用范围: '济源高新区',
    目标值: '100%',
    依据文件: '“实现党组织全覆盖”（济源高新区公开材料，未给分母）',
  },
  { 指标名称: '三会一课全项落实率', 时期: '2018年', 目标值: '90%', 黄线: '80%', 红线: '60%', 依据文件: INVENTED },
  { 指标名称: '按期整改率', 时期: '2018年', 目标值: '90%', 黄线: '80%', 红线: '70%', 依据文件: INVENTED },
];

function sheet(
  headers: readonly string[],
  rows: readonly Row[],
  above: readonly string[],
  dialect: Dialect,
): Uint8Array {
  const columns = headers.map((header): Column<Row> => ({ header, cell: (row) => row[header] ?? '' }));
  return encode(writeSheet(columns, [rows], { above }, dialect), dialect.encoding);
}

/** The rules and targets the example is counted under. */
export function configFiles(_zones: readonly ZoneContext[]): OutFile[] {
  return [
    {
      path: 'rules.csv',
      name: '规则版本.csv',
      zone: null,
      table: 'rule_version',
      encoding: BOM.encoding,
      bytes: sheet(['规则', '取值', '生效日期', '失效日期', '依据文件'], RULES, [], BOM),
    },
    {
      path: 'targets.csv',
      name: '党建目标.csv',
      zone: null,
      table: 'metric_target',
      encoding: GBK.encoding,
      bytes: sheet(
        ['指标名称', '适用范围', '时期', '目标值', '黄线', '红线', '依据文件'],
        TARGETS,
        ['党建工作目标一览表'],
        GBK,
      ),
    },
  ];
}
