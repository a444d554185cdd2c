import type { Engine } from '../engine';
import { type RegisteredZone, type ZoneBook, type ZoneDecisions, ZONE_ALIAS_TABLE, zoneBook } from '../model';
import { literal } from '../sql';
import type { KnownZone } from './canonical/file-level';
import type { FileReport, WrittenZone } from './report';

const LIST = /[、，,;；/|\n]+/u;

async function registerOf(engine: Engine): Promise<RegisteredZone[]> {
  const rows = await engine.rows(`SELECT coalesce(zone_id, zone_name) AS id, coalesce(zone_name, zone_id) AS name,
    aliases FROM zone WHERE coalesce(zone_id, zone_name) IS NOT NULL ORDER BY 1, 2`);
  return rows.map(({ id, name, aliases }) => ({
    id: String(id),
    name: String(name),
    aliases:
      aliases === null || aliases === undefined
        ? []
        : String(aliases)
            .split(LIST)
            .map((text) => text.trim()),
  }));
}

/** The zones of the register under each of their names, to recognise them in titles and file names. */
export async function registeredZones(engine: Engine): Promise<KnownZone[]> {
  const register = await registerOf(engine);
  return register.flatMap(({ id, name, aliases }) => [name, ...aliases].map((one) => ({ id, name: one })));
}

/** Whether the same names are one zone before and after. */
function isAlike(names: Iterable<string>, before: ZoneBook, after: ZoneBook): boolean {
  const [there, back] = [new Map<string, string>(), new Map<string, string>()];
  for (const name of names) {
    const [one, other] = [before.zoneOf(name), after.zoneOf(name)];
    if ((there.get(one) ?? other) !== other || (back.get(other) ?? one) !== one) return false;
    there.set(one, other);
    back.set(other, one);
  }
  return true;
}

/**
 * The names of zones that the loaded rows write, and the zone each counts for. It is the one place where a written name
 * becomes a zone: everything else joins the table `zone_alias`.
 */
export class ZoneNames {
  book: ZoneBook = zoneBook([]);
  private register: readonly RegisteredZone[] = [];
  private chosen: ZoneDecisions = {};
  /** The names in the rows of each table. */
  private seen = new Map<string, Set<string>>();
  /** Names that are known to come. */
  private expected: readonly string[] = [];
  private changed = false;

  constructor(private readonly engine: Engine) {}

  /** Rows that were compared while two names were one zone, or were not, must be compared again. */
  get stale(): boolean {
    return this.changed;
  }

  /** Every name there is. */
  private get all(): string[] {
    return [...new Set([...this.seen.values()].flatMap((names) => [...names]))].sort();
  }

  /**
   * Begins anew; where the same files are read again, their names and the register are known before they come: rows are then compared by
   * the names as they will be in the end, wherever in the order the register stands.
   */
  async clear(again = false): Promise<void> {
    const expected = again ? this.all : [];
    this.seen = new Map();
    this.expected = expected;
    this.changed = false;
    if (!again) this.register = [];
    await this.engine.run(`CREATE OR REPLACE TABLE ${ZONE_ALIAS_TABLE}`);
    this.book = zoneBook(expected, this.register, this.chosen);
    await this.write();
  }

  /** What the user says of names from now on. */
  async decide(decisions: ZoneDecisions): Promise<void> {
    this.chosen = decisions;
    await this.rebook();
  }

  /** Takes in the names that rows of a table write; the register when it is that. */
  async take(table: string, names: readonly WrittenZone[]): Promise<void> {
    const known = new Set(this.book.entries.map(({ written }) => written));
    const own = this.seen.get(table) ?? new Set();
    for (const { name } of names) own.add(name);
    this.seen.set(table, own);
    const isKnown = this.expected.length > 0 && this.register.length > 0;
    if (table === 'zone' || names.some(({ name }) => !known.has(name))) await this.rebook(table === 'zone' && !isKnown);
  }

  /** Takes the names in the files that are there in the place of those that were; resolves to the zones of no register. */
  async survey(files: readonly FileReport[]): Promise<KnownZone[]> {
    this.seen = new Map();
    for (const { table, zones = [] } of files.flatMap(({ tables }) => tables))
      if (table !== null)
        this.seen.set(table, new Set([...(this.seen.get(table) ?? []), ...zones.map(({ name }) => name)]));
    this.expected = [];
    await this.rebook(true);
    const registered = new Set(this.register.map(({ id }) => id));
    const zones = new Set(this.book.entries.map(({ zone }) => zone));
    return [...zones].filter((id) => !registered.has(id)).map((id) => ({ id, name: id, seen: true }));
  }

  private async rebook(registerToo = false): Promise<void> {
    if (registerToo) this.register = await registerOf(this.engine);
    const before = this.book;
    const book = zoneBook([...this.expected, ...this.all], this.register, this.chosen);
    if (JSON.stringify(before.entries) === JSON.stringify(book.entries)) return;
    this.book = book;
    const known = new Set(before.entries.map(({ written }) => written));
    for (const names of this.seen.values())
      if (
        !isAlike(
          [...names].filter((name) => known.has(name)),
          before,
          this.book,
        )
      )
        this.changed = true;
    await this.write();
  }

  private async write(): Promise<void> {
    const rows = this.book.entries.map(({ written, zone }) => `(${literal(written)}, ${literal(zone)})`);
    const filled = rows.length > 0 ? `; INSERT INTO zone_alias VALUES ${rows.join(', ')}` : '';
    await this.engine.run(`DELETE FROM zone_alias${filled}`);
  }
}
