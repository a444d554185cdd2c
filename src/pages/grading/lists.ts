import { type Partition, categoriesOf, declaredPercent, partitionText } from '../../brief';
import type { DrillRow } from '../../state';
import { COMMITTEE, type List, type ListColumn, ZONE, least, listOf, numberIn } from '../../ui/figures/lists';

const LOW = 'backward_share';
const ORGANISATION: ListColumn = { id: 'org_name', label: 'grading.organisation' };

const score = (id: 'score_self' | 'score_superior', label: ListColumn['label']): ListColumn => ({
  id,
  label,
  number: true,
  shown: (row: DrillRow) => String(numberIn(row, id) ?? ''),
});

/** The organisations of the lowest grade under a scheme, the lowest score first. */
export const lowest =
  (partition: Partition): List =>
  (reader, ask) =>
    listOf(LOW, 'numerator', {
      id: 'lowest',
      words: {
        title: 'grading.actLow',
        subtitle: 'grading.actLowSub',
        none: 'grading.actLowNone',
        values: { scheme: partitionText(reader.cube, partition, reader.language.locale) },
      },
      columns: [
        ORGANISATION,
        ZONE,
        COMMITTEE,
        { id: 'grade_label', label: 'grading.grade' },
        score('score_self', 'grading.self'),
        score('score_superior', 'grading.superior'),
      ],
      order: least('score_superior'),
    })(reader, { ...ask, categories: categoriesOf(reader.cube, LOW, partition.id) });

/** The weak organisations that are said not to have turned yet, the least satisfied first. */
export const weak = listOf('weak_turnaround_rate', 'rest', {
  id: 'weak',
  words: { title: 'grading.actWeak', subtitle: 'grading.actWeakSub', none: 'grading.actWeakNone' },
  columns: [
    ORGANISATION,
    ZONE,
    COMMITTEE,
    {
      id: 'satisfaction',
      label: 'grading.satisfaction',
      number: true,
      shown: (row) => {
        const share = numberIn(row, 'satisfaction');
        return share === null ? '' : declaredPercent(share);
      },
    },
  ],
  order: least('satisfaction'),
});
