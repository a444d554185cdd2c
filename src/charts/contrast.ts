import type { Theme } from './theme';

function channels(colour: string): [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** Relative luminance of a `#rrggbb` colour (WCAG 2.2). */
function luminance(colour: string): number {
  const [r, g, b] = channels(colour).map((channel) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The colour `share` of the way from `a` to `b`, both `#rrggbb`. */
export function blend(a: string, b: string, share: number): string {
  const to = channels(b);
  const mixed = channels(a).map((from, i) => Math.round(from + ((to[i] ?? from) - from) * share));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** The text colour that reads best on a fill: ink or paper, and white where neither is enough. */
export function inkOn(fill: string, theme: Theme): string {
  const [first, second] =
    contrast(theme.ink, fill) >= contrast(theme.paper, fill) ? [theme.ink, theme.paper] : [theme.paper, theme.ink];
  if (contrast(first, fill) >= 4.5) return first;
  return [first, second, '#ffffff', '#000000'].reduce((best, colour) =>
    contrast(colour, fill) > contrast(best, fill) ? colour : best,
  );
}
