import type { Bytes } from '../../src/keep/bytes';
import type { Shelf } from '../../src/keep/shelf';

/** A shelf that is as long as the test, and can be made to break. */
export class MemoryShelf implements Shelf {
  readonly things = new Map<string, unknown>();
  fault: Error | null = null;
  #guard(): void {
    if (this.fault) throw this.fault;
  }
  async get(key: string): Promise<unknown> {
    this.#guard();
    return structuredClone(this.things.get(key));
  }
  async put(entries: readonly (readonly [string, unknown])[]): Promise<void> {
    this.#guard();
    for (const [key, value] of entries) this.things.set(key, structuredClone(value));
  }
  async remove(keys: readonly string[]): Promise<void> {
    for (const key of keys) this.things.delete(key);
  }
  async keys(): Promise<string[]> {
    return [...this.things.keys()];
  }
}

/** Bytes likewise, with a limit. */
export class MemoryBytes implements Bytes {
  readonly held = new Map<string, Blob>();
  room = Infinity;
  async put(sum: string, data: Blob): Promise<void> {
    if (data.size > this.room) throw new DOMException('no room', 'QuotaExceededError');
    this.held.set(sum, data);
  }
  async get(sum: string): Promise<Blob | null> {
    return this.held.get(sum) ?? null;
  }
  async sums(): Promise<string[]> {
    return [...this.held.keys()];
  }
  async remove(sums: readonly string[]): Promise<void> {
    for (const sum of sums) this.held.delete(sum);
  }
}
