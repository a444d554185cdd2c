import { valuesOf } from '../../model';
import { byCategory } from '../../ui/figures/bars';
import { COMMITTEE, ZONE, listOf } from '../../ui/figures/lists';

/** The organisations by type, from the work committee down to the group, as the register lists them. */
export const types = byCategory('party_org_count', {
  title: 'coverage.orgTypesTitle',
  subtitle: 'coverage.orgTypesSub',
  heading: 'coverage.type',
  order: valuesOf('party_org', 'org_type'),
});

/** The units without an organisation of any mode. */
export const uncovered = listOf('uncovered_unit_count', 'numerator', {
  id: 'uncovered',
  words: { title: 'coverage.listTitle', subtitle: 'coverage.listSub', none: 'coverage.listNone' },
  columns: [
    { id: 'unit_name', label: 'coverage.unit' },
    ZONE,
    COMMITTEE,
    { id: 'coverage_mode', label: 'coverage.mode' },
    { id: 'not_built_reason', label: 'coverage.reason', wrap: true },
  ],
});
