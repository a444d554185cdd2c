import { DARK, LIGHT, cssTokens } from '../charts';

/** Writes a theme's colours as custom properties on the page; `color-scheme` follows, so that native parts do too. */
export function paint(name: 'light' | 'dark', root: HTMLElement = document.documentElement): void {
  for (const [token, colour] of Object.entries(cssTokens(name === 'dark' ? DARK : LIGHT)))
    root.style.setProperty(token, colour);
  root.style.colorScheme = name;
  root.dataset.theme = name;
}
