/** How a file's text becomes bytes. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'gbk' | 'utf-16le';

let gbkTable: Map<string, number> | null = null;

/** Every two-byte character of GBK, found by decoding all lead and trail bytes with the platform's own decoder. */
function gbk(): Map<string, number> {
  if (gbkTable) return gbkTable;
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const char = decoder.decode(new Uint8Array([lead, trail]));
      if ([...char].length === 1 && char !== '\ufffd' && !table.has(char)) table.set(char, (lead << 8) | trail);
    }
  }
  gbkTable = table;
  return table;
}

function encodeGbk(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80) {
      bytes.push(code);
      continue;
    }
    const pair = gbk().get(char);
    if (pair === undefined) throw new RangeError(`not in GBK: ${char}`);
    bytes.push(pair >> 8, pair & 0xff);
  }
  return Uint8Array.from(bytes);
}

function encodeUtf16(text: string): Uint8Array {
  const marked = `\ufeff${text}`;
  const bytes = new Uint8Array(marked.length * 2);
  for (let i = 0; i < marked.length; i += 1) {
    const unit = marked.charCodeAt(i);
    bytes[i * 2] = unit & 0xff;
    bytes[i * 2 + 1] = unit >> 8;
  }
  return bytes;
}

/** The bytes of a text in one encoding; UTF-16 and `utf-8-bom` begin with a byte order mark. Throws on what GBK lacks. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text);
    case 'utf-8-bom':
      return new TextEncoder().encode(`\ufeff${text}`);
    case 'gbk':
      return encodeGbk(text);
    case 'utf-16le':
      return encodeUtf16(text);
  }
}
