import { type Cell, type Cube, EMPTY_CUBE } from '../../src/cube';
import { chanceOf } from '../truth/chance';

/* Small random cubes as the model would make them of rows: what belongs to one organisation agrees in all its metrics. */

const DOMAINS = ['国企', '非公', '社会组织'];
const MODES = ['单独', '联合', '派驻'];

type Weights = Pick<Cell, 'zone' | 'committee' | 'domain'> & { readonly random: () => number };

/** Counted once: cells with the same key are added up. */
class Cells {
  readonly #cells = new Map<string, Cell>();

  add(
    { zone, committee, domain }: Weights,
    metric: string,
    period: string,
    category: string,
    numerator: number,
    denominator: number | null,
  ): void {
    const key = [metric, zone, committee, domain, period, category].join('\n');
    const known = this.#cells.get(key);
    this.#cells.set(key, {
      metric,
      zone,
      committee,
      domain,
      period,
      category,
      numerator: (known?.numerator ?? 0) + numerator,
      denominator: denominator === null ? null : (known?.denominator ?? 0) + denominator,
    });
  }

  all(): Cell[] {
    return [...this.#cells.values()];
  }
}

function units(cells: Cells, place: Weights, count: number): void {
  const { random } = place;
  const covered = random();
  for (const period of ['2018-09-30', '2018-12-31'])
    for (let unit = 0; unit < count; unit++) {
      const is = Number(random() < covered);
      cells.add(place, 'org_coverage_rate', period, '', is, 1);
      cells.add(place, 'uncovered_unit_count', period, '', 1 - is, null);
      cells.add(place, 'unit_member_count', period, '', Math.floor(random() * 3), null);
      if (is) cells.add(place, 'coverage_mode_dist', period, MODES[Math.floor(random() * 3)] ?? '', 1, null);
    }
}

function grades(cells: Cells, place: Weights, count: number): void {
  const { random } = place;
  const low = random() * 0.4;
  const graded = (): number => (random() < low * low ? 4 : random() < low ? 3 : random() < 0.7 ? 2 : 1);
  const version = 'four-level|2016版';
  for (let branch = 0; branch < count; branch++) {
    const is = random() < 0.9;
    cells.add(place, 'graded_rate', '2018', version, Number(is), 1);
    if (!is) continue;
    const [before, now] = [graded(), graded()];
    cells.add(place, 'grade_dist', '2018', `four-level|${now}`, 1, null);
    cells.add(place, 'advanced_share', '2018', version, Number(now === 1), 1);
    cells.add(place, 'backward_share', '2018', version, Number(now === 4), 1);
    cells.add(place, 'grade_transition', '2018', `four-level|${before}|${now}`, 1, null);
    cells.add(place, 'grade_up_rate', '2018', version, Number(now < before), 1);
    cells.add(place, 'grade_down_rate', '2018', version, Number(now > before), 1);
  }
}

function people(cells: Cells, place: Weights, count: number): void {
  const { random } = place;
  const trained = random();
  for (let branch = 0; branch < count; branch++) {
    const members = Math.floor(random() * 6);
    let met = 0;
    for (let member = 0; member < members; member++) met += Number(random() < trained);
    cells.add(place, 'review_attendance_rate', '2018', '', met, members);
    cells.add(place, 'admitted_count', `2018-0${1 + Math.floor(random() * 9)}`, '', Math.floor(random() * 2), null);
  }
}

function items(cells: Cells, place: Weights, count: number): void {
  const { random } = place;
  for (let item = 0; item < count; item++) {
    const month = `2018-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}`;
    cells.add(place, 'rect_on_time_rate', month, '', Number(random() < 0.7), 1);
  }
}

/** A cube of two or three zones of a few committees, some of one branch. */
export function inventedCube(seed: number): Cube {
  const random = chanceOf(seed).next;
  const cells = new Cells();
  const zones = Array.from({ length: 2 + Math.floor(random() * 2) }, (_, at) => `Z${at}`);
  for (const zone of zones) {
    const committees = 1 + Math.floor(random() * 6);
    const domains = DOMAINS.slice(0, 1 + Math.floor(random() * 3));
    for (let at = 0; at < committees; at++) {
      const size = random() < 0.5 ? 1 + random() * 5 : 5 + random() * 40;
      for (const domain of domains) {
        const place = { zone, committee: `${zone}第${at}党委`, domain, random };
        const count = (): number => Math.floor((random() * 2 * size) / domains.length);
        units(cells, place, count());
        grades(cells, place, count());
        people(cells, place, count());
        items(cells, place, Math.floor(count() / 2));
      }
    }
  }
  return {
    ...EMPTY_CUBE,
    cells: cells.all(),
    asOf: '2018-12-31',
    zones: zones.map((id) => ({ id, name: id, type: '高新区', note: '' })),
  };
}
