import type { Ask } from '../../brief';
import type { Drawing, Picked, Setting } from '../../charts';
import type { PartsByZone, Selection } from '../../cube';
import type { Period } from '../../domain';
import type { DrillTarget, Workbench } from '../../state';
import type { Wording } from '../../state/wording';
import type { TableData } from '../../share';

/** What a page asks of every figure: the reader's selection and period, what to compare with and by. */
export type Asked = Omit<Ask, 'metric'>;

/** Who asks without having chosen anything: the cube, its names and words. */
export type PlainReader = Pick<Workbench, 'cube' | 'nameOf'> & { readonly language: Wording };

/** Who asks: the cube, its names and words, and what was chosen. */
export type Reader = Pick<Workbench, 'cube' | 'nameOf' | 'language' | 'filters' | 'route'>;

/** What an answer answers: a metric of a selection, in a period or in several. */
export interface Question {
  readonly metric: string;
  readonly period: Period;
  readonly periods?: readonly Period[];
  readonly selection: Selection;
  /** What of each zone it is of, where it is of what compares only; null or absent: of all. */
  readonly parts?: PartsByZone | null;
  /** Metrics that stand beside it in the same figure. */
  readonly also?: readonly string[];
}

/** One of several ways to look at a figure, kept in the address under its key. */
export interface Choice {
  readonly key: string;
  readonly title: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: string;
  /** What is shown unasked; absent: the first. */
  readonly usual?: string;
}

/** An answer: its words, its picture and its table. What is said beneath it and the rows behind it follow from the question. */
export interface Answer {
  readonly question: Question;
  readonly id?: string;
  /** What is compared, as a finding where there is one. */
  readonly title: string;
  /** The period, and how to read the marks. */
  readonly subtitle: string;
  /** How the marks are read, where that is the same in other figures: said once a page. */
  readonly reading?: string;
  /** The picture; absent: the table is the figure. */
  readonly draw?: (setting: Setting) => Drawing;
  /** Said in place of the picture where it may not be drawn. */
  readonly undrawn?: string | undefined;
  /** The figures of the picture. */
  readonly table: () => TableData;
  /** The mark each row of the table belongs to, where rows can be opened. */
  readonly keys?: readonly string[];
  /** The rows behind a mark, or behind a row of the table (by its key, as `row`). */
  readonly open?: (picked: Picked) => DrillTarget | null;
  /** What of the metric is asked, in words: a scheme, an activity. It stands in the title of the rows. */
  readonly about?: string;
  /** The rows behind the whole, where they are not those of the question; null: there are none to open. */
  readonly whole?: DrillTarget | null;
  /** Said beneath in place of the definition. */
  readonly foot?: string;
  /** Said beneath after the definition. */
  readonly beside?: string;
  readonly choice?: Choice | undefined;
}

/** Why there is no answer: a metric that is missing or counts nothing here, something of the figure's own, or nothing to say (null). */
export type Unanswered = { readonly missing: string } | { readonly none: string; readonly why: string } | null;

/** A figure: a question and the words for its answer. */
export type Figure = (reader: Reader, ask: Asked) => Answer | Unanswered;

/** A figure that depends on no choice of a page. */
export type PlainFigure = (reader: PlainReader, ask: Asked) => Answer | Unanswered;
