import { type CellStyle, madeUpPerson, writeFlag } from './cell-styles';
import type { Column } from './sheet';
import { type Dim, DIMS, type Org, type Rating } from './truth';
import type { ZoneContext } from './zone-context';

/** A rating with its organisation, as a row of an export. */
export interface RatingRow {
  readonly rating: Rating;
  readonly org: Org;
}

/** What a rating export may show. */
export type RatingField =
  | 'seq'
  | 'code'
  | 'name'
  | 'zone'
  | 'domain'
  | 'cycle'
  | 'scheme'
  | 'max'
  | 'level'
  | 'status'
  | Dim
  | 'self'
  | 'score'
  | 'previous'
  | 'awarding'
  | 'secretary';

/** How one body writes its ratings. */
export interface RatingStyle extends CellStyle {
  readonly level: 'number' | 'chinese' | 'stars' | 'digit';
  readonly cycle: 'year' | 'yearChinese' | 'yearLabel';
  readonly awarding: Readonly<Record<Rating['awarding'], string>>;
}

const NUMERALS = '零一二三四五';

function writeLevel(level: number | null, style: RatingStyle): string {
  if (level === null) return style.level === 'number' ? style.empty : '未评';
  switch (style.level) {
    case 'number':
      return String(level);
    case 'chinese':
      return level === 0 ? '无星' : `${NUMERALS[level] ?? ''}星`;
    case 'stars':
      return level === 0 ? '无星' : '★'.repeat(level);
    case 'digit':
      return level === 0 ? '无星' : `${level}星`;
  }
}

const writeCycle = (year: number, style: RatingStyle): string =>
  style.cycle === 'year' ? String(year) : style.cycle === 'yearChinese' ? `${year}年` : `${year}年度`;

const writeScore = (score: number | null, style: CellStyle): string => (score === null ? style.empty : String(score));

const isDim = (field: RatingField): field is Dim => (DIMS as readonly string[]).includes(field);

/** A column of a rating export. */
export function ratingColumn(
  field: RatingField,
  header: string,
  context: ZoneContext,
  style: RatingStyle,
): Column<RatingRow> {
  const cell = ({ rating, org }: RatingRow, i: number): string => {
    if (isDim(field)) return rating.dims === null ? style.empty : writeFlag(rating.dims[field], style);
    switch (field) {
      case 'seq':
        return String(i + 1);
      case 'code':
        return org.code;
      case 'name':
        return org.name;
      case 'zone':
        return context.plan.name;
      case 'domain':
        return org.domain;
      case 'cycle':
        return writeCycle(rating.cycle, style);
      case 'scheme':
        return rating.scheme;
      case 'max':
        return '5';
      case 'level':
        return writeLevel(rating.level, style);
      case 'status':
        return rating.status;
      case 'self':
        return writeScore(rating.selfScore, style);
      case 'score':
        return writeScore(rating.score, style);
      case 'previous':
        return writeLevel(rating.previous, style);
      case 'awarding':
        return style.awarding[rating.awarding];
      case 'secretary':
        return madeUpPerson(i);
    }
  };
  return { header, cell };
}
