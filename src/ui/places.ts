import { zoneName } from '../cube';
import { METRICS } from '../model';
import { type MessageKey, type Workbench, committeesOf, leadMetric, pageRecord, zonesOf } from '../state';
import { initialsOf } from './initials';

/** Somewhere a reader can go by its name. */
export interface Place {
  readonly kind: 'page' | 'zone' | 'committee' | 'organisation' | 'unit' | 'metric';
  /** Its name in the language of the reader. */
  readonly name: string;
  /** What tells it from another of that name. */
  readonly beside: string;
  readonly href: string;
}

/** What a kind of place is called. */
export const KINDS: Readonly<Record<Place['kind'], MessageKey>> = {
  page: 'find.pages',
  zone: 'find.zones',
  committee: 'find.committees',
  organisation: 'find.organisations',
  unit: 'find.units',
  metric: 'find.metrics',
};

interface Named extends Place {
  /** All that it is found by. */
  readonly words: readonly string[];
}

const named = (place: Place, other: readonly string[]): Named => ({
  ...place,
  words: [place.name, ...other].flatMap((word) => [word.toLowerCase(), initialsOf(word)]).filter((word) => word !== ''),
});

/** Every place of the workbench: pages, the zones and committees of the figures shown, metrics. */
export function placesOf({ cube, language, pages: known, route }: Workbench): Named[] {
  const pages = known.map((page) => {
    const { label } = pageRecord(page);
    return named({ kind: 'page', name: language.of(label), beside: '', href: route.href(page) }, [label.zh, label.en]);
  });
  const ids = zonesOf(cube).filter((id) => id !== '');
  const zones = ids.map((id) =>
    named({ kind: 'zone', name: zoneName(cube, id), beside: '', href: route.href('zone', { zones: id }) }, [id]),
  );
  const lead = leadMetric(cube, 'coverage', undefined);
  const committees = committeesOf(cube, lead, ids)
    .filter(({ name }) => name !== '')
    .map(({ name, zones: at }) =>
      named(
        {
          kind: 'committee',
          name,
          beside: language.joined(
            'names',
            at.slice(0, 2).map((zone) => zoneName(cube, zone)),
          ),
          href: route.href('coverage', { zones: at, committees: name, by: null }),
        },
        [],
      ),
    );
  const metrics = METRICS.map(({ id, label }) =>
    named(
      {
        kind: 'metric',
        name: language.of(label),
        beside: '',
        href: route.href('metrics', { find: language.of(label) }),
      },
      [label.zh, label.en, id],
    ),
  );
  return [...pages, ...zones, ...committees, ...metrics];
}

/** How well a place fits what was typed: 0 best, null not at all. Every word has to be found. */
function fit({ words }: Named, typed: readonly string[]): number | null {
  let worst = 0;
  for (const part of typed) {
    const places = words.map((word) => (word === part ? 0 : word.startsWith(part) ? 1 : word.includes(part) ? 2 : 3));
    const best = Math.min(...places);
    if (best === 3) return null;
    worst = Math.max(worst, best);
  }
  return worst;
}

/** The places that fit, the best of each kind first; pages alone where nothing is typed. */
export function placesFor(places: readonly Named[], typed: string, most: number): readonly (readonly Place[])[] {
  const parts = typed
    .toLowerCase()
    .split(/\s+/u)
    .filter((part) => part !== '');
  const kinds = (Object.keys(KINDS) as Place['kind'][]).map((kind) => {
    const own = places.filter((place) => place.kind === kind);
    if (parts.length === 0) return kind === 'page' ? own : [];
    return own
      .flatMap((place) => {
        const rank = fit(place, parts);
        return rank === null ? [] : [{ place, rank }];
      })
      .sort((a, b) => a.rank - b.rank)
      .map(({ place }) => place)
      .slice(0, most);
  });
  return kinds.filter((found) => found.length > 0);
}
