import { type Label, type Locale, type Parts, between, ended, joined, noted } from '../domain';
import type { MessageKey } from './messages';

/** The messages of a language, of what was taken in so far. */
export abstract class Wording {
  readonly #words: Partial<Record<MessageKey, Label>> = {};

  abstract get locale(): Locale;

  /** Takes words in that were fetched with the page that says them. */
  add(words: Readonly<Partial<Record<MessageKey, Label>>>): void {
    Object.assign(this.#words, words);
  }

  /** Whether there is such a message. */
  readonly has = (key: string): key is MessageKey => key in this.#words;

  /** A message, with `{name}` replaced by the values given. */
  readonly t = (key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string => {
    const label = this.#words[key];
    if (!label) throw new RangeError(`no such message yet: ${key}`);
    return label[this.locale].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  };

  /** A label of the model in this language. */
  readonly of = (label: Label): string => label[this.locale];

  /** Parts of a text with what this language writes between them; empty ones are left out. */
  readonly joined = (what: Parts, parts: readonly string[]): string => joined(what, parts, this.locale);

  /** What stands between two parts, where they are marked one by one. */
  readonly between = (what: Parts): string => between(what, this.locale);

  /** A text with a note in brackets. */
  readonly noted = (text: string, note: string): string => noted(text, note, this.locale);

  /** A text with its full stop. */
  readonly ended = (text: string): string => ended(text, this.locale);

  /** A word of the model in this language: its own id is the Chinese one. */
  readonly word = ({ id, en }: { readonly id: string; readonly en: string }): string =>
    this.locale === 'zh' ? id : en;
}

/** Chinese, for what is written once, without a page. */
export class Chinese extends Wording {
  override readonly locale = 'zh';
}
