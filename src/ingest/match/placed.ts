import type { TableSpec } from '../../domain';
import { typeAtEnd } from '../../model';
import { headerKey } from './header-key';
import { tally } from './tally';

/** Headers of those who answer for something: the zone itself in one export, an organisation in the next. */
const ANSWERABLE =
  /^(?:问题|整改|主要|牵头|被检查|被督查|被巡察|受检|被考核|考核|填报|上报|报送|签订|承办)?(?:责任|整改|所属|牵头|承办|被检查|被督查|受检|检查|考核|填报|上报|报送|签订)?(?:单位|主体|部门|区域|对象)(?:名称)?$|^(?:所属|所在|归属)(?:地|区域)?$/u;
const ZONE =
  /(?:开发区|高新区|经开区|高新|经开|园区|产业园|工业园|科技园|保税区|综保区|保税港区|自贸区|新区|示范区|集聚区|集中区|功能区|港区)(?:\((?:筹|本级)\))?(?:(?:党工委|党委|工委|管委会|管理委员会|两新工委|党建办|党群工作部|组织人事部|组织部|委员会)(?:\(.*\))?)*$/u;
/** The share of filled cells that must read like zones. */
const SHARE = 0.6;
const NAMES = new Set(['org_name', 'target_name']);

/**
 * The column that says which zone a row is of where no header does: one of those who answer for something, whose cells are
 * zones or their bodies (临江高新区党工委). Null where there is none.
 */
export function zoneColumn(
  table: TableSpec,
  fields: readonly (string | null)[],
  header: readonly (string | null)[],
  rows: readonly (readonly string[])[],
): number | null {
  const placed = table.columns.some(({ id, required }) => id === 'zone_id' && required === true);
  if (!placed || fields.includes('zone_id')) return null;
  const found = fields.findIndex((id, index) => {
    if ((id !== null && !NAMES.has(id)) || !ANSWERABLE.test(headerKey(header[index] ?? ''))) return false;
    const cells = [...tally(rows.map((row) => headerKey(row[index] ?? '')))].filter(([text]) => text !== '');
    const filled = cells.reduce((sum, [, count]) => sum + count, 0);
    const isZone = (text: string): boolean => ZONE.test(text) || typeAtEnd(text) !== undefined;
    const zones = cells.filter(([text]) => isZone(text)).reduce((sum, [, count]) => sum + count, 0);
    return filled > 0 && zones >= SHARE * filled;
  });
  return found < 0 ? null : found;
}
