import { Refusal } from '../../domain';
import { LIMITS } from './limits';
import { type ZipDirectory, unpack } from './zip-archive';

/** What the parts of a workbook say of a sheet that its cells do not. */
export interface SheetMarks {
  /** Cells whose formula was never calculated: place and formula. */
  readonly uncalculated: readonly { readonly row: number; readonly cell: string; readonly formula: string }[];
  /** 1-based rows that are hidden. */
  readonly hiddenRows: ReadonlySet<number>;
  /** Columns that are hidden, counted. */
  readonly hiddenColumns: number;
}

const MOST_LISTED = 500;

/**
 * Looks through the parts of an .xlsx or .ods before they are read as sheets: every part is unpacked within bounds and checked,
 * rows beyond the last are refused. Gives what is marked in each sheet, by name.
 */
export function surveyWorkbook(file: string, bytes: Uint8Array, { entries }: ZipDirectory): Map<string, SheetMarks> {
  let left = LIMITS.unpacked;
  const parts = new Map<string, string>();
  for (const entry of entries) {
    const { content } = unpackPart(file, bytes, entry, left);
    left -= content.length;
    if (
      /^(?:xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml|content\.xml)$/i.test(entry.name)
    )
      parts.set(entry.name.toLowerCase(), new TextDecoder().decode(content));
  }
  const ods = parts.get('content.xml');
  return ods === undefined ? surveyXlsx(file, parts) : surveyOds(ods);
}

function unpackPart(...args: Parameters<typeof unpack>): ReturnType<typeof unpack> {
  try {
    return unpack(...args);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'damaged-file')
      throw new Refusal('damaged-spreadsheet', error.file, {}, error.value);
    throw error;
  }
}

function surveyXlsx(file: string, parts: ReadonlyMap<string, string>): Map<string, SheetMarks> {
  const targets = new Map<string, string>();
  for (const [tag] of (parts.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(/<Relationship\b[^>]*>/g)) {
    const target = attribute(tag, 'Target').toLowerCase();
    targets.set(attribute(tag, 'Id'), target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  const found = new Map<string, SheetMarks>();
  for (const [tag] of (parts.get('xl/workbook.xml') ?? '').matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)) {
    const part = parts.get(targets.get(attribute(tag, 'r:id')) ?? '');
    if (part !== undefined) found.set(unescaped(attribute(tag, 'name')), surveySheet(file, part));
  }
  return found;
}

function surveySheet(file: string, xml: string): SheetMarks {
  const hiddenRows = new Set<number>();
  let row = 0;
  for (const [tag] of xml.matchAll(/<(?:\w+:)?row\b[^<>]*>/g)) {
    const stated = attribute(tag, 'r');
    row = stated === '' ? row + 1 : Number(stated);
    if (!(row >= 1 && row <= LIMITS.rows)) throw new Refusal('damaged-spreadsheet', file, {}, `row ${stated}`);
    if (/^(?:1|true)$/.test(attribute(tag, 'hidden'))) hiddenRows.add(row);
  }
  let hiddenColumns = 0;
  for (const [tag] of xml.matchAll(/<(?:\w+:)?col\b[^<>]*>/g))
    if (/^(?:1|true)$/.test(attribute(tag, 'hidden')))
      hiddenColumns += Math.max(1, Number(attribute(tag, 'max')) - Number(attribute(tag, 'min')) + 1);
  return { hiddenRows, hiddenColumns, uncalculated: uncalculated(xml) };
}

/** Cells with a formula and no value; an empty text is one. */
function uncalculated(xml: string): SheetMarks['uncalculated'] {
  const found: { row: number; cell: string; formula: string }[] = [];
  const pattern = /<(?:\w+:)?f(?=[\s/>])/g;
  for (let match = pattern.exec(xml); match && found.length < MOST_LISTED; match = pattern.exec(xml)) {
    const end = nextOf(xml, '</c>', match.index);
    const open = Math.max(xml.lastIndexOf('<c ', match.index), xml.lastIndexOf(':c ', match.index));
    const inside = xml.slice(match.index, end);
    if (/<(?:\w+:)?v(?:\s[^>]*)?>[^<]/.test(inside)) continue;
    const tag = xml.slice(open, xml.indexOf('>', open) + 1);
    if (attribute(tag, 't') === 'str' && /<(?:\w+:)?v[\s/>]/.test(inside)) continue;
    const cell = attribute(tag, 'r');
    const formula = unescaped(/^<[^>]*>([^<]*)/.exec(inside)?.[1] ?? '');
    found.push({ row: Number(/\d+$/.exec(cell)?.[0] ?? 0), cell, formula });
    pattern.lastIndex = Math.max(pattern.lastIndex, end);
  }
  return found;
}

function nextOf(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  const prefixed = /<\/\w+:c>/g;
  if (at >= 0) return at;
  prefixed.lastIndex = from;
  return prefixed.exec(xml)?.index ?? xml.length;
}

function surveyOds(xml: string): Map<string, SheetMarks> {
  const found = new Map<string, SheetMarks>();
  for (const table of xml.split('<table:table ').slice(1)) {
    const name = unescaped(/table:name="([^"]*)"/.exec(table)?.[1] ?? '');
    const hiddenRows = new Set<number>();
    const cells: { row: number; cell: string; formula: string }[] = [];
    let row = 0;
    let repeat = 1;
    for (const [tag] of table.matchAll(/<table:(?:table-row|table-cell)\b[^>]*>/g)) {
      if (tag.startsWith('<table:table-row')) {
        row += repeat > 1_000_000 ? 0 : row === 0 ? 0 : repeat;
        if (row === 0) row = 1;
        repeat = Number(attribute(tag, 'table:number-rows-repeated')) || 1;
        if (/^(?:collapse|filter)$/.test(attribute(tag, 'table:visibility')))
          for (let r = row; r < row + Math.min(repeat, 1000); r += 1) hiddenRows.add(r);
      } else if (
        tag.includes('table:formula=') &&
        !/office:(?:value|string-value|boolean-value|date-value)=/.test(tag)
      ) {
        const type = attribute(tag, 'office:value-type');
        if (type !== 'string' && cells.length < MOST_LISTED)
          cells.push({ row, cell: '', formula: unescaped(attribute(tag, 'table:formula')) });
      }
    }
    found.set(name, { hiddenRows, hiddenColumns: 0, uncalculated: cells });
  }
  return found;
}

function attribute(tag: string, name: string): string {
  const at = tag.search(new RegExp(`[\\s]${name.replace(':', '\\:')}\\s*=`));
  if (at < 0) return '';
  return (
    /=\s*(?:"([^"]*)"|'([^']*)')/
      .exec(tag.slice(at))
      ?.slice(1)
      .find((text) => text !== undefined) ?? ''
  );
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    return String.fromCodePoint(Math.min(0x10ffff, decimal === undefined ? parseInt(hex ?? '0', 16) : Number(decimal)));
  });
}
