import { createHash } from 'node:crypto';
import { encode } from './encode';
import { exampleFiles, exampleZones } from './example';
import { expectedValues } from './expected';
import { gradingExpected } from './expected-grading';
import { appraisalExpected } from './expected-appraisal';
import { lifeExpected } from './expected-life';
import { rectificationExpected } from './expected-rectification';
import { responsibilityExpected } from './expected-responsibility';
import { membersExpected } from './expected-members';
import { figuresCsv } from './figure';
import { CHANGZHI_FIGURES } from './figures-changzhi';
import { JILIN_FIGURES, JIYUAN_FIGURES } from './figures-mechanisms';
import { XIAN_FIGURES } from './figures-xian';
import { XUZHOU_FIGURES } from './figures-xuzhou';
import type { OutFile } from './out-file';
import { PLANS } from './zones';

/** Every published figure, in the order of the seed documents. */
const FIGURES = [...JIYUAN_FIGURES, ...XIAN_FIGURES, ...CHANGZHI_FIGURES, ...XUZHOU_FIGURES, ...JILIN_FIGURES];

/** What a right reading of the exports of each family must give. */
const FAMILIES = {
  grading: gradingExpected,
  appraisal: appraisalExpected,
  life: lifeExpected,
  rectification: rectificationExpected,
  responsibility: responsibilityExpected,
  members: membersExpected,
};

const zoneName = (id: string): string => PLANS.find((p) => p.id === id)?.name ?? id;

function manifest(files: readonly OutFile[]) {
  return {
    notice: '示例数据：五个单位仿种子文献，八个开发区为虚构；单位、组织、人员、代码均非真实。',
    notice_en:
      'Example data: five bodies modelled on the seed documents, eight zones invented; no unit, organisation, person or code is real.',
    asOf: '2018-12-31',
    files: files.map((file) => ({
      path: `example/${file.path}`,
      name: file.name,
      zone: file.zone,
      zoneName: file.zone === null ? null : zoneName(file.zone),
      table: file.table,
      encoding: file.encoding,
      bytes: file.bytes.length,
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
    })),
  };
}

/** The example as it is dropped into the page: each file under the name its body would give it. */
function decisions(files: readonly (readonly [name: string, bytes: Uint8Array])[]) {
  return {
    用途: '区镜决定',
    版本: 1,
    文件: files.map(([name, bytes]) => ({
      文件: name,
      字节: bytes.length,
      校验: createHash('sha256').update(bytes).digest('hex'),
    })),
  };
}

/** JSON with number pairs on one line, as prettier leaves it. */
const json = (value: unknown): Uint8Array =>
  encode(`${JSON.stringify(value, null, 2).replace(/\[\s+(\d+),\s+(\d+)\s+\]/g, '[$1, $2]')}\n`, 'utf-8');

/** Everything the generator writes: path below `datasets/` → bytes. The same on every machine and every day. */
export function generate(): Map<string, Uint8Array> {
  const zones = exampleZones();
  const files = exampleFiles(zones);
  const out = new Map<string, Uint8Array>(files.map((file) => [`example/${file.path}`, file.bytes]));
  const published = encode(figuresCsv(FIGURES, zoneName), 'utf-8-bom');
  out.set('published/figures.csv', published);
  out.set('manifest.json', json(manifest(files)));
  const named = files.map(({ name, bytes }) => [name, bytes] as const);
  out.set('decisions.json', json(decisions([...named, ['公布数.csv', published]])));
  out.set('expected.json', json(expectedValues(zones)));
  for (const [family, expected] of Object.entries(FAMILIES)) out.set(`expected/${family}.json`, json(expected(zones)));
  return out;
}
