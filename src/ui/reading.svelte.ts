import { createContext, untrack } from 'svelte';

interface Told {
  readonly node: Element;
  readonly how: string;
}

/** How the marks of figures are read: of those that are read alike, the first on the page says it. */
export class Readings {
  #all: readonly Told[] = $state.raw([]);

  /** A figure stands on the page; returns how to take it off. */
  add(node: Element, how: string): () => void {
    const own = { node, how };
    const before = (a: Told, b: Told): number =>
      a.node.compareDocumentPosition(b.node) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1;
    this.#all = [...untrack(() => this.#all), own].sort(before);
    return () => {
      this.#all = untrack(() => this.#all).filter((told) => told !== own);
    };
  }

  /** Whether this figure is the one that says it. */
  said(node: Element | undefined, how: string): boolean {
    return node !== undefined && this.#all.find((told) => told.how === how)?.node === node;
  }
}

/** The readings of the page a figure stands on, by context. */
export const [getReadings, setReadings] = createContext<Readings>();
