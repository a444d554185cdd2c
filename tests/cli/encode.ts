/** Bytes of a text in an encoding; a character GBK does not have is an error. */
export function encodeText(text: string, encoding: 'utf-8' | 'utf-16le' | 'gbk'): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-16le') return new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
  const table = gbkTable();
  return Uint8Array.from(
    [...text].flatMap((char) => {
      const code = char.charCodeAt(0);
      if (code < 0x80) return [code];
      const pair = table.get(char);
      if (!pair) throw new Error(`not in GBK: ${char}`);
      return pair;
    }),
  );
}

let known: Map<string, readonly [number, number]> | null = null;

/** What the platform's own decoder says every pair of bytes means, turned round. */
function gbkTable(): Map<string, readonly [number, number]> {
  if (known) return known;
  known = new Map();
  const decoder = new TextDecoder('gbk');
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1) {
      if (low === 0x7f) continue;
      const char = decoder.decode(Uint8Array.of(high, low));
      if (char.length === 1 && char !== '\uFFFD' && !known.has(char)) known.set(char, [high, low]);
    }
  return known;
}
