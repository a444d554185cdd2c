import type { Member } from '../../brief';

/**
 * The members of a comparison that may be shown where nobody may be guessed at: those with at least `least` counted. Where
 * one alone would be left out, the whole would give it away: the smallest of the others goes with it.
 */
export function keptMembers(members: readonly Member[], least: number): Member[] {
  const size = ({ now }: Member): number => now.denominator ?? now.numerator;
  const shown = members.filter((member) => size(member) >= least || size(member) === 0);
  if (members.length - shown.length !== 1 || shown.length === 0) return shown;
  const others = shown.filter((member) => size(member) > 0).sort((a, b) => size(a) - size(b));
  return shown.filter((member) => member !== others[0]);
}
