import type { Shelf } from './shelf';

/** Bytes of files under the sum of their content. */
export interface Bytes {
  put(sum: string, data: Blob): Promise<void>;
  /** Null when they are not there. */
  get(sum: string): Promise<Blob | null>;
  sums(): Promise<string[]>;
  remove(sums: readonly string[]): Promise<void>;
}

const FOLDER = 'zonelens';
const PREFIX = 'bytes/';

/** Bytes on a shelf, for browsers without files of their own, and for pages on plain http. */
export function shelfBytes(shelf: Shelf): Bytes {
  return {
    put: (sum, data) => shelf.put([[PREFIX + sum, data]]),
    async get(sum) {
      const found = await shelf.get(PREFIX + sum);
      return found instanceof Blob ? found : null;
    },
    sums: async () =>
      (await shelf.keys()).filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length)),
    remove: (sums) => shelf.remove(sums.map((sum) => PREFIX + sum)),
  };
}

const isMissing = (error: unknown): boolean => error instanceof DOMException && error.name === 'NotFoundError';

function folderBytes(folder: FileSystemDirectoryHandle): Bytes {
  return {
    async put(sum, data) {
      const handle = await folder.getFileHandle(sum, { create: true });
      const writer = await handle.createWritable();
      // What is written counts only once it is closed: a page that dies on the way leaves an empty file, which nobody takes for whole.
      await data.stream().pipeTo(writer);
    },
    async get(sum) {
      try {
        return await (await folder.getFileHandle(sum)).getFile();
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    async sums() {
      const found: string[] = [];
      for await (const name of folder.keys()) found.push(name);
      return found;
    },
    async remove(sums) {
      for (const sum of sums)
        await folder.removeEntry(sum).catch((error: unknown) => {
          if (!isMissing(error)) throw error;
        });
    },
  };
}

/** The files the browser keeps for this page; null where it has none or the page may not write them. */
async function ownFolder(): Promise<Bytes | null> {
  const canWrite = typeof FileSystemFileHandle !== 'undefined' && 'createWritable' in FileSystemFileHandle.prototype;
  if (!canWrite || typeof navigator.storage?.getDirectory !== 'function') return null;
  try {
    const root = await navigator.storage.getDirectory();
    return folderBytes(await root.getDirectoryHandle(FOLDER, { create: true }));
  } catch {
    return null;
  }
}

/** Bytes in the browser's own files where it has them, else on the shelf; what either holds is found. */
export async function browserBytes(shelf: Shelf): Promise<Bytes> {
  const beside = shelfBytes(shelf);
  const own = await ownFolder();
  if (!own) return beside;
  return {
    put: (sum, data) => own.put(sum, data),
    get: async (sum) => (await own.get(sum)) ?? beside.get(sum),
    sums: async () => [...(await own.sums()), ...(await beside.sums())],
    async remove(sums) {
      await own.remove(sums);
      await beside.remove(sums);
    },
  };
}
