import { alone } from '../remembered';

/** Texts of a column after which it is asked whether they come back at all; then after twice as many, and so on. */
const FIRST_LOOK = 1 << 16;
const FIRST_SLOTS = 1 << 6;

/**
 * The texts of one column as they come out of longer text, each once, with a number. A text that was there before is not cut out anew. Where
 * hardly any comes back they are no longer kept.
 */
export class CellPool {
  /** By number; the first is the empty one. */
  private texts: string[] = [''];
  private hashes: Int32Array = new Int32Array(FIRST_SLOTS);
  /** By hash, the number of a text; 0 for none. */
  private codes: Int32Array = new Int32Array(FIRST_SLOTS);
  private nextLook = FIRST_LOOK;
  private asked = 0;
  private off = false;

  /** The number of the text from `from` to `to`, -1 where it has none; `hash` is a number made of its characters. */
  codeOf(whole: string, from: number, to: number, hash: number): number {
    if (from === to) return 0;
    if (this.off) return -1;
    this.asked += 1;
    let slot = this.slotOf(hash);
    for (let code = this.codes[slot] ?? 0; code > 0; code = this.codes[slot] ?? 0) {
      if (this.hashes[slot] === hash && isAt(this.texts[code] ?? '', whole, from, to)) return code;
      slot = (slot + 1) & (this.codes.length - 1);
    }
    if (this.texts.length === this.nextLook && !this.isWorthIt()) return -1;
    const code = this.texts.push(alone(whole.slice(from, to))) - 1;
    this.put(slot, hash, code);
    return code;
  }

  /** The text of a number. */
  textOf(code: number): string {
    return this.texts[code] ?? '';
  }

  private slotOf(hash: number): number {
    return (hash ^ (hash >>> 15)) & (this.codes.length - 1);
  }

  private put(slot: number, hash: number, code: number): void {
    this.hashes[slot] = hash;
    this.codes[slot] = code;
    if (this.texts.length * 2 > this.codes.length) this.grow();
  }

  private grow(): void {
    const { hashes, codes } = this;
    this.hashes = new Int32Array(codes.length * 4);
    this.codes = new Int32Array(codes.length * 4);
    codes.forEach((code, before) => {
      if (code === 0) return;
      const hash = hashes[before] ?? 0;
      let slot = this.slotOf(hash);
      while (this.codes[slot] !== 0) slot = (slot + 1) & (this.codes.length - 1);
      this.hashes[slot] = hash;
      this.codes[slot] = code;
    });
  }

  /** Where fewer than half of the texts were there before, keeping them is of no use. */
  private isWorthIt(): boolean {
    this.off = this.asked < 2 * this.texts.length;
    this.nextLook *= 2;
    if (this.off) {
      this.texts = [''];
      this.hashes = this.codes = new Int32Array(FIRST_SLOTS);
    }
    return !this.off;
  }
}

function isAt(text: string, whole: string, from: number, to: number): boolean {
  if (text.length !== to - from) return false;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) !== whole.charCodeAt(from + at)) return false;
  return true;
}
