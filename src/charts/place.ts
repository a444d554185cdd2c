import { textWidth, type Type } from './measure';

/** The centre nearest to `x` at which a text of this width stays within `low`…`high`. */
export function within(x: number, width: number, low: number, high: number): number {
  return Math.max(low + width / 2, Math.min(x, high - width / 2));
}

/** The centre nearest to `x` at which the text stays within `low`…`high`. */
export function centred(x: number, text: string, type: Type, low: number, high: number): number {
  return within(x, textWidth(text, type), low, high);
}
