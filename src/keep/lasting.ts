/** Whether the browser keeps what this page keeps for good; otherwise it may drop it when the disk fills up. */
export async function lasts(): Promise<boolean> {
  return (await navigator.storage?.persisted?.().catch(() => false)) ?? false;
}

/** Asks the browser to keep it for good and gives its answer. Some ask the user first, some decide by how often the page is used. */
export async function askToLast(): Promise<boolean> {
  return (await lasts()) || ((await navigator.storage?.persist?.().catch(() => false)) ?? false);
}
