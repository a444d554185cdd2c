import { countText, movedScoreText, scoreText } from '../domain';
import type { Drawing, Setting } from './drawing';
import { scoreScale } from './scale';
import { type SlopeEnd, slopeLines } from './slope-lines';

/** A median and how many values it is of. */
export interface ScoreEnd {
  readonly median: number;
  readonly size: number;
}

/** One median score in two periods; null where it is not known. */
export interface ScoreSlopeRow {
  readonly key: string;
  readonly label: string;
  readonly previous: ScoreEnd | null;
  readonly current: ScoreEnd | null;
  readonly highlighted: boolean;
}

/** Scores in two periods, joined. */
export interface ScoreSlopeData extends Setting {
  readonly rows: readonly ScoreSlopeRow[];
  readonly previousLabel: string;
  readonly currentLabel: string;
  /** Unit of the score, for example 分. */
  readonly unitLabel: string;
}

/** Points the picture is high at least: a change of half a point must not fill it. */
const LEAST_SPAN = 8;

function atLeastWide(values: readonly number[]): number[] {
  if (values.length === 0) return [];
  const middle = (Math.min(...values) + Math.max(...values)) / 2;
  return [...values, middle - LEAST_SPAN / 2, middle + LEAST_SPAN / 2];
}

/** Two periods side by side, a line a median with its n, named at the right; highlighted ones in the colour of signals. */
export function scoreSlope(data: ScoreSlopeData): Drawing {
  const { locale, unitLabel } = data;
  const endOf = (end: ScoreEnd | null): SlopeEnd | null =>
    end && { value: end.median, text: `${scoreText(end.median)} ${unitLabel}  n ${countText(end.size)}` };
  const rows = data.rows.map((row) => {
    const [previous, current] = [endOf(row.previous), endOf(row.current)];
    const change = previous && current ? movedScoreText(current.value, previous.value, unitLabel, locale) : null;
    return { ...row, previous, current, change };
  });
  return slopeLines({ ...data, rows, scale: (values, pixels) => scoreScale(atLeastWide(values), pixels, 6) });
}
