import {
  type ExampleFile,
  exampleList,
  modesByQuarter,
  quarterOf,
  type Row,
  rowsOf,
  textOf,
  WIDE_MARKS,
} from './plain-reader';

/*
 * Counts straight from the cells of the files, by the definitions of docs/metrics.md, in plain loops. Nothing here knows the
 * generator's truth or the product's SQL.
 */

type Counts = Record<string, number>;

const first = (row: Row, headers: readonly string[]): string => {
  for (const header of headers) if (row[header] !== undefined && row[header] !== '') return row[header];
  return '';
};

const MODE = ['组建方式', '组建形式', '建立党组织情况'];
const DATE = ['统计日期', '截止日期', '数据时间'];
const KIND = ['单位性质', '企业类型', '单位类型'];
const STATUS = ['经营状态', '是否正常经营', '是否实体运营'];
const NAME = ['企业名称', '单位名称', '两新组织名称'];
const MEANS = ['党建指导员', '联络员', '工会', '群团组织', '有无党建指导员', '有无联络员', '有无群团组织'];

const OWN = /^单独(建)?(党委|总支|支部|党支部)$/;
const JOINT = /^联合(支部|建)$/;
const KNOWN = /^(单独|联合|区域行业覆盖|未建-|应建未建|没有党员|仅有个别党员)/;
const isYes = (text: string | undefined): boolean => text === '是' || text === '有' || text === '√';

const files = (table: string): ExampleFile[] => exampleList().filter((f) => f.table === table);

/** The day a title line states, for files without a date column. */
function titleDay(file: ExampleFile): string {
  const found = /(\d{4})年(\d{1,2})月(\d{1,2})日/.exec(textOf(file.path, file.encoding).slice(0, 200));
  return found ? `${found[1]}-${found[2]}-${found[3]}` : '';
}

/** Zone → quarter → counts of units: n, built, own, should, area, worked. */
export function recountUnits(): Record<string, Record<string, Counts>> {
  const out: Record<string, Record<string, Counts>> = {};
  const seen = new Set<string>();
  for (const file of files('unit_coverage')) {
    for (const row of rowsOf(file, [...MODE, ...DATE, ...WIDE_MARKS])) {
      const wide = modesByQuarter(row, file);
      const day = first(row, DATE);
      const states =
        wide.length > 0 ? wide : [{ quarter: quarterOf(day === '' ? titleDay(file) : day), mode: first(row, MODE) }];
      for (const { quarter, mode } of states) {
        const zone = ((out[file.zone ?? ''] ??= {})[quarter] ??= {
          n: 0,
          built: 0,
          own: 0,
          should: 0,
          area: 0,
          worked: 0,
        });
        const key = `${file.zone}|${quarter}|${first(row, NAME)}`;
        if (seen.has(key)) continue;
        seen.add(key);
        const inScope =
          /^(运营|正常经营)$/.test(first(row, STATUS)) && !/国企/.test(first(row, KIND)) && KNOWN.test(mode);
        if (!inScope) continue;
        const add = (name: string, yes: boolean): void => {
          if (yes) zone[name] = (zone[name] ?? 0) + 1;
        };
        const built = OWN.test(mode) || JOINT.test(mode);
        add('n', true);
        add('built', built);
        add('own', OWN.test(mode));
        add('should', /应建/.test(mode));
        add('area', mode === '区域行业覆盖');
        add('worked', built || MEANS.some((header) => isYes(row[header])));
      }
    }
  }
  return out;
}

const CODE = ['党组织代码', '党支部编码', '党组织编码'];
const FOUNDED = ['建立党组织日期', '成立时间', '建立与撤销成立时间'];
const DISSOLVED = ['撤销时间', '建立与撤销撤销时间'];
const TYPE = ['党组织类别', '组织类别'];
const MEMBERS = ['党员总数', '党员数合计', '党员人数', '实有党员人数', '党员数'];

const yearOf = (text: string): string => {
  const found = /^\d{4}/.exec(text)?.[0];
  return found ?? [...text.slice(0, 4)].map((c) => '○一二三四五六七八九'.indexOf(c)).join('');
};
const numberOf = (text: string): number => Number(text.normalize('NFKC').replace(/[,名]/g, '') || '0') || 0;

interface Register {
  active: number;
  members: number;
  parks: number;
  readonly founded: Counts;
  readonly dissolved: Counts;
}

/** Zone → what its last register says: organisations listed and not dissolved, leaf members, foundings by year. */
export function recountOrganisations(): Record<string, Register> {
  const out: Record<string, { active: number; members: number; founded: Counts; dissolved: Counts; parks: number }> =
    {};
  for (const file of files('party_org')) {
    const rows = rowsOf(file, ['党组织代码', '党支部编码', '党组织编码']);
    const last = rows.filter((row) => {
      const day = first(row, DATE);
      return quarterOf(day === '' ? titleDay(file) : day) === '2018Q4';
    });
    if (last.length === 0) continue;
    const zone: Register = { active: 0, members: 0, founded: {}, dissolved: {}, parks: 0 };
    out[file.zone ?? ''] = zone;
    const seen = new Set<string>();
    for (const row of last) {
      if (seen.has(first(row, CODE))) continue;
      seen.add(first(row, CODE));
      const gone = first(row, DISSOLVED).replace(/[—/]$/, '');
      const type = first(row, TYPE);
      const founded = yearOf(first(row, FOUNDED));
      if (/^20\d\d$/.test(founded)) zone.founded[founded] = (zone.founded[founded] ?? 0) + 1;
      if (gone !== '') zone.dissolved[yearOf(gone)] = (zone.dissolved[yearOf(gone)] ?? 0) + 1;
      if (gone !== '') continue;
      zone.active += 1;
      if (/支部/.test(type) && !/总支/.test(type)) zone.members += numberOf(first(row, MEMBERS));
      if (type === '党委' && row['设置形式'] === '园区') zone.parks += 1;
    }
  }
  return out;
}

const levelOf = (text: string): number | null => {
  if (/^★+$/.test(text)) return text.length;
  if (text === '无星') return 0;
  const found = /^([0-5零一二三四五])星?$/.exec(text)?.[1];
  if (found === undefined) return null;
  return /\d/.test(found) ? Number(found) : '零一二三四五'.indexOf(found);
};

/** Zone|scheme|cycle → counts: rated, eligible, `awarding|level`, `new awarding|level`, and `star won` and `star of`. */
export function recountStars(): Record<string, Counts> {
  const out: Record<string, Counts> = {};
  const seen = new Set<string>();
  for (const file of files('star_rating')) {
    for (const row of rowsOf(file, ['党组织代码'])) {
      const cycle = (row['评定年度'] ?? '').slice(0, 4);
      const group = `${file.zone}|${row['评定办法']}|${cycle}`;
      if (seen.has(`${group}|${row['党组织代码']}`)) continue;
      seen.add(`${group}|${row['党组织代码']}`);
      const counts = (out[group] ??= { rated: 0, eligible: 0 });
      const add = (name: string, yes: boolean): void => {
        if (yes) counts[name] = (counts[name] ?? 0) + 1;
      };
      const status = row['参评情况'];
      add('eligible', status !== '新建不定星');
      add('rated', status === '评定');
      const level = levelOf(row['评定星级'] ?? '');
      const before = levelOf(row['上年星级'] ?? '');
      const name = `${(row['评定层级'] ?? '').replace(/级$/, '')}|${level}`;
      add(name, status === '评定' && level !== null);
      add(`new ${name}`, status === '评定' && level !== null && level >= 1 && (before === null || before < level));
      for (const star of ['政治星', '学习星', '发展星', '服务星', '廉洁星']) {
        add(`${star} of`, /^[√×是否有无]$/.test(row[star] ?? ''));
        add(`${star} won`, isYes(row[star]));
      }
    }
  }
  return out;
}
