/** What a stretch of text gives away: a telephone, an identity number, a name, or an address to write to. */
export type PersonalKind = 'phone' | 'identity' | 'name' | 'contact';

/** A personal stretch of a text: from its first character up to but not including `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly kind: PersonalKind;
}

/** Parts cells that were put into one text; it is a space to every pattern and never part of a stretch. */
export const JOINT = '\u001f';
