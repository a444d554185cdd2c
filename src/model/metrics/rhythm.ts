import type { MetricSpec } from '../../domain';
import { oneIf } from './one-if';

/** The working rhythm of committees. */
export const RHYTHM_METRICS: readonly MetricSpec[] = [
  {
    id: 'dispatch_execution_rate',
    family: 'rhythm',
    label: { zh: '调度、主题、考核执行率', en: 'Dispatch, theme and appraisal carried out' },
    said: 'of the dispatch, theme and appraisal work due was carried out',
    owed: true,
    kind: 'rate',
    time: 'obligation',
    grain: 'month',
    direction: 'up',
    unit: { zh: '个党委次', en: 'committee-periods' },
    numerator: { zh: '已完成的党委时期', en: 'committee-periods in which it was done' },
    denominator: { zh: '应完成的党委时期，按事项', en: 'committee-periods in which it was due, by which' },
    population: { base: 'rhythm-due', scope: 'TRUE', numerator: oneIf('done'), category: ['record_type'] },
    categoryParts: ['type'],
    rules: ['rhythm/'],
    source: { zh: '徐州经开区公开材料', en: 'public text of Xuzhou zone' },
    caveats: {
      zh: '应完成：园区党工委直属的党委、党工委，整个时期存在方计，按规则每月、每季、每半年一次；同期园区一条该事项记录都没有的，视为未报送，不计；有记录而某党委没有的，按未完成计。',
      en: 'Owed by the committees right below the work committee that existed the whole period, by month, quarter or half-year as the rule says; a period in which the zone has no record of the act at all is not reported and does not count; where it has any, a committee without one did not do it.',
    },
  },
];
