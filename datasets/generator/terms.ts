import { yearsLater } from './calendar';
import type { Org } from './truth';

/** The term of office shown on a snapshot: when it began, when it is due, when it was renewed. */
export interface Term {
  readonly start: string;
  readonly due: string;
  readonly actual: string | null;
  readonly extended: boolean;
}

function monthsLater(iso: string, months: number): string {
  const [y = '0', m = '1', d = '1'] = iso.split('-');
  const at = Number(y) * 12 + Number(m) - 1 + months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-${String(Math.min(28, Number(d))).padStart(2, '0')}`;
}

/** The term that falls due in the snapshot's year, or else the current one. An organisation that never renewed stays overdue. */
export function termAt(org: Org, day: string): Term {
  let start = org.termStart;
  for (;;) {
    const due = yearsLater(start, org.termYears);
    if (org.renewalDelay === null) return { start, due, actual: null, extended: false };
    const actual = monthsLater(due, org.renewalDelay);
    if (due >= `${day.slice(0, 4)}-01-01` || actual > day) {
      return {
        start,
        due,
        actual: actual <= day ? actual : null,
        extended: org.renewalDelay > 0 && org.renewalDelay < 6 && due <= day,
      };
    }
    start = actual;
  }
}
