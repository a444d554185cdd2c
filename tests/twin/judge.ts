import { type Cube, buildCube, rollUp } from '../../src/cube';
import { Refusal } from '../../src/domain';
import type { Engine } from '../../src/engine';
import { Collection, bytesSource, localStager } from '../../src/ingest';
import { zoneScoresOf } from '../../src/pages/appraisal/zone-scores';
import { type QuestionGroup, groupedQuestions } from '../../src/state/questions';
import { openNames, zoneTable } from '../../src/state/zone-table';
import { SENT, filesOf } from './office';
import { MEETINGS, type Office, type Zone, countsOf } from './truth';

/** What the product made of an office's files that is not the truth, and what it asked. */
export interface Verdict {
  readonly wrong: readonly string[];
  readonly questions: readonly string[];
}

const PLAIN: Readonly<Record<string, readonly [metric: string, part: 'numerator' | 'denominator']>> = {
  n: ['org_coverage_rate', 'denominator'],
  built: ['org_coverage_rate', 'numerator'],
  due: ['should_build_built_rate', 'denominator'],
  dueBuilt: ['should_build_built_rate', 'numerator'],
  guide: ['instructor_rate', 'numerator'],
  covered: ['party_work_coverage_rate', 'numerator'],
  members: ['unit_member_count', 'numerator'],
  alone: ['standalone_build_rate', 'numerator'],
};
const COUNTED = ['due', 'dueBuilt', 'guide'];

class Comparison {
  readonly wrong: string[] = [];

  constructor(
    readonly cube: Cube,
    readonly office: Office,
  ) {}

  hold(what: string, found: unknown, truth: unknown): void {
    const [one, other] = [JSON.stringify(found), JSON.stringify(truth)];
    if (one !== other) this.wrong.push(`${what}: ${one} for ${other}`);
  }

  sum(metric: string, part: 'numerator' | 'denominator', zone: Zone, period: string, category?: RegExp): number {
    return rollUp(this.cube, { metric, by: ['zone', 'category'], periods: [period] })
      .filter((group) => (group.zone ?? '').includes(zone.place))
      .filter((group) => category === undefined || category.test(group.category ?? ''))
      .reduce((total, group) => total + (group[part] ?? 0), 0);
  }

  units(): void {
    this.office.zones.forEach((zone, at) => {
      for (const nth of SENT[at] ?? []) {
        const { year, nth: quarter } = this.office.quarters[nth] ?? { year: 0, nth: 0 };
        const truth = countsOf(zone, nth);
        const asked = Object.keys(PLAIN).filter((key) => at < 4 || COUNTED.includes(key));
        const found = asked.map((key) => {
          const [metric, part] = PLAIN[key] ?? ['', 'numerator'];
          return [key, this.sum(metric, part, zone, `${year}Q${quarter}`)];
        });
        const right = asked.map((key) => [key, truth[key] ?? 0]);
        this.hold(`${zone.place} ${year}Q${quarter}`, Object.fromEntries(found), Object.fromEntries(right));
      }
    });
  }

  stars(): void {
    const { zones, years } = this.office;
    for (const zone of zones)
      for (const nth of [0, 1] as const) {
        const found = [1, 2, 3, 4, 5].map((level) =>
          this.sum('star_level_dist', 'numerator', zone, String(years[nth]), new RegExp(`\\|${level}$`, 'u')),
        );
        const right = [1, 2, 3, 4, 5].map((level) => zone.orgs.filter(({ stars }) => stars[nth] === level).length);
        this.hold(`${zone.place} stars ${years[nth]}`, found, right);
      }
  }

  scores(): void {
    const { zones, years } = this.office;
    const scored = zoneScoresOf(this.cube, {}, String(years[1]));
    for (const zone of zones) {
      const own = scored.zones.find((one) => one.zone.includes(zone.place));
      const scores = [...(own?.scores ?? [])].map(([id, score]) => [id.split('|')[1], score] as const);
      const right = ['组织建设', '党员队伍', '组织生活', '服务发展'].map(
        (item, at) => [item, zone.scores[at]] as const,
      );
      const order = (all: readonly (readonly [string | undefined, unknown])[]): unknown =>
        [...all].sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
      this.hold(
        `${zone.place} scores`,
        [order(scores), own?.total],
        [order(right), zone.scores.reduce((a, b) => a + b, 0)],
      );
    }
  }

  letters(): void {
    for (const zone of this.office.zones) {
      const found = (['numerator', 'denominator'] as const).map((part) =>
        this.sum('letter_sign_rate', part, zone, String(this.office.years[1])),
      );
      this.hold(`${zone.place} letters`, found, [zone.letters.filter(Boolean).length, zone.letters.length]);
    }
  }

  async rows(engine: Engine): Promise<void> {
    const { zones } = this.office;
    const held =
      await engine.rows(`SELECT zone_id, CAST(activity_type AS VARCHAR) AS kind, CAST(sum(coalesce(held_count, 1)) AS DOUBLE) AS n
      FROM org_life GROUP BY 1, 2`);
    const items = await engine.rows(`SELECT zone_id, count(*) AS n, count(closed_date) AS closed,
      count(*) FILTER (status IN ('已完成', '已销号')) AS done, count(*) FILTER (closed_date <= due_date) AS ontime FROM rectification GROUP BY 1`);
    const orgs = await engine.rows(
      'SELECT zone_id, count(*) AS n, CAST(sum(member_total) AS DOUBLE) AS members, count(founded_date) AS founded FROM party_org GROUP BY 1',
    );
    for (const zone of zones) {
      const own = <T extends { zone_id?: unknown }>(rows: readonly T[]): T[] =>
        rows.filter((row) => String(row.zone_id).includes(zone.place));
      const sum = (rows: readonly Record<string, unknown>[], key: string): number =>
        rows.reduce((total, row) => total + Number(row[key] ?? 0), 0);
      for (const meeting of MEETINGS) {
        const truth = zone.orgs.reduce((all, org) => all + org.held[meeting].reduce((a, b) => a + b, 0), 0);
        this.hold(
          `${zone.place} ${meeting}`,
          sum(
            own(held).filter(({ kind }) => meeting.endsWith(String(kind))),
            'n',
          ),
          truth,
        );
      }
      const closed = zone.items.filter((item) => item.closed !== null);
      const keys = ['n', 'closed', 'done', 'ontime'];
      this.hold(
        `${zone.place} items`,
        keys.map((key) => sum(own(items), key)),
        [
          zone.items.length,
          closed.length,
          closed.length,
          closed.filter((item) => (item.closed ?? '') <= item.due).length,
        ],
      );
      this.hold(
        `${zone.place} register`,
        ['n', 'members', 'founded'].map((key) => sum(own(orgs), key)),
        [zone.orgs.length, zone.orgs.reduce((all, { members }) => all + members, 0), zone.orgs.length],
      );
    }
  }
}

/** What a user of the office would say: the lists are of enterprises and social organisations alike. */
const ANSWERS: Readonly<Record<string, string>> = { unit_kind: '两新组织' };

async function answer(collection: Collection, asked: readonly QuestionGroup[]): Promise<void> {
  for (const group of asked) {
    if (!('asked' in group) || group.question.kind !== 'given') continue;
    const { id: column } = group.question.column;
    const value = ANSWERS[column];
    if (value === undefined) continue;
    for (const { file, at } of group.asked) {
      const now = collection.files.find(({ id }) => id === file.id) ?? file;
      const tables = {
        ...now.choices.tables,
        [at]: { ...now.choices.tables?.[at], fileLevel: { ...now.choices.tables?.[at]?.fileLevel, [column]: value } },
      };
      if (!(await collection.replace(file.id, { ...now.choices, tables })))
        await collection.rebuild(new Map([[file.id, { ...now.choices, tables }]]));
    }
    await collection.settle();
  }
}

/** Reads an office's files as the page does, the next quarter's after the others, and holds every figure against the truth. */
export async function judged(engine: Engine, office: Office): Promise<Verdict> {
  const collection = await Collection.open(engine, localStager);
  const refused: string[] = [];
  const files = filesOf(office);
  for (const next of [false, true]) {
    for (const { path, data } of files.filter((file) => file.next === next))
      try {
        await collection.add({ path, source: bytesSource(path, data), data });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refused.push(`${path} refused: ${error.code} ${error.value ?? ''}`);
      }
    await collection.settle();
  }
  const asked = groupedQuestions(collection.files);
  await answer(collection, asked);
  const comparison = new Comparison(await buildCube(engine, []), office);
  for (const zone of office.zones) {
    const ids = new Set(
      zone.names
        .map((name) => collection.zoneBook.zoneOf(name))
        .filter((id) => collection.zoneBook.entries.some((entry) => entry.zone === id)),
    );
    comparison.hold(`${zone.place} is one zone`, ids.size, 1);
  }
  comparison.units();
  comparison.stars();
  comparison.scores();
  comparison.letters();
  await comparison.rows(engine);
  const mismatches = collection.files.filter(({ issueCounts }) => issueCounts['total-mismatch'] !== undefined);
  comparison.hold(
    'totals that differ',
    mismatches.map(({ path }) => path),
    [],
  );
  const open = openNames(zoneTable(collection.files, collection.zoneBook));
  const questions = [
    ...asked.map(({ key }) => key),
    ...(open.length > 0 ? [`zones ${open.map(({ written }) => written).join(' ')}`] : []),
  ];
  return { wrong: [...refused, ...comparison.wrong], questions };
}
