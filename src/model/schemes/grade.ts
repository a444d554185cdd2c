import { GRADE_RULES } from '../rules/grade';

/** What exports write for a grade scheme, and the id its rules stand under (`grade/<id>/…`). Not listed: not known, never guessed. */
export const GRADE_SCHEME_ALIASES: Readonly<Record<string, string>> = {
  'three-level': 'three-level',
  '3级': 'three-level',
  三级: 'three-level',
  三级定级: 'three-level',
  三级定级办法: 'three-level',
  三等次: 'three-level',
  'four-level': 'four-level',
  '4级': 'four-level',
  四级: 'four-level',
  四级定级: 'four-level',
  四级定级办法: 'four-level',
  四等次: 'four-level',
  letters: 'letters',
  ABCD: 'letters',
  字母: 'letters',
  字母等次: 'letters',
  字母等次办法: 'letters',
  points: 'points',
  百分制: 'points',
  '100分制': 'points',
  百分制等次: 'points',
  百分制等次办法: 'points',
};

/** The grades of every scheme the product comes with, each with its rank. */
const GRADES = new Map<string, Map<string, number>>();
for (const { ruleId, value } of GRADE_RULES) {
  const [, scheme = '', kind, label = ''] = ruleId.split('/');
  if (kind === 'rank') GRADES.set(scheme, (GRADES.get(scheme) ?? new Map<string, number>()).set(label, Number(value)));
}

const TAIL = /(?:基层党组织|党组织|党支部|等次|等级|级|等|档|次)$/u;
const LEAST = 2;

/** Whether a text is a grade of any scheme the product comes with. */
export const isKnownGrade = (text: string): boolean =>
  [...GRADES.values()].some((ranks) => ranks.has(text.toUpperCase()));

/**
 * The one scheme that all grades of a list belong to, two at least and no rank between them left out (优秀, 良好); null where none or several
 * have them: 优秀 beside 合格 may be the second of three.
 */
export function schemeOfGrades(labels: readonly string[]): string | null {
  const found = [...GRADES].filter(([, ranks]) => {
    const held = labels.map(
      (label) => ranks.get(label.toUpperCase()) ?? ranks.get(label.toUpperCase().replace(TAIL, '')),
    );
    const places = [...new Set(held)].sort((a = 0, b = 0) => a - b);
    const next = places.every((place, at) => place !== undefined && (at === 0 || place === (places[at - 1] ?? 0) + 1));
    return places.length >= LEAST && next;
  });
  return found.length === 1 ? (found[0]?.[0] ?? null) : null;
}
