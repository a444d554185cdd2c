import type { Engine } from '../../../src/engine';
import { Collection, type FileChoices, type FileReport, bytesSource, localStager } from '../../../src/ingest';

/** A session that files are added to as text. */
export interface Desk {
  readonly collection: Collection;
  add(path: string, text: string, choices?: FileChoices): Promise<FileReport>;
  /** The report of a file as it stands after all were looked at together. */
  settled(path: string): Promise<FileReport>;
  rows(sql: string): Promise<unknown[]>;
  count(table: string): Promise<number>;
}

/** An empty session. */
export async function openDesk(engine: Engine): Promise<Desk> {
  const collection = await Collection.open(engine, localStager);
  return {
    collection,
    add: (path, text, choices = {}) => {
      const data = new TextEncoder().encode(text);
      return collection.add({ path, data, source: bytesSource(path, data) }, choices);
    },
    settled: async (path) => {
      await collection.settle();
      const found = collection.files.find((file) => file.path === path);
      if (!found) throw new Error(`no such file: ${path}`);
      return found;
    },
    rows: (sql) => engine.rows(sql),
    count: async (table) => Number((await engine.rows(`SELECT count(*)::DOUBLE AS n FROM ${table}`))[0]?.n),
  };
}

const HEADER = '统一社会信用代码,企业名称,开发区,统计日期,单位性质,经营状态,组建形式,从业人员,党员人数';

/** One unit of a coverage ledger. */
export interface Unit {
  readonly code?: string;
  readonly name: string;
  readonly zone?: string;
  readonly day: string;
  readonly mode?: string;
  readonly members?: number | string;
}

/** A coverage ledger; `padding` makes it as large as one that goes straight into the database. */
export function ledger(units: readonly Unit[], padding = 0): string {
  const line = ({ code = '', name, zone = '云岭高新区', day, mode = '单独支部', members = 5 }: Unit): string =>
    [code, name, zone, day, '非公企业', '运营', mode, 120, members].join(',');
  const more = Array.from({ length: padding }, (_, n) =>
    line({
      code: `91610131QT${String(n).padStart(8, '0')}`,
      name: `远方第${n}号智能装备科技发展有限公司`,
      zone: '远方经开区',
      day: '2018-12-31',
    }),
  );
  return `${[HEADER, ...units.map(line), ...more].join('\n')}\n`;
}

/** So many rows of padding are more than a file that is read the careful way at once. */
export const LARGE = 42_000;

/** Numbered units of one day. */
export const numbered = (count: number, day: string, more: Partial<Unit> = {}): Unit[] =>
  Array.from({ length: count }, (_, n) => ({ name: `第${n + 1}号有限公司`, day, ...more }));
