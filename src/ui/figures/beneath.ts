import { basisDocuments, mergeCaveat } from '../../brief';
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
