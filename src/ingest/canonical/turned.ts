import { typeAtEnd } from '../../model';
import { parsePeriod } from '../cells';
import { normaliseHeader } from '../raw';
import { isAverageLabel, isAreaLabel, isShareLabel, totalWeight } from '../raw/row-words';

/** A table with its measures as rows and what it counts as columns, put upright. */
export interface Upright {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const MOST_ROWS = 60;
const MOST_COLUMNS = 120;
const NUMBERED = /^(?:序号?|编号|no\.?|行次|#)$/iu;
/** Columns beside those that are counted: they say nothing of one. */
const BESIDE = /^(?:计量单位|单位|备注|说明|占比|排名|名次|序号|第\d+列)$/u;
const FULL_MARKS = /^(?:满分|满分值|分值|标准分|权重|权重分)$/u;

/** What such a table holds is figures. */
const FIGURE = /^(?:-?[\d,]+(?:\.\d+)?[%％]?|[-—–/]+)$/u;
const FIGURES = 0.7;

/** A column that adds up the others, or stands beside them. */
const isAside = (text: string): boolean =>
  text === '' ||
  BESIDE.test(text) ||
  totalWeight(text) > 0 ||
  isAreaLabel(text) ||
  isAverageLabel(text) ||
  isShareLabel(text);

/**
 * The table turned: each column a row, each label a header. Null where its labels cannot be headers. What adds up the columns
 * (合计) is left out, as the row of a total would be.
 */
export function turned(header: readonly string[], rows: readonly (readonly string[])[]): Upright | null {
  if (rows.length < 2 || rows.length > MOST_ROWS || header.length > MOST_COLUMNS) return null;
  const first = NUMBERED.test(normaliseHeader(header[0] ?? '')) ? 1 : 0;
  const labels = rows.map((row) => (row[first] ?? '').trim());
  if (new Set(labels).size < labels.length || labels.some((text) => text === '' || /^[\d.%-]+$/u.test(text)))
    return null;
  const columns = header.flatMap((text, at) => {
    const name = normaliseHeader(text);
    return at <= first || isAside(name) ? [] : [{ name, at, full: FULL_MARKS.test(name) }];
  });
  const named = columns.filter(({ full }) => !full);
  if (named.length < 2) return null;
  const cells = named.flatMap(({ at }) => rows.map((row) => (row[at] ?? '').trim())).filter((text) => text !== '');
  if (cells.filter((text) => FIGURE.test(text)).length < FIGURES * cells.length || cells.length === 0) return null;
  const isPeriod = ({ name }: { readonly name: string }): boolean => parsePeriod(name).state === 'value';
  const zones = named.filter(({ name }) => typeAtEnd(name) !== undefined).length;
  return {
    header: [named.every(isPeriod) ? '统计时间' : 2 * zones >= named.length ? '开发区' : '单位', ...labels],
    rows: columns.map(({ at, full }) => [
      full ? '满分' : (header[at] ?? '').trim(),
      ...rows.map((row) => row[at] ?? ''),
    ]),
  };
}
