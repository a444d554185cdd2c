import { basisDocuments, countedNote, mergeCaveat, reportedBy, takenClauses } from '../../brief';
import { reportingIn } from '../../cube';
import { baseOf, metricById, tableById } from '../../model';
import type { Answer, PlainReader, Question } from './figure';
import { definitionText } from './words';

type Beneath = Pick<PlainReader, 'cube' | 'language'>;

/** The rule versions an answer was computed under; empty where its metric reads none. */
function rules({ cube, language }: Beneath, { metric, also, period, selection }: Question): string {
  // Several metrics read several rules: each tells its own where it stands alone.
  if (also !== undefined) return '';
  const { named, count } = basisDocuments(
    cube,
    metricById(metric),
    period,
    selection.categories ?? [],
    language.locale,
  );
  if (count === 0) return '';
  const more = count > named.length ? ` ${language.t('basis.more', { count })}` : '';
  return language.t('basis.rules', { documents: language.joined('documents', named) + more });
}

/** What is said beneath every figure: the definition (or what stands for it), the rule versions, and a note of its own. */
export function footText(reader: Beneath, { question, foot, beside = '' }: Answer): string {
  const told = foot ?? definitionText(metricById(question.metric), reader.language);
  const merged = mergeCaveat(reader.cube, question.metric, reader.language.locale);
  return reader.language.joined('statements', [told, rules(reader, question), beside, merged]);
}

/** The tables an answer is counted from, in words. */
export function sourcesText({ language }: Beneath, { metric, also = [] }: Question): string {
  const tables = [metric, ...also].flatMap((id) => baseOf(metricById(id)).needs);
  const labels = [...new Set(tables)].map((id) => tableById(id)?.label).filter((label) => label !== undefined);
  return language.joined('names', labels.map(language.of));
}

/** Whose figures these are, where not all zones report them; '' where all do, or where a later answer could still come. */
export function whoseText({ cube, language }: Beneath, { metric: id, period, periods, selection }: Question): string {
  const metric = metricById(id);
  if (periods !== undefined || metric.time === 'flow' || metric.accumulates === true) return '';
  const reporting = reportingIn(cube, { metric: id, ...selection }, period);
  return reportedBy({ metric, reporting }, language.locale);
}

/** Whose figures are counts with no rows behind them; '' where none are. */
export function countsText({ cube, language, nameOf }: PlainReader, question: Question): string {
  const { metric, period, periods = [period], selection } = question;
  if (metricById(metric).counted === undefined) return '';
  return countedNote(cube, { metric, ...selection }, periods, nameOf, language.locale);
}

/** What is taken for what the lists behind an answer do not state, one clause each. */
export function takenTexts({ cube, language }: Beneath, question: Question): readonly string[] {
  const { metric, period, periods = [period], selection } = question;
  return takenClauses(cube, metricById(metric), { periods, zones: selection.zones }, language.locale);
}
