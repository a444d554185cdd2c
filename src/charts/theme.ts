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
  /** The one accent, a deep vermilion: selected, or significantly different. */
  readonly accent: string;
  /** Its quiet area. */
  readonly accentWash: string;
  /** Sequential scale of amount, least to most. */
  readonly scale: readonly [string, string, string, string, string];
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
  accent: '#ab2b1f',
  accentWash: '#f5e4df',
  scale: ['#f3e6d8', '#e8c6ab', '#da9274', '#bb4b37', '#84190f'],
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
  accent: '#ec7159',
  accentWash: '#3d231d',
  scale: ['#372d25', '#5d3b2e', '#8f4b38', '#cf7157', '#f4a58b'],
  none: '#4b4842',
};

/** The font stack of charts and page; names are left unquoted because they also stand inside SVG attributes. */
export const FONT_FAMILY =
  '-apple-system, PingFang SC, Microsoft YaHei, Source Han Sans SC, Noto Sans CJK SC, Noto Sans SC, system-ui, sans-serif';

/** The theme as CSS custom properties: `--paper`, `--ink2`, `--accent-wash`, `--s1` … `--s5`, and so on. */
export function cssTokens(theme: Theme): Record<string, string> {
  const { paper, panel, ink, ink2, ink3, hair, wash, context, accent, none, accentWash, scale } = theme;
  const tokens: Record<string, string> = { '--accent-wash': accentWash };
  const plain = { paper, panel, ink, ink2, ink3, hair, wash, context, accent, none };
  for (const [key, colour] of Object.entries(plain)) tokens[`--${key}`] = colour;
  scale.forEach((colour, i) => (tokens[`--s${i + 1}`] = colour));
  return tokens;
}
