import type { TableSpec } from '../../domain';
import { PARTY_ORG } from './party-org';
import { STAR_RATING } from './star-rating';
import { UNIT_COVERAGE } from './unit-coverage';
import { ZONE } from './zone';

/** Every canonical table (domain.md §6), configuration first. */
export const TABLES: readonly TableSpec[] = [ZONE, PARTY_ORG, UNIT_COVERAGE, STAR_RATING];

const BY_ID: ReadonlyMap<string, TableSpec> = new Map(TABLES.map((table) => [table.id, table]));

/** The canonical table of that id, or undefined when the model knows none. */
export function tableById(id: string): TableSpec | undefined {
  return BY_ID.get(id);
}
