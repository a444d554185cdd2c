import { countText, factsOf, joinNames, selectionOf, valueText } from '../../brief';
import { tierBars } from '../../charts';
import { hasCells, rollUp, total } from '../../cube';
import { joinCategory, splitCategory } from '../../domain';
import { metricById } from '../../model';
import { asking } from '../../ui/figures/asking';
import { bars, countsByCategory } from '../../ui/figures/bars';
import { ofMember } from '../../ui/figures/drilling';
import type { Figure } from '../../ui/figures/figure';
import { TIERS } from './tiers';

const MEMBERS = 'member_count';
const ORGANISATIONS = 'party_org_count';
const UNKNOWN = 'member_unknown_count';
const SETTINGS = 'org_setting_dist';

/** Members or organisations, zone by zone; members are at least so many where organisations do not say how many they have. */
export const members: Figure = (reader, ask) => {
  const { cube, nameOf, language, route } = reader;
  const { t, of } = language;
  const known = [MEMBERS, ORGANISATIONS].filter((id) => hasCells(cube, id));
  const metric = known.find((id) => id === route.get('count')) ?? known[0] ?? MEMBERS;
  const facts = factsOf(cube, { ...ask, metric });
  if (facts.whole === null) return { missing: metric };
  const { question, named } = asking(reader, ask, metric);
  const unknown = factsOf(cube, { ...ask, metric: UNKNOWN });
  const unknownOf = (id: string): number => unknown.members.find((member) => member.id === id)?.now.numerator ?? 0;
  const counted = metric === MEMBERS;
  const most = counted ? (unknown.whole?.numerator ?? 0) : 0;
  const rows = facts.members.map(({ id, key, now }) => ({
    key: id,
    label: nameOf(key),
    value: now.numerator,
    bound: counted && unknownOf(id) > 0 ? ('≥' as const) : ('=' as const),
    of: ofMember(key),
  }));
  const count = `${most > 0 ? '≥ ' : ''}${countText(facts.whole.numerator)}`;
  const told = bars(question, rows, {
    title: t(counted ? 'organisations.membersTitle' : 'organisations.orgsTitle', { ...named, count }),
    subtitle: language.joined('sentences', [
      t('organisations.countSub', named),
      most > 0 ? t('organisations.unknown', { count: countText(most) }) : '',
    ]),
    heading: named.member,
    counted: named.metric,
    choice:
      known.length < 2
        ? undefined
        : {
            key: 'count',
            title: t('organisations.what'),
            options: known.map((id) => ({ value: id, label: of(metricById(id).label) })),
            chosen: metric,
          },
  });
  if (!counted) return told;
  return {
    ...told,
    table: () => ({
      columns: [
        { label: named.member, kind: 'text' },
        { label: named.metric, kind: 'count' },
        { label: of(unknown.metric.label), kind: 'count' },
      ],
      rows: rows.map(({ key, label, value }) => [label, value, unknownOf(key)]),
    }),
  };
};

/** The organisations by type, tier under tier. */
export const tiers: Figure = (reader, ask) => {
  const { t, locale } = reader.language;
  const { question, named } = asking(reader, ask, ORGANISATIONS);
  const whole = total(reader.cube, { metric: ORGANISATIONS, periods: [question.period], ...question.selection });
  if (whole === null) return { missing: ORGANISATIONS };
  const counts = new Map(countsByCategory(reader, question).map(({ part, count }) => [part, count]));
  const rows = TIERS.flatMap((types, tier) =>
    types.flatMap((type) => {
      const value = counts.get(type) ?? 0;
      return value === 0
        ? []
        : [{ key: type, label: valueText(type, locale), tier, value, of: { categories: [type] } }];
    }),
  );
  const depths = [...new Set(rows.map(({ tier }) => tier))];
  const values = { ...named, count: countText(whole.numerator), tiers: countText(depths.length) };
  return {
    ...bars(question, rows, {
      title: t('organisations.tiersTitle', values),
      subtitle: t('organisations.tiersSub', values),
      heading: t('organisations.type'),
      counted: t('column.count'),
    }),
    draw: (setting) => tierBars({ ...setting, rows: rows.map((row) => ({ ...row, depth: depths.indexOf(row.tier) })) }),
  };
};

/** Where groups, or branches, are set up, of those that say so. */
export const settings: Figure = (reader, ask) => {
  const { cube, nameOf, language, route } = reader;
  const { t, locale } = language;
  const words = { 党小组: 'organisations.groups', 支部: 'organisations.branches' } as const;
  const { question, named } = asking(reader, ask, SETTINGS);
  const groups = rollUp(cube, {
    metric: SETTINGS,
    periods: [question.period],
    ...selectionOf(ask),
    by: ['zone', 'category'],
  }).flatMap(({ zone = '', category = '', numerator }) => {
    const [type = '', setting = ''] = splitCategory(category);
    return setting === '' || numerator === 0 ? [] : [{ zone, type, setting, numerator }];
  });
  const types = (['党小组', '支部'] as const).filter((type) => groups.some((group) => group.type === type));
  const type = types.find((id) => id === route.get('setting')) ?? types[0];
  if (type === undefined) return { missing: SETTINGS };
  const own = groups.filter((group) => group.type === type);
  const counts = new Map<string, number>();
  for (const { setting, numerator } of own) counts.set(setting, (counts.get(setting) ?? 0) + numerator);
  const rows = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([setting, value]) => ({
      key: setting,
      label: valueText(setting, locale),
      value,
      of: { categories: [joinCategory(type, setting)] },
    }));
  const zones = [...new Set(own.map(({ zone }) => nameOf({ zone })))];
  const whole = rows.reduce((sum, { value }) => sum + value, 0);
  const asked = {
    ...question,
    selection: { ...question.selection, categories: rows.flatMap((row) => row.of.categories) },
  };
  return bars(asked, rows, {
    title: t('organisations.settingsTitle', { count: countText(whole), type: t(words[type]) }),
    subtitle: t('organisations.settingsSub', { ...named, names: joinNames(zones, locale) }),
    heading: t('organisations.setting'),
    counted: t('column.count'),
    choice:
      types.length < 2
        ? undefined
        : {
            key: 'setting',
            title: t('organisations.type'),
            options: types.map((id) => ({ value: id, label: valueText(id, locale) })),
            chosen: type,
          },
  });
};
