import type { Random } from './random';

const CODE = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const ORG = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ORG_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** Check character of an organisation code's first eight characters (GB 11714). */
function orgCheck(body: string): string {
  const sum = [...body].reduce((s, c, i) => s + ORG.indexOf(c) * (ORG_WEIGHTS[i] ?? 0), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

/** Check character of the first seventeen characters of a unified social credit code (GB 32100). */
export function creditCheck(body: string): string {
  let weight = 1;
  let sum = 0;
  for (const c of body) {
    sum += CODE.indexOf(c) * weight;
    weight = (weight * 3) % 31;
  }
  return CODE[(31 - (sum % 31)) % 31] ?? '';
}

/**
 * A code with both check characters right and a region (99xxxx) that GB/T 2260 does not assign,
 * so that no invented row can carry a real unit's code.
 */
export function creditCode(kind: '91' | '52', region: string, serial: number, random: Random): string {
  const body = `MA${String(random.int(0, 9))}${String(serial).padStart(5, '0')}`;
  const first = `${kind}${region}${body}${orgCheck(body)}`;
  return first + creditCheck(first);
}

/** The same code with its last character wrong. */
export function spoiled(code: string): string {
  const at = CODE.indexOf(code.slice(-1));
  return code.slice(0, -1) + (CODE[(at + 7) % 31] ?? '');
}
