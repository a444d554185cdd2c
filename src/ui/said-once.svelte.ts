import { createContext, untrack } from 'svelte';

interface Told {
  readonly node: Element;
  readonly texts: readonly string[];
}

/** What several figures of a page have to say alike (how their marks are read, what their lists do not state): the first that has it says it. */
export class SaidOnce {
  #all: readonly Told[] = $state.raw([]);

  /** A figure stands on the page; returns how to take it off. */
  add(node: Element, texts: readonly string[]): () => void {
    const own = { node, texts };
    const before = (a: Told, b: Told): number =>
      a.node.compareDocumentPosition(b.node) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1;
    this.#all = [...untrack(() => this.#all), own].sort(before);
    return () => {
      this.#all = untrack(() => this.#all).filter((told) => told !== own);
    };
  }

  /** Of what a figure has to say, what none before it has said. */
  left(node: Element | undefined, texts: readonly string[]): readonly string[] {
    if (node === undefined) return [];
    return texts.filter((text) => this.#all.find((told) => told.texts.includes(text))?.node === node);
  }
}

/** What the page a figure stands on has said, by context. */
export const [getSaidOnce, setSaidOnce] = createContext<SaidOnce>();
