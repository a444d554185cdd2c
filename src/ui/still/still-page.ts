import {
  absentText,
  categoriesOf,
  UNKNOWN,
  factsOf,
  isOfShared,
  fractionText,
  memberNoun,
  partitionText,
  partitionsOf,
  percentText,
  periodAnswered,
  standardText,
  standardsOf,
} from '../../brief';
import { type Cube, type Group, hasCells } from '../../cube';
import type { Period } from '../../domain';
import { goesByScheme, metricById } from '../../model';
import type { TableData } from '../../share';
import { latestPeriod, leadMetric, zonesByDefault } from '../../state/choices';
import { KEY_RATES, type Page, leadsOf, pageRecord } from '../../state/pages';
import { rates } from '../figures/comparison';
import type { Answer, Asked, PlainReader, Unanswered } from '../figures/figure';
import { quartilesByMember } from '../figures/scores';
import { answeredText } from '../figures/words';

/** As many schemes of one metric as are shown: the largest. */
const SCHEMES = 2;

/** What a page asks when it is opened. */
function askOf(cube: Cube, page: Page): Asked {
  const zones = zonesByDefault(cube);
  const period: Period = latestPeriod(cube, leadMetric(cube, page, undefined)) ?? '2000Q1';
  return { zones, peers: zones, period, comparison: 'previous', by: zones.length === 1 ? 'committee' : 'zone' };
}

const isAnswer = (found: Answer | Unanswered): found is Answer => found !== null && 'question' in found;

/** The rates a page is about: those that stand for it, else its first; the others of its lead where they are rates. */
function ratesOf(cube: Cube, page: Page): string[] {
  const { keyRates = [] } = pageRecord(page);
  const leads = leadsOf(page).filter((id) => metricById(id).kind === 'rate');
  const wanted = keyRates.length > 0 ? keyRates : leads;
  return wanted.filter((id) => hasCells(cube, id));
}

/** A rate member by member; under each of its largest schemes where it has some, since those are never added up. */
function ratesAnswered(reader: PlainReader, ask: Asked, metric: string): Answer[] {
  const { cube } = reader;
  if (!goesByScheme(metricById(metric))) return [rates(metric)(reader, ask)].filter(isAnswer);
  const period = periodAnswered(cube, metric, ask.period);
  return partitionsOf(cube, metric, period, ask)
    .slice(0, SCHEMES)
    .flatMap((partition) => {
      const answer = rates(metric)(reader, { ...ask, categories: categoriesOf(cube, metric, partition.id) });
      const scheme = partitionText(cube, partition, 'zh');
      return isAnswer(answer) ? [{ ...answer, title: `${scheme}：${answer.title}` }] : [];
    });
}

/** Appraisal scores under the standard most zones share. */
function scoresAnswered(reader: PlainReader, ask: Asked, metric: string): Answer[] {
  const { cube, language } = reader;
  const [standard] = standardsOf(cube, periodAnswered(cube, metric, ask.period), ask);
  if (!standard) return [];
  const about = standardText(cube, standard, 'zh');
  const figure = quartilesByMember(metric, {
    told: (_, named) => ({
      title: language.t('appraisal.scoresTitle', named),
      subtitle: language.t('appraisal.scoresSub', { ...named, standard: about }),
      about,
    }),
    whole: 'appraisal.whole',
    unit: 'appraisal.points',
    size: 'appraisal.orgs',
  });
  return [figure(reader, { ...ask, categories: categoriesOf(cube, metric, standard.id) })].filter(isAnswer);
}

/** The leading figures of a page as it opens, with their pictures and tables. */
export function answersOf(reader: PlainReader, page: Page): Answer[] {
  const { cube } = reader;
  const ask = askOf(cube, page);
  const [lead] = leadsOf(page);
  if (lead !== undefined && metricById(lead).kind === 'score') return scoresAnswered(reader, ask, lead);
  return ratesOf(cube, page).flatMap((metric) => ratesAnswered(reader, ask, metric));
}

/** Every zone by every key rate, x/n beside each, with all zones together at the end. */
export function keyTable({ cube, language, nameOf }: PlainReader): TableData {
  const ask = askOf(cube, 'overview');
  const found = KEY_RATES.map((metric) => factsOf(cube, { ...ask, metric })).filter(({ whole }) => whole !== null);
  const cell = (rate: number, group: Group): string => `${percentText(rate)} ${fractionText(group)}`;
  const columns = found.map(({ metric, period }) => ({
    label: `${language.of(metric.label)}，${answeredText(metric, period, 'zh')}`,
    kind: 'text' as const,
    wrap: true,
  }));
  const zones = (ask.zones ?? []).map((zone) => [
    nameOf({ zone }),
    ...found.map((facts) => {
      const member = facts.members.find(({ key }) => key.zone === zone && key.committee === undefined);
      if (member === undefined || member.rate === null) return absentText(facts, zone, 'zh');
      return language.noted(cell(member.rate, member.now), isOfShared(member) ? language.t('figure.shared') : '');
    }),
  ]);
  const whole = [
    '合计',
    ...found.map(({ whole: all, rate }) => (all === null || rate === null ? UNKNOWN : cell(rate, all))),
  ];
  return {
    columns: [{ label: memberNoun('zone', 'zh'), kind: 'text' }, ...columns],
    rows: ask.by === 'zone' ? [...zones, whole] : [whole],
  };
}
