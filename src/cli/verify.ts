import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fingerprintValue } from '../brief';
import {
  type Apart,
  type Cube,
  type Figure,
  type Level,
  differencesBetween,
  fingerprintOf,
  levelShown,
  loadCube,
  zoneName,
} from '../cube';
import { type Locale, Refusal } from '../domain';
import { metricById } from '../model';
import { EVERYTHING, chosen, cubeInFile } from '../share';
import { cubeAsked, levelIn } from './counting';
import { tellRefusal } from './reading';
import type { Arguments } from './usage';

/** What a command line ends with where figures are not those of the data. */
const NOT_EQUAL = 3;
/** Differences told one by one; the rest is counted. */
const TOLD = 40;

const FINGERPRINT = /^[\da-f]{4}(?:-[\da-f]{4}){3}$/iu;

/** What is to be verified: a cube, or a fingerprint alone, of figures of a level. */
type Claim = { readonly cube: Cube } | { readonly fingerprint: string; readonly level: Level };

/** What a command line wants verified. Throws Refusal where it is nothing that holds figures. */
async function claimed(what: string, level: Level | null): Promise<Claim> {
  if (FINGERPRINT.test(what)) return { fingerprint: what.toLowerCase(), level: level ?? 'internal' };
  if (!existsSync(what)) throw new Refusal('no-such-file', what);
  const bytes = new Uint8Array(readFileSync(what));
  if (/\.arrow$/iu.test(what)) return { cube: loadCube(bytes, what) };
  return { cube: await cubeInFile(new TextDecoder().decode(bytes), what) };
}

const both = (zh: string, en: string): string => `${zh} / ${en}`;

const figureText = (figure: Figure, locale: Locale): string =>
  figure.length === 0 ? (locale === 'zh' ? '没有' : 'nothing') : figure.join(' + ');

/** One place in which the figures differ, on one line: what, where, when, there and here. */
function apartText({ cell, there, here }: Apart, cube: Cube): string {
  const { metric, zone, period, committee, domain, category } = cell;
  const { label } = metricById(metric);
  const where = [zoneName(cube, zone), period, committee, domain, category].filter((text) => text !== '').join(' · ');
  return both(
    `${label.zh}（${metric}）${where}：文件 ${figureText(there, 'zh')}，数据 ${figureText(here, 'zh')}`,
    `${label.en}: ${figureText(there, 'en')} in the file, ${figureText(here, 'en')} by the data`,
  );
}

/** In what the figures of a file are not those of the data, a line each. */
function differencesTold(there: Cube, here: Cube): string[] {
  const { asOf, rules, definitions, cells } = differencesBetween(there, here);
  const names = new Map([...here.zones, ...there.zones].map((zone) => [zone.id, zone]));
  const named: Cube = { ...here, zones: [...names.values()] };
  const list = (ids: readonly string[]): string => ids.join(', ');
  return [
    ...(asOf === null
      ? []
      : [
          both(
            `截至日不同：文件 ${asOf[0] ?? '没有'}，数据 ${asOf[1] ?? '没有'}`,
            `another day: as of ${asOf[0] ?? 'none'} in the file, ${asOf[1] ?? 'none'} by the data`,
          ),
        ]),
    ...(rules.length === 0
      ? []
      : [both(`规则版本不同 ${rules.length} 项：${list(rules)}`, `other versions of rules: ${rules.length}`)]),
    ...(definitions.length === 0
      ? []
      : [
          both(
            `指标定义不同（另一版本的区镜）${definitions.length} 项：${list(definitions)}`,
            `metrics defined otherwise, by another version of Zonelens: ${definitions.length}`,
          ),
        ]),
    ...cells.slice(0, TOLD).map((apart) => apartText(apart, named)),
    ...(cells.length > TOLD ? [both(`另有 ${cells.length - TOLD} 处`, `and ${cells.length - TOLD} more`)] : []),
  ];
}

/** The figures of the data as far as the claim goes: of its level, and what was chosen of it. */
const asClaimed = (claim: Claim, cube: Cube): Cube =>
  'cube' in claim ? chosen(cube, { level: levelShown(claim.cube), ...(claim.cube.release?.only ?? EVERYTHING) }) : cube;

/**
 * Counts the files of data anew, sets the figures beside those of a report, and tells whether they are the same or where they are not.
 * Resolves to the exit code.
 */
export async function verify(parsed: Arguments): Promise<number> {
  const [what = ''] = parsed.files;
  try {
    const claim = await claimed(what, levelIn(parsed));
    const level = 'cube' in claim ? levelShown(claim.cube) : claim.level;
    const options = new Map([...parsed.options, ['--level', level]]);
    const counted = await cubeAsked({ command: 'cube', files: parsed.data ?? [], options });
    if (!counted.cube) throw new Refusal('nothing-to-verify', what);
    const here = asClaimed(claim, counted.cube);
    const [its, own] = ['cube' in claim ? fingerprintOf(claim.cube) : claim.fingerprint, fingerprintOf(here)];
    const text = (fingerprint: string, locale: Locale): string => fingerprintValue(here, fingerprint, locale);
    console.log(both(`文件的数据指纹 ${text(its, 'zh')}`, `fingerprint of ${basename(what)}: ${text(its, 'en')}`));
    console.log(both(`数据的数据指纹 ${text(own, 'zh')}`, `fingerprint of the data: ${text(own, 'en')}`));
    const equal = its === own;
    console.log(equal ? both('相同', 'equal') : both('不同', 'not equal'));
    if (!equal && 'cube' in claim) for (const line of differencesTold(claim.cube, here)) console.log(line);
    return counted.refused > 0 ? 1 : equal ? 0 : NOT_EQUAL;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    tellRefusal(what, error);
    return 1;
  }
}
