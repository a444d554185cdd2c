import { folded } from './text';

const PARTY = /^(?:中国共产党|中共)/u;
/** Bodies whose names end in 委员会 without being Party committees. */
const OTHER_COMMITTEE = /(?:居民|村民|管理|纪律检查|监察|业主|工会|团|专业|董事|仲裁)(?:委员会)$/u;

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/党?工作委员会$/u, '党工委'],
  [/(?:党的|党)?(?:总支部委员会|总支委员会|总支部|总支)$/u, '党总支'],
  [/联合(?:党的|党)?(?:支部委员会|支部)$/u, '联合党支部'],
  [/(?:党的|党)?(?:支部委员会|支部)$/u, '党支部'],
  [/(?:党的|党)?(?:基层委员会|委员会)$/u, '党委'],
];

/**
 * The name of an organisation in the form in which names are compared: NFKC, no white space, without 中共, endings unified
 * (支部委员会 → 党支部, 委员会 → 党委). Applying it twice changes nothing. Two equal results are the same name; similar ones
 * are only a suggestion.
 */
export function normaliseOrgName(raw: string): string {
  let name = folded(raw).replace(PARTY, '');
  while (PARTY.test(name)) name = name.replace(PARTY, '');
  if (OTHER_COMMITTEE.test(name)) return name;
  for (const [ending, short] of ENDINGS) {
    if (ending.test(name)) return name.replace(ending, short);
  }
  return name;
}
