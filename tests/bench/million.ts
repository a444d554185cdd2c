import { closeSync, existsSync, mkdirSync, openSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

const ZONES = [
  '云岭高新区',
  '澄江经开区',
  '北湖园区',
  '东屏高新区',
  '石溪经开区',
  '南浦园区',
  '青源高新区',
  '松原经开区',
  '白塔园区',
  '长汀高新区',
  '平川经开区',
  '金沙园区',
];
const KINDS = ['非公企业', '非公企业', '非公企业', '社会组织', '国企'];
const MODES = ['单独支部', '联合支部', '联合支部', '单独总支', '未建-应建', '未建-个别党员', '未建-无党员'];
const STATES = ['运营', '运营', '运营', '运营', '停业'];
const DATES = ['2016', '2017', '2018'].flatMap((year) =>
  ['03-31', '06-30', '09-30', '12-31'].map((day) => `${year}-${day}`),
);

const FIGURES = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A made-up unit code with a right check character (GB 32100). */
function creditCode(unit: number): string {
  let serial = '';
  for (let rest = unit, at = 0; at < 7; at++, rest = Math.floor(rest / 31)) serial = FIGURES.charAt(rest % 31) + serial;
  const body = `91${610000 + (unit % 90)}MA${serial}`;
  let weight = 1;
  const sum = [...body].reduce((total, character) => {
    const term = FIGURES.indexOf(character) * weight;
    weight = (weight * 3) % 31;
    return total + term;
  }, 0);
  return body + FIGURES.charAt((31 - (sum % 31)) % 31);
}

/** Writes a clean UTF-8 file of unit coverage, one row a unit a quarter: about 130 bytes a row. */
export function writeMillion(path: string, rows = 1_000_000): number {
  if (existsSync(path)) return statSync(path).size;
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'w');
  let state = 42;
  const pick = <T>(list: readonly T[]): T => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return list[state % list.length] as T;
  };
  writeSync(
    file,
    '统一社会信用代码,企业名称,所属园区,单位性质,经营状态,组建方式,统计日期,从业人员,是否规上,党建指导员\r\n',
  );
  let lines: string[] = [];
  for (let at = 0; at < rows; at++) {
    const unit = Math.floor(at / DATES.length);
    const code = creditCode(unit);
    const zone = ZONES[unit % ZONES.length];
    lines.push(
      `${code},${zone}第${unit}号智能装备科技有限公司,${zone},${KINDS[unit % 5]},${pick(STATES)},${pick(MODES)},${DATES[at % DATES.length]},${(state % 900) + 3},${state % 3 ? '否' : '是'},${state % 2 ? '是' : '否'}\r\n`,
    );
    if (lines.length === 20_000) {
      writeSync(file, lines.join(''));
      lines = [];
    }
  }
  writeSync(file, lines.join(''));
  closeSync(file);
  return statSync(path).size;
}
