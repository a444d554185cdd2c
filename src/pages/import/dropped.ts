import type { Incoming } from '../../state';

async function entries(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

async function filesUnder(entry: FileSystemEntry): Promise<Incoming[]> {
  if (entry.name.startsWith('.')) return [];
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ file, path: entry.fullPath.replace(/^\//u, '') }];
  }
  const inside = await entries(entry as FileSystemDirectoryEntry);
  return (await Promise.all(inside.map(filesUnder))).flat();
}

/** The files of a drop, folders opened, each with the path it had in its folder; hidden files left out. */
export async function droppedFiles(transfer: DataTransfer): Promise<Incoming[]> {
  const items = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  return items.length > 0
    ? (await Promise.all(items.map(filesUnder))).flat()
    : [...transfer.files].map((file) => ({ file, path: file.name }));
}

/** The files chosen in a dialog. */
export function chosenFiles(list: FileList): Incoming[] {
  return [...list].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
}

/** Whether a file holds totals that were saved, by its name. */
export const isSavedCube = ({ path }: Pick<Incoming, 'path'>): boolean => /\.arrow$/iu.test(path);
