import type * as Spreadsheets from '@e965/xlsx';
import type { WorkBook } from '@e965/xlsx';
import { Refusal } from '../../domain';
import type { Container } from './container';

type Library = typeof Spreadsheets;

/** The spreadsheet library, with the code pages that a container needs. */
export async function loadLibrary(container: Container): Promise<Library> {
  const library: Library = await import('@e965/xlsx');
  if (container === 'cfb') library.set_cptable(CODE_PAGES);
  return library;
}

/** The code pages old .xls files use, decoded by the platform instead of by half a megabyte of tables. */
const LABELS: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1252: 'windows-1252',
  10000: 'macintosh',
  10008: 'gb18030',
  54936: 'gb18030',
  65001: 'utf-8',
};
const CODE_PAGES = {
  ...Object.fromEntries(Object.keys(LABELS).map((page) => [page, {}])),
  utils: {
    hascp: (page: number) => page in LABELS,
    decode: (page: number, data: string | readonly (number | string)[] | Uint8Array) =>
      new TextDecoder(LABELS[page] ?? 'windows-1252').decode(Uint8Array.from(data, byteOf)),
    encode: () => {
      throw new Error('this table only decodes');
    },
  },
};

function byteOf(item: number | string): number {
  return typeof item === 'number' ? item : item.charCodeAt(0);
}

/** Opens a workbook. Throws `Refusal` when it is damaged or protected. */
export function openWorkbook(library: Library, file: string, input: Uint8Array | string): WorkBook {
  try {
    const common = { dense: true, cellNF: true, cellHTML: false, cellFormula: false, raw: true } as const;
    return library.read(input, { ...common, type: typeof input === 'string' ? 'string' : 'array' });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(message)) throw new Refusal('encrypted-spreadsheet', file);
    if (error instanceof RangeError) throw error;
    throw new Refusal('damaged-spreadsheet', file, {}, message.slice(0, 200));
  }
}
