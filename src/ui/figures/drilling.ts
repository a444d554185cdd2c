import { type MemberKey, selectionOf } from '../../brief';
import type { Selection } from '../../cube';
import type { DrillTarget } from '../../state';
import type { Question } from './figure';

/** A selection of one member of a comparison. */
export function ofMember(key: MemberKey): Selection {
  return {
    ...(key.zone !== undefined && { zones: [key.zone] }),
    ...(key.committee !== undefined && { committees: [key.committee] }),
    ...(key.domain !== undefined && { domains: [key.domain] }),
  };
}

/** The rows behind a part of an answer: its question, narrowed. */
export function rowsOf(question: Question, title: readonly string[], narrower: Selection): DrillTarget {
  const { metric, period, periods, parts } = question;
  return {
    title: title.filter((part) => part !== '').join(' · '),
    metric,
    period,
    ...(periods !== undefined && { periods }),
    ...(parts && { parts }),
    selection: { ...selectionOf(question.selection), ...narrower },
  };
}
