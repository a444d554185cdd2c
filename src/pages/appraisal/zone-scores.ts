import { type Cube, type Selection, categoryParts, rollUp } from '../../cube';
import { type Period, joinCategory, splitCategory } from '../../domain';
import { metricById } from '../../model';
import { scoreText, selectionOf } from '../../brief';
import { asking } from '../../ui/figures/asking';
import type { Figure } from '../../ui/figures/figure';

/** A column of a score sheet. */
export interface ScoredItem {
  readonly id: string;
  readonly kind: string;
  readonly item: string;
  /** Null where the sheet does not say. */
  readonly full: number | null;
}

/** What one zone scored. */
export interface ZoneScore {
  readonly zone: string;
  /** By the id of the item; absent where nothing was given. */
  readonly scores: ReadonlyMap<string, number>;
  readonly total: number | null;
  readonly level: string;
  /** 1 for the highest total; equal totals share a place. */
  readonly place: number | null;
}

const KINDS = ['指标', '加分', '扣分', '总分'];
/** The metric of the scores a superior gave to zones. */
export const ZONE_SCORE = 'zone_score';

const SCORES = metricById(ZONE_SCORE);

/** The scores of zones in a cycle: criteria first, the largest first, then bonus and deduction; zones by their totals. */
export function zoneScoresOf(
  cube: Cube,
  selection: Selection,
  period: Period,
): { readonly items: readonly ScoredItem[]; readonly zones: readonly ZoneScore[] } {
  const asked = { periods: [period], ...selectionOf({ zones: selection.zones ?? [] }) };
  const items = new Map<string, ScoredItem>();
  const zones = new Map<string, Map<string, number>>();
  const totals = new Map<string, number>();
  for (const { zone = '', category = '', numerator } of rollUp(cube, {
    metric: SCORES.id,
    ...asked,
    by: ['zone', 'category'],
  })) {
    if (numerator === 0) continue;
    const { kind = '', item = '', full = '', value = '' } = categoryParts(SCORES, category);
    const own = zones.get(zone) ?? new Map<string, number>();
    zones.set(zone, own);
    if (kind === '总分') {
      totals.set(zone, Number(value));
      continue;
    }
    const id = joinCategory(kind, item, full);
    items.set(id, { id, kind, item, full: full === '' ? null : Number(full) });
    own.set(id, Number(value));
  }
  const levels = new Map(
    rollUp(cube, { metric: 'zone_level', ...asked, by: ['zone', 'category'] })
      .filter(({ numerator }) => numerator > 0)
      .map(({ zone = '', category = '' }) => [zone, splitCategory(category)[0] ?? '']),
  );
  const all = [...totals.values()];
  const found = [...zones].map(([zone, scores]): ZoneScore => {
    const total = totals.get(zone) ?? null;
    const place = total === null ? null : all.filter((other) => other > total).length + 1;
    return { zone, scores, total, level: levels.get(zone) ?? '', place };
  });
  return {
    items: [...items.values()].sort(
      (a, b) =>
        KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
        (b.full ?? 0) - (a.full ?? 0) ||
        a.item.localeCompare(b.item, 'zh'),
    ),
    zones: found.sort((a, b) => (b.total ?? -Infinity) - (a.total ?? -Infinity) || a.zone.localeCompare(b.zone, 'zh')),
  };
}

/** The scores of zones as a figure; its picture is a table of its own. The zones of the reader are all it is asked by. */
export const scoreSheet: Figure = (reader, { zones = [], period, comparison, by }) => {
  const { cube, nameOf, language } = reader;
  const { t } = language;
  const { question, named } = asking(reader, { zones, period, comparison, by }, ZONE_SCORE);
  const sheet = zoneScoresOf(cube, question.selection, question.period);
  if (sheet.zones.length === 0) return null;
  const totals = sheet.zones.flatMap(({ total }) => (total === null ? [] : [total]));
  return {
    question,
    title:
      totals.length < 2
        ? t('appraisal.zonesAlone')
        : t('appraisal.zonesTitle', {
            count: totals.length,
            low: scoreText(Math.min(...totals)),
            high: scoreText(Math.max(...totals)),
          }),
    subtitle: t('appraisal.zonesSub', named),
    table: () => ({
      columns: [
        { label: t('appraisal.zoneName'), kind: 'text' },
        { label: t('appraisal.zonePlace'), kind: 'count' },
        { label: t('appraisal.zoneTotal'), kind: 'score' },
        { label: t('appraisal.zoneLevel'), kind: 'text' },
        ...sheet.items.map(({ item, full }) => ({
          label: language.noted(item, full === null ? '' : String(full)),
          kind: 'score' as const,
        })),
      ],
      rows: sheet.zones.map(({ zone, place, total, level, scores }) => [
        nameOf({ zone }),
        place,
        total,
        level,
        ...sheet.items.map(({ id }) => scores.get(id) ?? null),
      ]),
    }),
  };
};
