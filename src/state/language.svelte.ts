import type { Label, Locale } from '../domain';
import { MESSAGES, type MessageKey } from './messages';
import { remember, remembered } from './remembered';

const KEY = 'zonelens.locale';

/** The interface language and its messages. Chinese unless the reader chose English. */
export class Language {
  #locale: Locale = $state(remembered(KEY) === 'en' ? 'en' : 'zh');

  get locale(): Locale {
    return this.#locale;
  }

  set locale(locale: Locale) {
    this.#locale = locale;
    remember(KEY, locale);
  }

  /** A message, with `{name}` replaced by the values given. */
  readonly t = (key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string =>
    MESSAGES[key][this.#locale].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

  /** A label of the model in this language. */
  readonly of = (label: Label): string => label[this.#locale];
}
