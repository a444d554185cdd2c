import {
  type MemberKey,
  type Standard,
  cyclesUnder,
  membersText,
  periodText,
  selectionOf,
  standardText,
  valueText,
  zonesIn,
} from '../../brief';
import { quartileDots, scoreSlope } from '../../charts';
import { type Cube, rollUp } from '../../cube';
import { type Period, splitCategory } from '../../domain';
import { type Quartiles, SOURCES } from '../../stats';
import { asking } from '../../ui/figures/asking';
import { ofMember, rowsOf } from '../../ui/figures/drilling';
import type { Answer, Asked, Figure, PlainFigure, Reader } from '../../ui/figures/figure';
import { quartilesByMember, scoreTable, scoresOf } from '../../ui/figures/scores';
import { askUnder } from './shared';

const SCORE = 'appraisal_score';
const SOURCE_SCORE = 'appraisal_source_score';
/** A median that fell by fewer points is not coloured. */
const FALL = 1;

/** The scores given under a standard, member by member. */
export const scores =
  (standard: Standard): PlainFigure =>
  (reader, ask) => {
    const { cube, language } = reader;
    const about = standardText(cube, standard, language.locale);
    return quartilesByMember(SCORE, {
      told: (_, named) => ({
        title: language.t('appraisal.scoresTitle', named),
        subtitle: language.t('appraisal.scoresSub', { ...named, standard: about }),
        about,
      }),
      whole: 'appraisal.whole',
      unit: 'appraisal.points',
      size: 'appraisal.orgs',
    })(reader, askUnder(cube, SCORE, { ask, standard }));
  };

/** The half-year and the whole year side by side, of zones that held both: a cycle is never answered by another one of its year. */
export const halves =
  (standard: Standard): Figure =>
  (reader, asked) => {
    const { cube, nameOf, language } = reader;
    const { t, locale } = language;
    const year = asked.period.slice(0, 4);
    const half = `${year}H1`;
    const [first, whole] = [half, year].map((cycle) => zonesIn(cube, SCORE, cycle, standard.id));
    const zones = (asked.zones ?? []).filter((zone) => first?.includes(zone) && whole?.includes(zone));
    const nobody = { none: t('appraisal.halfNone'), why: t('appraisal.halfNoneWhy', { year }) };
    if (zones.length === 0) return nobody;
    const ask = { ...askUnder(cube, SCORE, { ask: asked, standard }), zones, comparison: 'none' as const };
    const [before, now] = [half, year].map((period) => scoresOf(cube, { ...ask, period }, nameOf).members);
    const ids = [...new Set([...(now ?? []), ...(before ?? [])].map(({ id }) => id))];
    const rows = ids.map((id) => {
      const [earlier, later] = [before?.find((one) => one.id === id), now?.find((one) => one.id === id)];
      const { key = {}, name = '' } = later ?? earlier ?? {};
      return { id, key: key as MemberKey, name, previous: earlier?.now ?? null, current: later?.now ?? null };
    });
    if (rows.length === 0) return nobody;
    const { question, named } = asking(reader, ask, SCORE, year);
    const both = { ...question, periods: [half, year] };
    const about = standardText(cube, standard, locale);
    const [halfYear, fullYear] = [t('appraisal.halfYear', { year }), t('appraisal.fullYear', { year })];
    return {
      question: both,
      title: t('appraisal.halfTitle', { year }),
      subtitle: t('appraisal.halfSub', { ...named, standard: about }),
      about,
      draw: (setting) =>
        scoreSlope({
          ...setting,
          rows: rows.map(({ id, name, previous, current }) => ({
            key: id,
            label: name,
            previous,
            current,
            highlighted: previous !== null && current !== null && current.median <= previous.median - FALL,
          })),
          previousLabel: halfYear,
          currentLabel: fullYear,
          unitLabel: t('appraisal.points'),
        }),
      table: () => ({
        columns: [
          { label: named.member, kind: 'text' },
          { label: halfYear, kind: 'score' },
          { label: 'n', kind: 'count' },
          { label: fullYear, kind: 'score' },
          { label: 'n', kind: 'count' },
        ],
        rows: rows.map(({ name, previous, current }) => [
          name,
          previous?.median ?? null,
          previous?.size ?? null,
          current?.median ?? null,
          current?.size ?? null,
        ]),
      }),
      keys: rows.map(({ id }) => id),
      open: ({ row }) => {
        const found = rows.find(({ id }) => id === row);
        if (!found) return null;
        // An organisation is in both: the two stand side by side and are not added up.
        const target = rowsOf(both, [found.name], ofMember(found.key));
        const cycles = [
          { label: halfYear, periods: [half] },
          { label: fullYear, periods: [year] },
        ];
        return { ...target, apart: cycles.map((cycle) => ({ ...cycle, selection: target.selection })) };
      },
    };
  };

/** One score of the whole selection: a cycle, or a source. */
interface Part {
  readonly key: string;
  readonly name: string;
  readonly ask: Asked;
}

/** The whole selection's scores, part by part; with one part alone there is nothing to set side by side. */
function partsAnswer(
  reader: Reader,
  metric: string,
  parts: readonly Part[],
  told: Pick<Answer, 'title' | 'subtitle' | 'about' | 'question'> & {
    readonly noun: string;
    readonly currentLabel: string;
  },
): Answer | null {
  const { cube, nameOf, language } = reader;
  const { noun, currentLabel, ...words } = told;
  const rows = parts
    .filter(({ ask }) => ask.zones?.length !== 0 && ask.categories?.length !== 0)
    .map((part) => ({ ...part, now: scoresOf(cube, { ...part.ask, metric }, nameOf).whole }))
    .filter((part): part is Part & { now: Quartiles } => part.now !== null);
  if (rows.length < 2) return null;
  const members = rows.map(({ key, name, now }) => ({ id: key, key: {}, name, now, before: null }));
  const data = { period: told.question.period, against: null, whole: null, members };
  return {
    ...words,
    draw: (setting) =>
      quartileDots({
        ...setting,
        rows: rows.map(({ key, name, now }) => ({ key, label: name, now })),
        whole: null,
        currentLabel,
        unitLabel: language.t('appraisal.points'),
        sizeLabel: language.t('appraisal.orgs'),
        sort: 'given',
      }),
    table: () => {
      const table = scoreTable(data, noun, '', language);
      return { ...table, rows: table.rows.slice(0, -1) };
    },
    keys: rows.map(({ key }) => key),
    open: ({ row }) => {
      const found = rows.find(({ key }) => key === row);
      return found ? { title: found.name, metric, period: found.ask.period, selection: selectionOf(found.ask) } : null;
    },
    whole: null,
  };
}

/** The scores of the selection as a whole, cycle by cycle under one standard. */
export const cycles =
  (standard: Standard): Figure =>
  (reader, asked) => {
    const { cube, language } = reader;
    const { t, locale } = language;
    const ask = { ...askUnder(cube, SCORE, { ask: asked, standard }), comparison: 'none' as const };
    const { question, named } = asking(reader, ask, SCORE);
    const known = cyclesUnder(cube, SCORE, standard.id);
    const parts = known.map((cycle) => ({
      key: cycle,
      name: periodText(cycle, locale),
      ask: {
        ...ask,
        period: cycle,
        zones: zonesIn(cube, SCORE, cycle, standard.id).filter((zone) => asked.zones?.includes(zone)),
      },
    }));
    const about = standardText(cube, standard, locale);
    return partsAnswer(reader, SCORE, parts, {
      question: { ...question, periods: known },
      title: t('appraisal.cyclesTitle'),
      subtitle: t('appraisal.cyclesSub', { ...named, standard: about }),
      about,
      noun: t('appraisal.cycle'),
      currentLabel: t('appraisal.whole'),
    });
  };

/** Zones asked by most sources: a source that scored other organisations than the rest cannot be compared with them. */
function askedAlike(cube: Cube, ask: Asked, period: Period): string[] {
  const byZone = new Map<string, Set<string>>();
  const question = { metric: SOURCE_SCORE, periods: [period], ...selectionOf(ask) };
  for (const { zone = '', category = '' } of rollUp(cube, { ...question, by: ['zone', 'category'] })) {
    const known = byZone.get(zone) ?? new Set<string>();
    byZone.set(zone, known.add(splitCategory(category)[2] ?? ''));
  }
  const most = Math.max(0, ...[...byZone.values()].map(({ size }) => size));
  return [...byZone].filter(([, { size }]) => size === most).map(([zone]) => zone);
}

/** The scores of the selection as a whole, source by source: self, peers, members, superior. */
export const sources =
  (standard: Standard): Figure =>
  (reader, asked) => {
    const { cube, language } = reader;
    const { t, locale } = language;
    const ask = { ...askUnder(cube, SOURCE_SCORE, { ask: asked, standard }), comparison: 'none' as const };
    const { question, named } = asking(reader, ask, SOURCE_SCORE);
    const alike = askedAlike(cube, ask, question.period);
    const parts = SOURCES.map((source) => ({
      key: source,
      name: valueText(source, locale),
      ask: {
        ...ask,
        period: question.period,
        zones: alike,
        categories: ask.categories?.filter((one) => splitCategory(one)[2] === source) ?? [],
      },
    }));
    const about = standardText(cube, standard, locale);
    return partsAnswer(reader, SOURCE_SCORE, parts, {
      question: { ...question, selection: { ...question.selection, zones: alike } },
      title: t('appraisal.sourcesTitle'),
      subtitle: t('appraisal.sourcesSub', {
        ...named,
        standard: about,
        zones: membersText(alike.length, 'zone', locale),
      }),
      about,
      noun: t('appraisal.source'),
      currentLabel: named.period,
    });
  };
