import { type Tried, tryFromPage } from '../egress';
import { type Engine, EngineError } from '../engine';
import { waysOutOfReader } from '../ingest/worker-client';

/** Whose way out it is. */
export type Who = 'page' | 'reader' | 'database';

/** Ways out of the machine that were tried, by whose they are. */
export type Egress = Readonly<Record<Who, readonly Tried[]>>;

/** What the database says of what it was told never to do. */
const REFUSED = /disabled|Permission Error/iu;

/** The database is asked to read a table of another machine: closed when it says that this is not allowed. */
async function fromDatabase(engine: Engine): Promise<Tried[]> {
  try {
    await engine.run("SELECT count(*) FROM read_csv('https://query.zonelens.invalid/table.csv')");
    return [{ way: 'query', finding: 'open' }];
  } catch (error) {
    const refused = error instanceof EngineError && REFUSED.test(error.message);
    return [{ way: 'query', finding: refused ? 'closed' : 'unclear' }];
  }
}

/** Tries every way out of the page, of the worker that reads files and of the database. Nothing is sent to anybody. */
export async function tryEveryWayOut(engine: Engine): Promise<Egress> {
  const [page, reader, query] = await Promise.all([tryFromPage(), waysOutOfReader(), fromDatabase(engine)]);
  return { page, reader, database: query };
}
