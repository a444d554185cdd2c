const ENDING = /\.[A-Za-z0-9]{1,5}$/u;

/** The name of a file as words: without its folders and its ending. */
export function fileWords(path: string): string {
  return (path.split(/[\\/]/u).at(-1) ?? '').replace(ENDING, '').replaceAll('_', ' ');
}

/** The folders of a file, the innermost first. */
export const folderNames = (path: string): string[] =>
  path
    .split(/[\\/]/u)
    .slice(0, -1)
    .reverse()
    .map((name) => name.replaceAll('_', ' '));

/** The folders of a file as words, the innermost first. */
export const folderWords = (path: string): string => folderNames(path).join(' ');

const PERIODS =
  /(?:第?[一二三四]|[1-4])季度|[上下]半年|[年季月]度|[〇零一二三四五六七八九十]+[年月日号]|q[1-4]|更正|订正|修订|修正|修改|补报|最终|终版|终稿|定稿|最新|副本|copy|[年月日号至截]|v\d+/gu;

/** What the names of a file have in common from period to period: without numbers, periods, marks of versions and signs. */
export function fileStem(path: string): string {
  const name = fileWords(path).normalize('NFKC').toLowerCase();
  return name.replace(PERIODS, '').replace(/[^\p{L}]/gu, '');
}

/** Words of tables, which stand in the names of files whoever they come from. */
const COMMON =
  /台[账帐]|花名册|名[册单录]|登记|统计|汇总|明细|底册|清单|一览|报[表送告]|记录|数据|资料|情况|导出|模板|填报|上报|评[定分]|考[核评]|结果|进度|成绩|(?:两新|基层)?党?组织(?:生活|建设)?|党[建员支部委]+|两新|非公|社会组织|企业|单位|覆盖|组建|星级|定级|整改|问题|督[查导]|检查|巡察|三会一课|会议|活动|工作|责任|阵地|荣誉|发展|队伍|园区|开发区|全[区市省部]|本[区级市]|所有|各|新|旧|表|册|党|区|市/gu;

/** Whether what a file is called tells whose it is: more is left than words of tables. */
export function isTellingStem(stem: string): boolean {
  return stem.replace(COMMON, '').length >= 2;
}
