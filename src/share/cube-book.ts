import {
  DIRECTION_WORDS,
  FINGERPRINT,
  GRAIN_WORDS,
  KIND_WORDS,
  TIME_WORDS,
  WHY_UNTOLD,
  documentText,
  familyWords,
  fieldTitle,
  fingerprintValue,
  joinNames,
  ruleTitle,
  ruleValueText,
  untoldIn,
  valueText,
} from '../brief';
import { type Cube, LEVEL_LABELS, fingerprintOf, hasCells, numeratorSaid, originOf, zoneName } from '../cube';
import { type Label, type Locale, type MetricSpec, type RuleVersion, splitCategory } from '../domain';
import { METRICS, metricById, readsRule, tableById } from '../model';
import { figureTable } from './figure-rows';
import type { CellValue, ColumnKind, TableColumn, TableData } from './table';
import { type Sheet, workbook } from './workbook';

/* A cube that is given out as a workbook: what it is, every figure by zone, how each is counted, and the cells themselves. */

const label = (zh: string, en: string): Label => ({ zh, en });

const TITLE = label('开发区党建数据', 'Party building figures of development zones');

type Column = readonly [Label, ColumnKind?, 'wrap'?];

const table = (locale: Locale, columns: readonly Column[], rows: TableData['rows']): TableData => ({
  columns: columns.map(([name, kind = 'text', wrap]): TableColumn => ({
    label: name[locale],
    kind,
    wrap: wrap !== undefined,
  })),
  rows,
});

/** What the file is, who made it for whom, and of what. */
function about(cube: Cube, locale: Locale): TableData {
  const { release, disclosure, asOf, example, zones, sources } = cube;
  const zh = locale === 'zh';
  const rows: (readonly [Label, string])[] = [
    [label('名称', 'Title'), TITLE[locale]],
    [label('级别', 'Level'), release ? LEVEL_LABELS[release.level][locale] : ''],
    [label('送', 'For'), release?.for ?? ''],
    [label('制作单位', 'Made by'), release?.by ?? ''],
    [label('制作日期', 'Made on'), release?.on ?? ''],
    [label('数据截至', 'As of'), asOf ?? ''],
    [FINGERPRINT, fingerprintValue(cube, fingerprintOf(cube), locale)],
    [label('示例', 'Example'), example ? (zh ? '示例数据，不是真实数据' : 'invented example data') : ''],
    [
      label('园区', 'Zones'),
      joinNames(
        zones.map(({ name }) => name),
        locale,
      ),
    ],
    [
      label('来源', 'Sources'),
      zh ? `${sources.length} 个文件，见“来源”表` : `${sources.length} files, see the sheet Sources`,
    ],
    [
      label('怎样读', 'How to read it'),
      zh
        ? '比率 = 分子 ÷ 分母，分子分母都是各园区相加；没有分母的不算比率，空着，不是 0。各指标口径见“口径”表。'
        : 'Rate = numerator ÷ denominator, both added up over zones; where there is no denominator the rate is empty, not 0. See the sheet Definitions.',
    ],
    [label('没有列出的', 'Left out'), disclosure ? WHY_UNTOLD[locale] : ''],
  ];
  return table(
    locale,
    [[label('项目', 'Item')], [label('内容', 'Content'), 'value', 'wrap']],
    rows.filter(([, text]) => text !== '').map(([name, text]) => [name[locale], text]),
  );
}

/** How each metric is counted, and which tables are missing for those that are not. */
function definitions(cube: Cube, metrics: readonly MetricSpec[], locale: Locale): TableData {
  const rulesOf = ({ rules = [] }: MetricSpec): string => {
    const found = cube.rules.filter(({ ruleId, docRef }) => docRef !== '' && readsRule(rules, ruleId));
    return joinNames([...new Set(found.map(({ docRef }) => documentText(docRef, locale)))], locale);
  };
  const missing = new Map(cube.missing.map(({ metric, tables }) => [metric, tables]));
  const lacking = (id: string): string =>
    joinNames(
      (missing.get(id) ?? []).map((name) => tableById(name)?.label[locale] ?? name),
      locale,
    );
  const texts = (spec: MetricSpec): string[] => [
    spec.label[locale],
    spec.id,
    familyWords(spec.family)[locale],
    spec.unit[locale],
    spec.numerator[locale],
    spec.denominator[locale],
    KIND_WORDS[spec.kind][locale],
    TIME_WORDS[spec.time][locale],
    GRAIN_WORDS[spec.grain][locale],
    DIRECTION_WORDS[spec.direction][locale],
    rulesOf(spec),
    spec.source[locale],
    spec.caveats?.[locale] ?? '',
    lacking(spec.id),
  ];
  const columns: readonly Column[] = [
    [label('指标', 'Metric')],
    [label('编号', 'Id')],
    [label('类别', 'Family')],
    [label('单位', 'Unit')],
    [label('分子', 'Numerator'), 'text', 'wrap'],
    [label('分母', 'Denominator'), 'text', 'wrap'],
    [label('种类', 'Kind')],
    [label('时间', 'In time')],
    [label('粒度', 'Grain')],
    [label('方向', 'Direction')],
    [label('所依规则', 'Rules'), 'text', 'wrap'],
    [label('口径来源', 'Source'), 'text', 'wrap'],
    [label('注意', 'Caveats'), 'text', 'wrap'],
    [label('缺少的数据表', 'Missing tables')],
  ];
  return table(locale, columns, metrics.map(texts));
}

/** A rule by the name of its card and of the value on it. */
const ruleText = ({ rules: all }: Cube, { ruleId }: RuleVersion, locale: Locale): string =>
  [...new Set([ruleTitle(all, ruleId, locale), fieldTitle(ruleId, locale)])].join(' · ');

/** The versions of rules the figures were counted under. */
const rules = (cube: Cube, locale: Locale): TableData =>
  table(
    locale,
    [
      [label('规则', 'Rule'), 'text', 'wrap'],
      [label('值', 'Value')],
      [label('自', 'From'), 'value'],
      [label('至', 'To'), 'value'],
      [label('依据', 'Document'), 'text', 'wrap'],
      [label('编号', 'Id')],
    ],
    cube.rules.map((rule) => [
      ruleText(cube, rule, locale),
      ruleValueText(rule, locale),
      rule.validFrom,
      rule.validTo,
      documentText(rule.docRef, locale),
      rule.ruleId,
    ]),
  );

const untold = (cube: Cube, locale: Locale): TableData =>
  table(
    locale,
    [
      [label('指标', 'Metric'), 'text', 'wrap'],
      [label('哪里', 'Where'), 'text', 'wrap'],
      [label('怎样处理', 'What was done'), 'text', 'wrap'],
    ],
    untoldIn(cube, locale).map(({ metric, where, how }) => [metric, where, how]),
  );

const sources = ({ sources: names, release }: Cube, locale: Locale): TableData =>
  table(
    locale,
    [
      [label('文件', 'File'), 'text', 'wrap'],
      [label('校验码（SHA-256）', 'SHA-256'), 'text', 'wrap'],
    ],
    names.map((name, at) => [name, release?.sums[at] ?? '']),
  );

const published = (cube: Cube, locale: Locale): TableData =>
  table(
    locale,
    [
      [label('公布的数', 'Published figure')],
      [label('园区', 'Zone')],
      [label('时期', 'Period')],
      [label('数值', 'Value'), 'value'],
      [label('单位', 'Unit')],
      [label('来源', 'Source'), 'text', 'wrap'],
    ],
    cube.published.map((one) => [
      one.label[locale],
      zoneName(cube, one.zone),
      one.period,
      one.value,
      // The measure words of the sources are Chinese.
      locale === 'zh' || one.unit === '%' ? one.unit : '',
      one.source,
    ]),
  );

/** The cells as they are told, to be added up by others: nothing here was rounded or worked out. */
function cells(cube: Cube, locale: Locale): TableData {
  const origin = { rows: label('明细', 'rows'), counts: label('汇总数', 'counts') };
  return table(
    locale,
    [
      [label('指标', 'Metric')],
      [label('编号', 'Id')],
      [label('园区', 'Zone')],
      [label('党委', 'Committee')],
      [label('领域', 'Field')],
      [label('统计期', 'Period'), 'value'],
      [label('类别', 'Category')],
      [label('分子', 'Numerator'), 'count'],
      [label('分母', 'Denominator'), 'count'],
      [label('来自', 'From')],
    ],
    cube.cells.map((cell): CellValue[] => [
      metricById(cell.metric).label[locale],
      cell.metric,
      cell.zone === '' ? valueText('', locale) : zoneName(cube, cell.zone),
      valueText(cell.committee, locale),
      valueText(cell.domain, locale),
      cell.period,
      splitCategory(cell.category).join(' | '),
      numeratorSaid(cell),
      cell.denominator,
      origin[originOf(cell)][locale],
    ]),
  );
}

/** The sheets of a cube that is given out. */
export function cubeSheets(cube: Cube, locale: Locale): Sheet[] {
  const told = METRICS.filter(({ id }) => hasCells(cube, id));
  const families = [...new Set(told.map(({ family }) => family))];
  const sheet = (name: Label, data: TableData): Sheet[] =>
    data.rows.length === 0 ? [] : [{ name: name[locale], table: data }];
  return [
    ...sheet(label('说明', 'About'), about(cube, locale)),
    ...families.flatMap((family) =>
      sheet(
        familyWords(family),
        figureTable(
          cube,
          told.filter((spec) => spec.family === family),
          locale,
        ),
      ),
    ),
    ...sheet(label('公布数', 'Published'), published(cube, locale)),
    ...sheet(label('口径', 'Definitions'), definitions(cube, METRICS, locale)),
    ...sheet(label('规则', 'Rules'), rules(cube, locale)),
    ...sheet(label('没有列出的', 'Left out'), untold(cube, locale)),
    ...sheet(label('来源', 'Sources'), sources(cube, locale)),
    ...sheet(label('汇总数', 'Cells'), cells(cube, locale)),
  ];
}

/** A cube that is given out as a workbook. */
export function cubeXlsx(cube: Cube, on: string, locale: Locale): Promise<Uint8Array> {
  const level = cube.release ? ` ${LEVEL_LABELS[cube.release.level][locale]}` : '';
  return workbook(TITLE[locale] + level, cube.release?.on ?? on, cubeSheets(cube, locale));
}
