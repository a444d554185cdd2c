/** A setting kept in this browser; null when there is none or the browser keeps nothing (a file opened from disk). */
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a setting in this browser where that is possible. */
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage can be closed to us; the setting then lasts as long as the page.
  }
}
