const ENDING = /\.[A-Za-z0-9]{1,5}$/u;

/** The name of a file as words: without its folders and its ending. */
export function fileWords(path: string): string {
  return (path.split(/[\\/]/u).at(-1) ?? '').replace(ENDING, '').replaceAll('_', ' ');
}

/** The folders of a file as words, the innermost first. */
export function folderWords(path: string): string {
  return path.split(/[\\/]/u).slice(0, -1).reverse().join(' ').replaceAll('_', ' ');
}
