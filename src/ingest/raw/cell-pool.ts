import { alone } from '../remembered';

/** Most texts kept of a column. */
const MOST = 1 << 16;
const FIRST_SLOTS = 1 << 6;

/** The texts of one column as they come out of longer text: a text that was there before is given again, not cut out anew. */
export class CellPool {
  private texts: string[] = [];
  private hashes: Int32Array = new Int32Array(FIRST_SLOTS);
  /** By hash, the place of a text plus one. */
  private places: Int32Array = new Int32Array(FIRST_SLOTS);
  private asked = 0;
  private off = false;

  /** The text from `from` to `to`; `hash` is a number made of its characters. */
  take(whole: string, from: number, to: number, hash: number): string {
    if (from === to) return '';
    if (this.off) return alone(whole.slice(from, to));
    this.asked += 1;
    let slot = this.slotOf(hash);
    for (let place = this.places[slot] ?? 0; place > 0; place = this.places[slot] ?? 0) {
      const text = this.texts[place - 1] ?? '';
      if (this.hashes[slot] === hash && isAt(text, whole, from, to)) return text;
      slot = (slot + 1) & (this.places.length - 1);
    }
    const text = alone(whole.slice(from, to));
    if (this.texts.length === MOST) this.empty();
    else this.put(slot, hash, this.texts.push(text));
    return text;
  }

  private slotOf(hash: number): number {
    return (hash ^ (hash >>> 15)) & (this.places.length - 1);
  }

  private put(slot: number, hash: number, place: number): void {
    this.hashes[slot] = hash;
    this.places[slot] = place;
    if (this.texts.length * 2 > this.places.length) this.grow();
  }

  private grow(): void {
    const { hashes, places } = this;
    this.hashes = new Int32Array(places.length * 4);
    this.places = new Int32Array(places.length * 4);
    places.forEach((place, before) => {
      if (place === 0) return;
      const hash = hashes[before] ?? 0;
      let slot = this.slotOf(hash);
      while (this.places[slot] !== 0) slot = (slot + 1) & (this.places.length - 1);
      this.hashes[slot] = hash;
      this.places[slot] = place;
    });
  }

  /** Begins anew; where fewer than half of the texts were there before, keeping them is of no use. */
  private empty(): void {
    this.off = this.asked < 2 * MOST;
    this.asked = 0;
    this.texts = [];
    this.places.fill(0);
  }
}

function isAt(text: string, whole: string, from: number, to: number): boolean {
  if (text.length !== to - from) return false;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) !== whole.charCodeAt(from + at)) return false;
  return true;
}
