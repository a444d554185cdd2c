const ENDING = /\.[A-Za-z0-9]{1,5}$/u;

/** The name of a file as words: without its folders and its ending. */
export function fileWords(path: string): string {
  return (path.split(/[\\/]/u).at(-1) ?? '').replace(ENDING, '').replaceAll('_', ' ');
}

/** The folders of a file as words, the innermost first. */
export function folderWords(path: string): string {
  return path.split(/[\\/]/u).slice(0, -1).reverse().join(' ').replaceAll('_', ' ');
}

const PERIODS =
  /(?:第?[一二三四]|[1-4])季度|[上下]半年|[年季月]度|[〇零一二三四五六七八九十]+[年月日号]|q[1-4]|更正|订正|修订|修改|补报|最终|终稿|定稿|最新|副本|copy|[年月日号至截]|v\d+/gu;

/** What the names of a file have in common from period to period: without numbers, periods, marks of versions and signs. */
export function fileStem(path: string): string {
  const name = fileWords(path).normalize('NFKC').toLowerCase();
  return name.replace(PERIODS, '').replace(/[^\p{L}]/gu, '');
}
