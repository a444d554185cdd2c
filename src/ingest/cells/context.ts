/** How a column without % signs writes its shares: 16.67 or 0.1667; `ask` when only 0 and 1 occur. */
export type PercentMode = 'percent' | 'permille' | 'fraction' | 'ask';

/** Which digits a yes/no column uses; `ask` when 2 occurs and nobody has said what it means. */
export type BooleanCoding = 'zero-one' | 'one-two' | 'ask';

/** What a column or its file says about a cell that the cell itself does not. All optional. */
export interface CellContext {
  /** The year the title or file name states, for 5月, 二季度 and two-digit years. */
  readonly year?: number;
  /** The workbook counts days from 1904. */
  readonly date1904?: boolean;
  /** The column holds shares of a whole, and how it writes them. */
  readonly percent?: PercentMode;
  /** Other cells of the column have a % sign, so that a bare 0.75 or 1 may be either. */
  readonly percentSigned?: boolean;
  /** Which of day and month stands first in 5/6/2023; some other cell of the column must have shown it (31/5/2023). */
  readonly dayOrder?: 'day-first' | 'month-first';
  /** Shares may lie outside 0–100 % (growth rates). */
  readonly unboundedPercent?: boolean;
  readonly booleanCoding?: BooleanCoding;
  /** ○ stands beside blanks or × and no other mark for yes does: it means yes. Beside ● or √ it means no. */
  readonly circleIsYes?: true;
  /** A yes/no column that says how many (指导员人数): any at all is yes. */
  readonly tally?: true;
  /** The user confirmed that 无 means 0 in this count column. */
  readonly noneIsZero?: boolean;
  /** The column says which day or period is reported on: a year of two figures below 50 is of this century. */
  readonly reporting?: true;
  /** The column keeps its trailing zeros (2023.10 beside 2023.1), so 2023.1 is January; or it pads (2023.01) and lost them, so that 2023.1 is October. */
  readonly monthZeros?: 'kept' | 'padded';
  /** By column of a closed list, words the user explained: what each text means. */
  readonly words?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
