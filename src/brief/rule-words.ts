import type { Label, Locale, RuleVersion } from '../domain';
import { type CardVersion, DOCUMENTS, TABLES, cardOf, ruleKind } from '../model';
import { declaredPercent, joinNames, valueText } from './words';

/** A document in the reader's language where the product knows it, else as it was written. */
export function documentText(docRef: string, locale: Locale): string {
  return Object.values<Label>(DOCUMENTS).find((known) => known.zh === docRef)?.[locale] ?? docRef;
}

/** The days a version holds: 2018-01-01 起, 2009-01-01 至 2013-12-31; open at both ends: 一直有效. */
export function validityText({ from, to }: Pick<CardVersion, 'from' | 'to'>, locale: Locale): string {
  const zh = locale === 'zh';
  if (from === null && to === null) return zh ? '未限起止' : 'no dates';
  if (to === null) return zh ? `${from} 起` : `from ${from}`;
  if (from === null) return zh ? `至 ${to}` : `until ${to}`;
  return zh ? `${from} 至 ${to}` : `${from} to ${to}`;
}

/** A value with its unit: 90 分, 10%, 每季度. */
export function ruleValueText({ ruleId, value }: Pick<RuleVersion, 'ruleId' | 'value'>, locale: Locale): string {
  const kind = ruleKind(ruleId);
  if (!kind) return value;
  if (kind.value.type === 'choice')
    return kind.value.options.find((one) => one.value === value)?.label[locale] ?? value;
  if (kind.value.type === 'text') return value;
  if (kind.value.share) return declaredPercent(Number(value), 8);
  const unit = locale === 'en' && value === '1' ? kind.unit.en.replace(/s$/u, '') : kind.unit[locale];
  return unit === '' ? value : `${value} ${unit}`;
}

const last = (ruleId: string): string => ruleId.split('/').at(-1) ?? '';

type Rows = readonly RuleVersion[];

function numbers(rows: Rows, folder: string): { name: string; text: (locale: Locale) => string; value: number }[] {
  return rows
    .filter(({ ruleId }) => ruleId.includes(`/${folder}/`))
    .map((row) => ({
      name: last(row.ruleId),
      value: Number(row.value),
      text: (locale: Locale) => ruleValueText(row, locale),
    }));
}

const valueAt = (rows: Rows, path: string): string | undefined =>
  rows.find(({ ruleId }) => ruleId.endsWith(`/${path}`))?.value;

function meetingText(rows: Rows, locale: Locale): string {
  const months = rows.find(({ ruleId }) => ruleId.endsWith('/months'));
  const times = valueAt(rows, 'times') ?? '1';
  const every = months ? ruleValueText(months, locale) : '';
  if (locale === 'zh') return `${every} ${times} 次`;
  return `${times === '1' ? 'once' : times === '2' ? 'twice' : `${times} times`} ${every}`;
}

const starText = (level: string, locale: Locale): string =>
  locale === 'zh' ? `${level} 星` : level === '1' ? '1 star' : `${level} stars`;

const spoken = (value: string | undefined, locale: Locale): string | undefined =>
  value === undefined ? undefined : valueText(value, locale);

function vetoText(level: string | undefined, locale: Locale): string {
  if (level === undefined) return '';
  return locale === 'zh' ? `一票否决的最高为${level}` : `at best ${level} under a veto`;
}

function starSchemeText(rows: Rows, locale: Locale): string[] {
  const zh = locale === 'zh';
  const down = (folder: string) => numbers(rows, folder).sort((a, b) => Number(b.name) - Number(a.name));
  const names = numbers(rows, 'star').map(({ name }) => valueText(valueAt(rows, `star/${name}`) ?? '', locale));
  const scores = down('cutoff').map((level) => `${starText(level.name, locale)} ≥ ${level.value}`);
  const forced = valueAt(rows, 'forced') === '1';
  const caps = down('cap').map(({ name, text }) => `${starText(name, locale)} ${forced ? '' : '≤ '}${text(locale)}`);
  const years = valueAt(rows, 'every-years');
  const step = valueAt(rows, 'step');
  const veto = valueAt(rows, 'veto/max-level');
  return [
    names.length > 0 ? joinNames(names, locale) : '',
    scores.length > 0 ? `${zh ? '分数线：' : 'Cut-offs: '}${scores.join(zh ? '，' : ', ')}` : '',
    caps.length > 0 ? `${zh ? (forced ? '名额：' : '名额上限：') : 'Shares: '}${caps.join(zh ? '，' : ', ')}` : '',
    step === undefined ? '' : zh ? `每次最多晋升 ${step} 星` : `at most ${starText(step, locale)} up at a time`,
    vetoText(veto === '0' ? (zh ? '不定星' : 'unrated') : veto && starText(veto, locale), locale),
    years !== undefined && years !== '1' ? (zh ? `每 ${years} 年评定一次` : `rated every ${years} years`) : '',
  ];
}

function gradeText(rows: Rows, locale: Locale): string[] {
  const zh = locale === 'zh';
  const ranks = numbers(rows, 'rank').sort((a, b) => a.value - b.value);
  const cutoffs = new Map(numbers(rows, 'cutoff').map(({ name, value }) => [name, value]));
  const places = [...new Set(ranks.map(({ value }) => value))];
  const levels = places.map((place) => {
    const words = ranks.filter(({ value }) => value === place).map(({ name }) => name);
    const names = [...new Set(words.map((name) => valueText(name, locale)))];
    const score = cutoffs.get(words[0] ?? '');
    return score === undefined || score === 0 ? names.join('/') : `${names.join('/')} ≥ ${score}`;
  });
  const weights = rows.filter(({ ruleId }) => ruleId.includes('/weight/'));
  const weighed = weights.map((row) => {
    const [name = ''] = (ruleKind(row.ruleId)?.label[locale] ?? '').split(zh ? '权重' : '\0');
    return `${name.replace(/^Weight of /u, '')} ${ruleValueText(row, locale)}`;
  });
  const asked = rows.find(({ ruleId }) => ruleId.endsWith('/satisfaction-min'));
  return [
    weighed.join(zh ? '，' : ', '),
    levels.join(zh ? '，' : ', '),
    vetoText(spoken(valueAt(rows, 'veto'), locale), locale),
    asked ? `${zh ? '群众满意率不低于' : 'satisfaction at least'} ${ruleValueText(asked, locale)}` : '',
  ];
}

/** What a version of a card demands, in a line. */
export function demandText({ rows }: Pick<CardVersion, 'rows'>, locale: Locale): string {
  const [first] = rows;
  const family = first?.ruleId.split('/')[0];
  if (!first || family === undefined) return '';
  const parts =
    family === 'meeting' || family === 'rhythm'
      ? [meetingText(rows, locale)]
      : family === 'star'
        ? starSchemeText(rows, locale)
        : family === 'grade' || family === 'evaluation'
          ? gradeText(rows, locale)
          : [rows.map((row) => ruleValueText(row, locale)).join(locale === 'zh' ? '、' : ', ')];
  return parts.filter((part) => part !== '').join(locale === 'zh' ? '；' : '; ');
}

const NAMES: Readonly<Record<string, string>> = {
  党委: 'Party committee',
  总支: 'general branch',
  支部: 'branch',
  村社区: 'villages and communities',
  两新: 'new economic and social organisations',
};

const ENUMS: ReadonlyMap<string, string> = new Map(
  TABLES.flatMap((table) => table.columns.flatMap((column) => (column.values ?? []).map(({ id, en }) => [id, en]))),
);

/** The name of a card: an activity, a scheme, or a rule with what it is about. */
export function cardTitle(card: string, rows: readonly RuleVersion[], locale: Locale): string {
  const [family = '', name = ''] = card.split('/');
  const zh = locale === 'zh';
  if (family === 'meeting' || family === 'rhythm') return zh ? name : (ENUMS.get(name) ?? name);
  const stated = (path: string) => rows.find(({ ruleId }) => ruleId === `${card}/${path}`)?.value;
  if (['star', 'grade', 'evaluation'].includes(family))
    return (zh ? undefined : stated('label-en')) ?? stated('label') ?? name;
  const kind = ruleKind(rows[0]?.ruleId ?? card);
  const about = card.split('/').find((part) => part in NAMES);
  if (!kind) return card;
  if (about === undefined) return kind.label[locale];
  return zh
    ? family === 'term'
      ? `${about}${kind.label.zh}`
      : `${kind.label.zh}（${about}）`
    : `${kind.label.en}, ${NAMES[about] ?? about}`;
}

/** The name of the card a rule stands on. */
export function ruleTitle(rules: readonly RuleVersion[], rule: string, locale: Locale): string {
  const card = cardOf(rule);
  return cardTitle(
    card,
    rules.filter(({ ruleId }) => cardOf(ruleId) === card),
    locale,
  );
}

/** The name of one value of a card, as a form asks for it: 次数, 5 星分数线, 好 位次. */
export function fieldTitle(ruleId: string, locale: Locale): string {
  const kind = ruleKind(ruleId);
  if (!kind) return ruleId;
  const steps = ruleId.split('/');
  if (steps.length < 4 || steps[2] === 'weight' || steps[2] === 'veto') return kind.label[locale];
  const name = steps.at(-1) ?? '';
  const level = steps[0] === 'star' && steps[2] !== 'star' ? starText(name, locale) : name;
  return locale === 'zh' ? `${level} ${kind.label.zh}` : `${level}: ${kind.label.en.toLowerCase()}`;
}
