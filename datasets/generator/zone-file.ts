import { encode } from './encode';
import { BOM } from './habit';
import type { OutFile } from './out-file';
import { type Column, writeSheet } from './sheet';
import type { ZonePlan } from './zone-plan';

/** The register of zones: what each is, and whether it is modelled on a document or invented. */
export function zoneFile(plans: readonly ZonePlan[]): OutFile {
  const column = (header: string, cell: (plan: ZonePlan) => string): Column<ZonePlan> => ({ header, cell });
  const columns = [
    column('开发区代码', (p) => p.id),
    column('开发区名称', (p) => p.name),
    column('开发区类型', (p) => p.type),
    column('级别', (p) => p.level),
    column('行政区划代码', (p) => p.region),
    column('数据性质', (p) => (p.invented ? '示例数据：虚构' : '示例数据：仿种子文献')),
    column('备注', (p) => p.note),
  ];
  return {
    path: 'zones.csv',
    name: '开发区名册.csv',
    zone: null,
    table: 'zone',
    encoding: BOM.encoding,
    bytes: encode(writeSheet(columns, [plans], {}, BOM), BOM.encoding),
  };
}
