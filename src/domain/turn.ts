/** Lets everything else that waits have its turn, so that the page is never kept from drawing for long. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
