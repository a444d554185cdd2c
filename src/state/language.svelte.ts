import type { Locale } from '../domain';
import { SHELL_WORDS } from './messages/shell-words';
import { remember, remembered } from './remembered';
import { Wording } from './wording';

const KEY = 'zonelens.locale';

/** The interface language and its messages. Chinese unless the reader chose English. */
export class Language extends Wording {
  #locale: Locale = $state(remembered(KEY) === 'en' ? 'en' : 'zh');

  constructor() {
    super();
    this.add(SHELL_WORDS);
  }

  override get locale(): Locale {
    return this.#locale;
  }

  override set locale(locale: Locale) {
    this.#locale = locale;
    remember(KEY, locale);
  }

  /** The language as browsers name it. */
  get tag(): 'zh-CN' | 'en-GB' {
    return this.#locale === 'zh' ? 'zh-CN' : 'en-GB';
  }
}
