import { writeDay } from './cell-styles';
import { encode } from './encode';
import { extension, FOLDERS, type OutFile } from './out-file';
import { type Column, writeSheet } from './sheet';
import { type Site, sitesOf } from './site-truth';
import type { WorkHabit } from './work-habits';
import type { ZoneContext } from './zone-context';

/** How long names of levels are written by bodies that write 级 behind them. */
const LONG = { 省: '省级', 市: '市级', 区: '区级' } as const;

/** The register of sites, posts and stations of a zone; none for a zone without. */
export function siteFiles(context: ZoneContext, habit: WorkHabit): OutFile[] {
  const sites = sitesOf(context);
  if (sites.length === 0) return [];
  const style = { ...habit, yes: '', no: '', numbers: 'plain' as const };
  const counted = sites.some((site) => site.count !== 1);
  const ends = sites.some((site) => site.to !== null);
  const columns: Column<Site>[] = [
    ...(habit.framed ? [{ header: '序号', cell: (_: Site, index: number) => String(index + 1) }] : []),
    { header: '阵地类别', cell: (site) => site.kind },
    { header: '级别', cell: (site) => (habit.framed ? LONG[site.level] : site.level) },
    { header: '名称', cell: (site) => site.name },
    { header: '领域', cell: (site) => site.domain },
    { header: '所属党组织', cell: (site) => site.org?.name ?? habit.empty },
    ...(counted
      ? [{ header: '数量', cell: (site: Site) => String(site.count), amount: (site: Site) => site.count }]
      : []),
    { header: '命名时间', cell: (site, index) => writeDay(site.from, style, index) },
    ...(ends ? [{ header: '有效期至', cell: (site: Site, index: number) => writeDay(site.to, style, index) }] : []),
  ];
  const title = `${context.plan.name}示范点、示范岗和站点登记表`;
  const frame = habit.framed
    ? { above: [`${title}（示例数据）`], totals: counted, below: ['填表人：示例甲    审核人：示例乙'] }
    : {};
  const ending = extension(habit.dialect.delimiter);
  return [
    {
      path: `${FOLDERS[context.plan.id] ?? ''}/sites.${ending}`,
      name: `${title}.${ending}`,
      zone: context.plan.id,
      table: 'site_honour',
      encoding: habit.dialect.encoding,
      bytes: encode(writeSheet(columns, [sites], frame, habit.dialect), habit.dialect.encoding),
    },
  ];
}
