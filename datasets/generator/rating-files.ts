import { encode } from './encode';
import { extension, FOLDERS, type OutFile } from './out-file';
import { ratingColumn } from './rating-columns';
import type { RatingHabit } from './rating-habits';
import { writeSheet } from './sheet';
import type { ZoneContext } from './zone-context';

/** The ratings of one scheme in a zone, all three cycles in one file. */
export function ratingFile(context: ZoneContext, habit: RatingHabit): OutFile {
  const rows = context.truth.ratings
    .filter((rating) => rating.scheme === habit.scheme)
    .map((rating) => ({ rating, org: context.orgOf(rating.org) }));
  const columns = habit.columns.map(([field, header]) => ratingColumn(field, String(header), context, habit.style));
  const ending = extension(habit.dialect.delimiter);
  const named = habit.scheme === 'five-named';
  return {
    path: `${FOLDERS[context.plan.id] ?? ''}/star-rating${named ? '-named' : ''}.${ending}`,
    name: `${context.plan.name}${named ? '“五星”创建评定' : '党组织星级评定'}2016—2018.${ending}`,
    zone: context.plan.id,
    table: 'star_rating',
    encoding: habit.dialect.encoding,
    bytes: encode(writeSheet(columns, [rows], habit.frame ?? {}, habit.dialect), habit.dialect.encoding),
  };
}
