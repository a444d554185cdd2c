/** A text in both interface languages. Chinese is the reference, English is complete. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}

/** The two interface languages. */
export type Locale = 'zh' | 'en';
