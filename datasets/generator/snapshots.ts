import { endOf, QUARTERS, writeDate, yearOf } from './calendar';
import type { Split } from './habit';
import type { Frame } from './sheet';

/** One file of a table: the quarters in it and what its name and title lines say. */
export interface Portion {
  readonly quarters: readonly number[];
  /** Behind the table's name in the path: '', '-2018' or '-2018q4'. */
  readonly suffix: string;
  /** Behind the table's name in the Chinese file name. */
  readonly label: string;
  readonly words: Readonly<Record<'year' | 'quarter' | 'day', string>>;
}

const wordsOf = (quarter: number): Portion['words'] => ({
  year: String(yearOf(quarter)),
  quarter: `${['一', '二', '三', '四'][quarter % 4] ?? ''}季度`,
  day: writeDate(endOf(quarter), 'chinese'),
});

/** The files a table is split into. */
export function portions(split: Split, yearEnds: boolean): Portion[] {
  const quarters = QUARTERS.map((_, q) => q).filter((q) => !yearEnds || q % 4 === 3);
  const last = quarters[quarters.length - 1] ?? 0;
  switch (split) {
    case 'one':
      return [{ quarters, suffix: '', label: '', words: wordsOf(last) }];
    case 'year':
      return [2016, 2017, 2018].map((year) => {
        const own = quarters.filter((q) => yearOf(q) === year);
        return { quarters: own, suffix: `-${year}`, label: `${year}年`, words: wordsOf(own[own.length - 1] ?? 0) };
      });
    case 'quarter':
      return quarters.map((q) => {
        const words = wordsOf(q);
        return {
          quarters: [q],
          suffix: `-${(QUARTERS[q] ?? '').toLowerCase()}`,
          label: `${words.year}年${words.quarter}`,
          words,
        };
      });
  }
}

/** The frame with {zone}, {year}, {quarter} and {day} filled in. */
export function filled(frame: Frame, zone: string, portion: Portion): Frame {
  const fill = (text: string): string =>
    Object.entries({ zone, ...portion.words }).reduce((t, [name, word]) => t.replaceAll(`{${name}}`, word), text);
  return {
    ...frame,
    ...(frame.above ? { above: frame.above.map(fill) } : {}),
    ...(frame.below ? { below: frame.below.map(fill) } : {}),
  };
}
