const BLOCK = 64;

/** The first 32 bits of the fractional part of a root of each of the first primes, as the standard has it. */
function fractions(count: number, root: (prime: number) => number): Int32Array {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n += 1) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return Int32Array.from(primes, (prime) => ((root(prime) % 1) * 2 ** 32) | 0);
}

const START = fractions(8, Math.sqrt);
const ROUND = fractions(64, Math.cbrt);
const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function mix(state: Int32Array, words: Int32Array, view: DataView, from: number): void {
  for (let at = 0; at < 16; at += 1) words[at] = view.getInt32(from + at * 4);
  for (let at = 16; at < 64; at += 1) {
    const early = words[at - 15] ?? 0;
    const late = words[at - 2] ?? 0;
    const first = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const second = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    words[at] = ((words[at - 16] ?? 0) + first + (words[at - 7] ?? 0) + second) | 0;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let at = 0; at < 64; at += 1) {
    const high = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const chosen = (e & f) ^ (~e & g);
    const next = (h + high + chosen + (ROUND[at] ?? 0) + (words[at] ?? 0)) | 0;
    const low = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const most = (a & b) ^ (a & c) ^ (b & c);
    h = g;
    g = f;
    f = e;
    e = (d + next) | 0;
    d = c;
    c = b;
    b = a;
    a = (next + low + most) | 0;
  }
  const rest = [a, b, c, d, e, f, g, h];
  for (let at = 0; at < 8; at += 1) state[at] = ((state[at] ?? 0) + (rest[at] ?? 0)) | 0;
}

function ending(rest: Uint8Array, size: number): Uint8Array {
  const last = new Uint8Array(rest.length + 9 <= BLOCK ? BLOCK : 2 * BLOCK);
  last.set(rest);
  last[rest.length] = 0x80;
  const view = new DataView(last.buffer);
  view.setUint32(last.length - 8, Math.floor(size / 2 ** 29));
  view.setUint32(last.length - 4, (size * 8) >>> 0);
  return last;
}

/** SHA-256, taken piece by piece. The browser's own is not there on plain http, where closed networks serve the page. */
export class Sha256 {
  private readonly state = START.slice();
  private readonly words = new Int32Array(64);
  private rest = new Uint8Array();
  private size = 0;

  private take(bytes: Uint8Array): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let from = 0; from + BLOCK <= bytes.length; from += BLOCK) mix(this.state, this.words, view, from);
  }

  add(piece: Uint8Array): void {
    this.size += piece.length;
    let bytes = piece;
    if (this.rest.length > 0) {
      bytes = new Uint8Array(this.rest.length + piece.length);
      bytes.set(this.rest);
      bytes.set(piece, this.rest.length);
    }
    this.take(bytes);
    this.rest = bytes.slice(bytes.length - (bytes.length % BLOCK));
  }

  /** The sum of all that was added, in hexadecimal. Nothing can be added after it. */
  hex(): string {
    this.take(ending(this.rest, this.size));
    return [...this.state].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  }
}
