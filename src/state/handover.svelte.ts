import type { Rewritten } from '../brief';
import { type Cube, type Level, type Release, hasCells, textsIn } from '../cube';
import { type Period, toGrain } from '../domain';
import type { Choice } from '../share';
import { type Page, PAGE_NAMES, leadsOf, pageRecord } from './pages';

/** The pages of figures, which can be handed over. */
export const FIGURE_PAGES: readonly Page[] = PAGE_NAMES.filter((page) => pageRecord(page).needs === 'figures');

/** What the user wants to hand over; nothing of it is kept. */
export class Handover {
  level: Level = $state('internal');
  /** Null for all. */
  pages: readonly Page[] | null = $state.raw(null);
  zones: readonly string[] | null = $state.raw(null);
  from: Period | null = $state(null);
  to: Period | null = $state(null);
  by = $state('');
  for = $state('');
  /** What was rewritten of papers, by the paper and its paragraph. */
  rewritten: ReadonlyMap<string, Rewritten> = $state.raw(new Map());
  /** The cube looked at in place of the project's, as it would be handed over; null while nothing is previewed. */
  preview: Cube | null = $state.raw(null);

  /** What is handed over. */
  readonly choice: Choice = $derived.by(() => {
    const { level, pages, zones, from, to } = this;
    // Pages without families of their own (the overview, one zone, compare) show those of the others.
    const families = pages === null ? null : pages.flatMap((page) => pageRecord(page).families ?? []);
    return { level, families: families?.length === 0 ? null : families, zones, from, to };
  });

  /** What is written on it, on a day, of sources with these sums. */
  release(on: string, sums: readonly string[]): Release {
    const { level: _, ...only } = this.choice;
    const { level, pages } = this;
    const isAll = Object.values(only).every((one) => one === null);
    return { level, by: this.by.trim(), for: this.for.trim(), on, pages, sums, ...(!isAll && { only }) };
  }
}

/** The years in which what leads the pages has anything, in order. */
export function yearsOf(cube: Cube): Period[] {
  const leads = [...new Set(FIGURE_PAGES.flatMap(leadsOf))];
  const years = leads.flatMap((metric) => textsIn(cube, metric, 'period').map((at) => toGrain(at, 'year')));
  return [...new Set(years)].sort();
}

/** Whether a page of figures has anything of its own in a cube. */
export function hasFigures(cube: Cube, page: Page): boolean {
  return leadsOf(page).some((metric) => hasCells(cube, metric));
}
