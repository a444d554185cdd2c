import { lastDay } from '../../src/domain';
import type { SampleRow } from './sample-measures';

/** A repeatable stream of numbers in 0…1 (mulberry32). */
function stream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const TOWNS = ['创新街道党工委', '长安镇党工委', '东兴街道党工委', '龙泉镇党工委'];
const DIRECT = ['科技企业党委', '产业园党委', '机关党委'];
const SIZES = [438, 571, 262, 366, 341, 448, 371, 265, 362, 511, 241, 337, 96];
const RATES = [0.918, 0.897, 0.889, 0.869, 0.842, 0.817, 0.811, 0.808, 0.818, 0.816, 0.739, 0.712, 0.9];
const REASONS = ['正式党员不足三名', '党员流动频繁', '业主意愿不强', '新成立企业', ''];

/** Committees of a zone; names repeat between zones, as in life. */
function committeesOf(at: number): string[] {
  return [...TOWNS.slice(0, 2 + (at % 3)), ...DIRECT.slice(0, 2 + (at % 2))];
}

function modeOf(draw: number, rate: number): string {
  if (draw < rate * 0.04) return '单独党委';
  if (draw < rate * 0.12) return '单独总支';
  if (draw < rate * 0.62) return '单独支部';
  if (draw < rate) return '联合支部';
  const rest = (draw - rate) / (1 - rate);
  if (rest < 0.3) return '区域行业覆盖';
  if (rest < 0.55) return '未建-应建';
  return rest < 0.75 ? '未建-个别党员' : '未建-无党员';
}

/** Units at every quarter's end. */
export function unitRows(zones: readonly string[], quarters: readonly string[]): SampleRow[] {
  const rows: SampleRow[] = [];
  zones.forEach((zone, at) => {
    const random = stream(at * 977 + 11);
    const size = SIZES[at] ?? 300;
    const rate = RATES[at] ?? 0.8;
    const committees = committeesOf(at);
    for (let unit = 0; unit < size; unit++) {
      const since = Math.floor(random() * 16) - 8;
      const draw = random();
      const drift = random();
      const kind = random() < 0.78 ? '非公企业' : '社会组织';
      const committee = committees[Math.floor(random() * committees.length)] ?? '';
      const lag = (kind === '社会组织' ? -0.05 : 0.014) + (committee.includes('镇') ? -0.03 : 0.01);
      const operating = random() < 0.965 ? '运营' : '停业';
      const means = [random() < 0.5, random() < 0.3] as const;
      const reason = REASONS[Math.floor(random() * REASONS.length)] ?? '';
      quarters.forEach((quarter, q) => {
        if (q < since) return;
        const falling = at === 11 && q > 9 ? (q - 9) * 0.012 : 0;
        const now = rate + lag - (11 - q) * 0.009 * (0.6 + drift) - falling;
        const mode = modeOf(draw, now);
        const open = mode.startsWith('未建') || mode === '区域行业覆盖';
        rows.push({
          zone,
          committee,
          domain: kind,
          period: lastDay(quarter),
          values: {
            unit_name: `${kind === '非公企业' ? '示例科技' : '示例协会'}${zone.toUpperCase()}${String(unit + 1).padStart(3, '0')}`,
            unit_id: `91${zone}${String(unit).padStart(6, '0')}`,
            unit_kind: kind,
            operating,
            coverage_mode: mode,
            above_scale: unit % 5 === 0,
            instructor: open && means[0],
            liaison: open && means[1],
            not_built_reason: mode === '未建-应建' ? reason : null,
          },
        });
      });
    }
  });
  return rows;
}

const TYPES = ['党委', '总支', '支部', '支部', '支部', '支部', '支部', '联合支部', '联合支部', '党小组'];

/** Organisations at every quarter's end, and their foundings and dissolutions by month. */
export function organisationRows(
  zones: readonly string[],
  quarters: readonly string[],
): Record<'organisations' | 'org-events', SampleRow[]> {
  const organisations: SampleRow[] = [];
  const events: SampleRow[] = [];
  zones.forEach((zone, at) => {
    const random = stream(at * 31 + 5);
    const committees = committeesOf(at);
    const count = Math.round((SIZES[at] ?? 300) / 3.2);
    for (let org = 0; org < count; org++) {
      const founded = random() < 0.25 ? Math.floor(random() * 12) : -1;
      const dissolved = random() < 0.07 ? Math.floor(random() * 12) : 99;
      const org_type = TYPES[Math.floor(random() * TYPES.length)] ?? '支部';
      const domain = ['非公', '非公', '社会组织', '机关', '社区'][Math.floor(random() * 5)] ?? '非公';
      const committee = committees[org % committees.length] ?? '';
      const values = { org_name: `示例${org_type}${zone.toUpperCase()}${org + 1}`, org_id: `${zone}${org}`, org_type };
      const event = (name: string, sign: number, q: number): void => {
        const day = lastDay(quarters[q] ?? '2018Q4');
        events.push({
          zone,
          committee,
          domain,
          period: day.slice(0, 7),
          values: { ...values, event: name, sign, event_date: day },
        });
      };
      if (founded >= 0) event('新建', 1, founded);
      if (dissolved < 12 && dissolved > founded) event('撤销', -1, dissolved);
      quarters.forEach((quarter, q) => {
        if (q < founded || q >= dissolved) return;
        organisations.push({ zone, committee, domain, period: lastDay(quarter), values });
      });
    }
  });
  return { organisations, 'org-events': events };
}

const STARS = ['political', 'learning', 'development', 'service', 'integrity'];

function schemeOf(at: number): readonly [string, string][] {
  if (at === 0)
    return [
      ['shaanxi-5', '省'],
      ['shaanxi-5', '市'],
      ['five-level-90', '区'],
    ];
  if (at === 10 || at === 11) return [['five-level-capped', '园区']];
  return [['five-level-90', '区']];
}

/** Star ratings of three cycles, level schemes and named stars. */
export function ratingRows(zones: readonly string[]): Record<'ratings' | 'named-stars', SampleRow[]> {
  const ratings: SampleRow[] = [];
  const named: SampleRow[] = [];
  zones.forEach((zone, at) => {
    const random = stream(at * 131 + 7);
    const committees = committeesOf(at);
    for (const [scheme, awarding] of schemeOf(at)) {
      const count = scheme === 'shaanxi-5' ? 14 : 44 + ((at * 17) % 70);
      for (let org = 0; org < count; org++) {
        let level: number | null = null;
        const talent = random();
        const committee = committees[org % committees.length] ?? '';
        const domain = random() < 0.7 ? '非公' : '社会组织';
        for (const cycle of scheme === 'shaanxi-5' ? ['2016', '2018'] : ['2016', '2017', '2018']) {
          const previous: number | null = level;
          const drawn = random();
          const status = drawn < 0.06 ? '未参评' : drawn < 0.09 ? '新建不定星' : '评定';
          const score = 58 + talent * 32 + random() * 12 - at * 0.5;
          const now = score >= 90 ? 5 : score >= 80 ? 4 : score >= 70 ? 3 : score >= 60 ? 2 : score >= 55 ? 1 : 0;
          level = status === '评定' ? now : null;
          const values = {
            org_name: `示例支部${zone.toUpperCase()}${org + 1}`,
            org_id: `${zone}-${awarding}-${org}`,
            scheme,
            awarding,
          };
          ratings.push({
            zone,
            committee,
            domain,
            period: cycle,
            values: { ...values, status, star_level: level, previous_level: previous, score_total: Math.round(score) },
          });
          if (awarding !== '省' && awarding !== '市' && at % 2 === 0)
            for (const star of STARS)
              named.push({
                zone,
                committee,
                domain,
                period: cycle,
                values: { ...values, scheme: 'five-named', star, won: random() < 0.45 + talent * 0.4 },
              });
        }
      }
    }
  });
  return { ratings, 'named-stars': named };
}
