/**
 * The colours of the product as data: one source for charts, page and print. Every ink meets 4.5 : 1 on paper and on
 * panel; `context` meets 3 : 1 and is for marks only; `hair` and `wash` are decoration and carry no information.
 */
export interface Theme {
  readonly name: 'light' | 'dark';
  readonly paper: string;
  /** Raised surfaces: tooltip, dialog, menu. */
  readonly panel: string;
  /** Text and what matters. */
  readonly ink: string;
  /** Running text beside it. */
  readonly ink2: string;
  /** Notes, units, x/n. */
  readonly ink3: string;
  /** Rules and grid lines. */
  readonly hair: string;
  /** A quiet area: hovered row, n bars. */
  readonly wash: string;
  /** Marks that are there for comparison. */
  readonly context: string;
  /** A deep vermilion. In a picture it says one thing: a signal or a missed target, named in words. On the page also what answers the pointer. */
  readonly signal: string;
  /** Its quiet area. */
  readonly signalWash: string;
  /** The neutral scale of amount, least to most: the darker (in the dark: the lighter) the more, in every picture. */
  readonly amount: readonly [string, string, string, string, string];
  /** The fill for nothing: no star, not rated. */
  readonly none: string;
}

/** Ink on warm paper. */
export const LIGHT: Theme = {
  name: 'light',
  paper: '#fbfaf7',
  panel: '#ffffff',
  ink: '#211e1a',
  ink2: '#57524a',
  ink3: '#716b61',
  hair: '#e3ded4',
  wash: '#f1ede5',
  context: '#938b7f',
  signal: '#ab2b1f',
  signalWash: '#f5e4df',
  amount: ['#e3e9ec', '#bccad2', '#8ca2af', '#567386', '#2b4658'],
  none: '#dfdad0',
};

/** The same in the dark, for a wall or the night. */
export const DARK: Theme = {
  name: 'dark',
  paper: '#171512',
  panel: '#211e1a',
  ink: '#ece7de',
  ink2: '#bab3a7',
  ink3: '#999184',
  hair: '#332f29',
  wash: '#24211c',
  context: '#736c60',
  signal: '#ec7159',
  signalWash: '#3d231d',
  amount: ['#26323a', '#384a56', '#4d6575', '#88a5b6', '#c6d9e4'],
  none: '#4b4842',
};

/** The font stack of charts and page; names are left unquoted because they also stand inside SVG attributes. */
export const FONT_FAMILY =
  '-apple-system, PingFang SC, Microsoft YaHei, Source Han Sans SC, Noto Sans CJK SC, Noto Sans SC, system-ui, sans-serif';

/** The theme as CSS custom properties: `--paper`, `--ink2`, `--accent`, `--accent-wash`, and so on. */
export function cssTokens(theme: Theme): Record<string, string> {
  const { paper, panel, ink, ink2, ink3, hair, wash, context, signal, none, signalWash } = theme;
  const plain = { paper, panel, ink, ink2, ink3, hair, wash, context, accent: signal, none };
  const tokens: Record<string, string> = { '--accent-wash': signalWash };
  for (const [key, colour] of Object.entries(plain)) tokens[`--${key}`] = colour;
  return tokens;
}
