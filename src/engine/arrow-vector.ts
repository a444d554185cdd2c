import { Bool, type Data, DataType, Dictionary, Float64, Int32, Utf8, Vector, makeData } from 'apache-arrow';
import { TextCodes } from '../domain';

/*
 * Arrow's own builders compile code from text for columns with nulls, which the page's content policy forbids; so the
 * buffers are laid out here.
 */

function validity(values: readonly unknown[]): { nullCount: number; nullBitmap: Uint8Array } {
  const nullBitmap = new Uint8Array(Math.ceil(values.length / 8));
  let nullCount = 0;
  values.forEach((value, at) => {
    if (value === null) nullCount += 1;
    else nullBitmap[at >> 3] = (nullBitmap[at >> 3] ?? 0) | (1 << (at & 7));
  });
  return { nullCount, nullBitmap };
}

/** A text column; null stays null. */
export function textVector(values: readonly (string | null)[]): Vector<Utf8> {
  const encoder = new TextEncoder();
  const chunks = values.map((value) => (value === null ? new Uint8Array() : encoder.encode(value)));
  const valueOffsets = new Int32Array(values.length + 1);
  chunks.forEach((chunk, at) => (valueOffsets[at + 1] = (valueOffsets[at] ?? 0) + chunk.length));
  const data = new Uint8Array(valueOffsets[values.length] ?? 0);
  chunks.forEach((chunk, at) => data.set(chunk, valueOffsets[at]));
  return new Vector([makeData({ type: new Utf8(), length: values.length, ...validity(values), valueOffsets, data })]);
}

/** A column of texts packed as UTF-8. */
export function packedVector(valueOffsets: Int32Array, data: Uint8Array): Vector<Utf8> {
  const length = valueOffsets.length - 1;
  return new Vector([makeData({ type: new Utf8(), length, nullCount: 0, valueOffsets, data })]);
}

/** A column of whole numbers as they lie in memory. */
export const intVector = (data: Int32Array): Vector<Int32> =>
  new Vector([makeData({ type: new Int32(), length: data.length, nullCount: 0, data })]);

/** A column of 64-bit numbers; null stays null. */
export function numberVector(values: readonly (number | null)[]): Vector<Float64> {
  const data = Float64Array.from(values, (value) => value ?? 0);
  return new Vector([makeData({ type: new Float64(), length: values.length, ...validity(values), data })]);
}

/** A column of true and false; null stays null. */
export function booleanVector(values: readonly (boolean | null)[]): Vector<Bool> {
  const { nullBitmap: data } = validity(values.map((value) => (value === true ? true : null)));
  return new Vector([makeData({ type: new Bool(), length: values.length, ...validity(values), data })]);
}

/** A text column that stores each distinct text once. `id` numbers it among those of its table; without one the library counts on for ever. */
export function dictionaryVector(values: readonly string[], id?: number): Vector<Dictionary<Utf8, Int32>> {
  const coder = new TextCodes();
  const data = Int32Array.from(values, (value) => coder.codeOf(value));
  const dictionary = textVector(coder.words);
  const type = new Dictionary(new Utf8(), new Int32(), id);
  return new Vector([makeData({ type, length: values.length, nullCount: 0, data, dictionary })]);
}

const listed = new WeakMap<Vector, readonly string[]>();

/** The texts of a dictionary, decoded once. */
function textsListed(dictionary: Vector): readonly string[] {
  const texts = listed.get(dictionary) ?? Array.from(dictionary, String);
  listed.set(dictionary, texts);
  return texts;
}

/** The texts a column has, each once, as its dictionary lists them; none for a column of numbers. */
export const textsIn = (column: Vector | null): string[] =>
  (column?.data ?? []).flatMap(({ dictionary }) => (dictionary ? textsListed(dictionary) : []));

/** The first byte of a character of four, which is two places of a text; bytes that go on with a character begin with 10. */
const FOUR_BYTES = 0xf0;
const isFirst = (byte: number): boolean => (byte & 0xc0) !== 0x80;

/** The texts of a part of a column, '' for null: decoded all at once, since to call the decoder costs more than most texts. */
function unpacked(part: Data<Utf8>): string[] {
  const { valueOffsets, values, length } = part;
  const at = (row: number): number => valueOffsets[row] ?? 0;
  const all = new TextDecoder('utf-8', { ignoreBOM: true }).decode(values.subarray(at(0), at(length)));
  const texts: string[] = [];
  let place = 0;
  for (let row = 0; row < length; row += 1) {
    const from = place;
    for (let byte = at(row); byte < at(row + 1); byte += 1) {
      const code = values[byte] ?? 0;
      if (isFirst(code)) place += code < FOUR_BYTES ? 1 : 2;
    }
    texts.push(all.slice(from, place));
  }
  // Bytes that are no UTF-8 have other places.
  return place === all.length ? texts : Array.from(new Vector([part]), (text) => text ?? '');
}

const textsOfPart = (part: Data): string[] =>
  DataType.isUtf8(part.type)
    ? unpacked(part as Data<Utf8>)
    : Array.from(new Vector([part]), (value) => String(value ?? ''));

/** The texts of a column, row by row; '' for null. */
export function* textRows(column: Vector | null): Generator<string> {
  for (const part of column?.data ?? []) yield* textsOfPart(part);
}

/** A column of texts as the distinct ones and the place of each row's among them; '' for null. Those of a dictionary are decoded once each. */
export function codedTexts(column: Vector | null): { words: string[]; codes: Int32Array } {
  const coder = new TextCodes();
  const codes = new Int32Array(column?.length ?? 0);
  let row = 0;
  for (const part of column?.data ?? []) {
    if (DataType.isDictionary(part.type) && part.dictionary && part.nullCount === 0) {
      const own = textsListed(part.dictionary).map((text) => coder.codeOf(text));
      // Buffers are padded: one place more may lie behind the last.
      const places = part.values as Int32Array;
      for (let at = 0; at < part.length; at += 1) codes[row++] = own[places[at] ?? 0] ?? coder.codeOf('');
    } else for (const text of textsOfPart(part)) codes[row++] = coder.codeOf(text);
  }
  return { words: coder.words, codes };
}

/** The numbers of a column, as they lie in memory, NaN for null. */
export function numbersOf(column: Vector | null): Float64Array {
  const found = new Float64Array(column?.length ?? 0);
  let row = 0;
  for (const { values, length, nullCount, nullBitmap, offset } of column?.data ?? []) {
    found.set((values as Float64Array).subarray(0, length), row);
    for (let at = 0; nullCount > 0 && at < length; at += 1) {
      const bit = at + offset;
      if (((nullBitmap[bit >> 3] ?? 0) & (1 << (bit & 7))) === 0) found[row + at] = Number.NaN;
    }
    row += length;
  }
  return found;
}

/** What a column of numbers or of a dictionary holds as it lies in memory: values or places, and which are null. For a sum of it. */
export function wordsOf(column: Vector | null): Int32Array[] {
  return (column?.data ?? []).flatMap(({ values, length, nullCount, nullBitmap }) => {
    const { buffer, byteOffset, BYTES_PER_ELEMENT } = values as Int32Array | Float64Array;
    const words = new Int32Array(buffer, byteOffset, (length * BYTES_PER_ELEMENT) / Int32Array.BYTES_PER_ELEMENT);
    const nulls = nullCount === 0 ? [] : [Int32Array.from(nullBitmap.subarray(0, Math.ceil(length / 8)))];
    return [words, ...nulls];
  });
}
