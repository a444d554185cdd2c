const FLUSH_AT = 1 << 20;
const NEEDS_QUOTES = /[",\r\n]/;

const field = (text: string): string => {
  if (text === '') return '';
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Collects records as RFC 4180 UTF-8 bytes. An empty field is written empty and read back as NULL. */
export class CsvBuffer {
  private readonly encoder = new TextEncoder();
  private readonly chunks: Uint8Array[] = [];
  private pending = '';
  /** How many records were added. */
  rows = 0;

  add(record: number, cells: readonly string[]): void {
    this.rows += 1;
    let line = String(record);
    for (const cell of cells) line += `,${field(cell)}`;
    this.pending += `${line}\n`;
    if (this.pending.length > FLUSH_AT) this.flush();
  }

  private flush(): void {
    this.chunks.push(this.encoder.encode(this.pending));
    this.pending = '';
  }

  bytes(): Uint8Array {
    this.flush();
    const all = new Uint8Array(this.chunks.reduce((sum, chunk) => sum + chunk.length, 0));
    let at = 0;
    for (const chunk of this.chunks) {
      all.set(chunk, at);
      at += chunk.length;
    }
    return all;
  }
}
