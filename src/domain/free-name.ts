/** A name nobody has yet: `stem` and `ending`, with a number between them where that name is taken. */
export function freeName(stem: string, ending: string, isTaken: (name: string) => boolean): string {
  let name = stem + ending;
  for (let n = 2; isTaken(name); n += 1) name = `${stem}（${n}）${ending}`;
  return name;
}

/** What no file system takes in a name, and blanks. */
const UNSAFE = /[\\/:*?"<>|\s]+/gu;

/** What a file is called by its title. */
export const stemOf = (title: string): string => title.replace(UNSAFE, '-').slice(0, 80);
