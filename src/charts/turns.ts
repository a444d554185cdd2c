/** A picture laid out and not yet painted. */
interface Waiting {
  readonly height: number;
  readonly paint: () => void;
}

const waiting = new Map<HTMLElement, Waiting>();
/** The order of painting, worked out once for all that wait; empty when somebody new has come. */
let order: HTMLElement[] = [];
let settling = false;
const told: (() => void)[] = [];

let port: MessagePort | undefined;

/** Calls `paintOne` in a task of its own: by a message, which unlike a timer is not held back where the page is not looked at. */
function nextTask(): void {
  if (!port) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = paintOne;
    port = port2;
  }
  port.postMessage(null);
}

/** Those in view first, from the top; then the others in the order of the page. */
function inOrder(): HTMLElement[] {
  const places = [...waiting.keys()].map((node) => ({ node, ...box(node) }));
  return places.sort((a, b) => Number(b.seen) - Number(a.seen) || a.top - b.top).map(({ node }) => node);
}

function box(node: HTMLElement): { readonly seen: boolean; readonly top: number } {
  const { top, bottom } = node.getBoundingClientRect();
  return { seen: bottom > 0 && top < window.innerHeight, top };
}

/** Heights are set together and after every width has been read: a page is laid out once, not once a picture. */
function settle(): void {
  settling = false;
  for (const [node, { height }] of waiting) node.style.height = `${height}px`;
  nextTask();
}

function paintOne(): void {
  if (order.length === 0) order = inOrder();
  const node = order.shift();
  const due = node && waiting.get(node);
  if (node) waiting.delete(node);
  try {
    due?.paint();
  } finally {
    if (waiting.size > 0) nextTask();
    else finish();
  }
}

function finish(): void {
  order = [];
  for (const tell of told.splice(0)) tell();
}

/**
 * Reserves a height in this turn and calls `paint` in a task of its own, before those that are out of sight. A later call
 * for the same node takes the place of the earlier. Returns how to give the turn up.
 */
export function takeTurn(node: HTMLElement, height: number, paint: () => void): () => void {
  if (!waiting.has(node)) order = [];
  waiting.set(node, { height, paint });
  if (!settling) {
    settling = true;
    queueMicrotask(settle);
  }
  return () => giveUpTurn(node);
}

/** Takes a picture out of the row: its node is gone, or it was painted at once. */
export function giveUpTurn(node: HTMLElement): void {
  if (waiting.delete(node) && waiting.size === 0) finish();
}

/** Settles when every picture that waits now, or comes before they are done, stands on the page. */
export function painted(): Promise<void> {
  return waiting.size === 0 ? Promise.resolve() : new Promise((done) => told.push(done));
}
