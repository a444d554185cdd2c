import { sha256 } from '@noble/hashes/sha2.js';

/** SHA-256, taken piece by piece. The browser's own is not there on plain http, where closed networks serve the page. */
export class Sha256 {
  private readonly sum = sha256.create();

  add(piece: Uint8Array): void {
    this.sum.update(piece);
  }

  /** The sum of all that was added, in hexadecimal. Nothing can be added after it. */
  hex(): string {
    return Array.from(this.sum.digest(), (byte) => byte.toString(16).padStart(2, '0')).join('');
  }
}
