import { rateOf } from '../cube';
import { movedTextOf } from '../domain';
import type { Drawing, Setting } from './drawing';
import { type Counted, rateWithFraction } from './rate-row';
import { atLeast, rateScale } from './scale';
import { type SlopeEnd, slopeLines } from './slope-lines';

/** One rate in two periods; null where it is not known. */
export interface SlopeRow {
  readonly key: string;
  readonly label: string;
  readonly previous: Counted | null;
  readonly current: Counted | null;
  readonly highlighted: boolean;
}

/** Rates in two periods, joined. */
export interface SlopeData extends Setting {
  readonly rows: readonly SlopeRow[];
  readonly previousLabel: string;
  readonly currentLabel: string;
}

/** Two periods side by side, a line a rate, named at the right; highlighted ones in the colour of signals. */
export function slope(data: SlopeData): Drawing {
  const endOf = (counted: Counted | null): SlopeEnd | null => {
    const value = counted === null ? null : rateOf(counted);
    return counted === null || value === null ? null : { value, text: rateWithFraction(counted, data.locale) };
  };
  const rows = data.rows.map((row) => {
    const change = movedTextOf(row.current, row.previous, data.locale);
    return { ...row, previous: endOf(row.previous), current: endOf(row.current), change };
  });
  return slopeLines({ ...data, rows, scale: (values, pixels) => rateScale(atLeast(values, 0.1), pixels, 6) });
}
