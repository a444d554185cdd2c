/** A named query. */
export interface Step {
  readonly name: string;
  readonly sql: string;
}

const HEAD = /^\s*(?:WITH\s+|,\s*)(\w+)\s+AS\s+\(/u;

/** Where the bracket that was opened right before `from` closes; brackets in literals and in quoted names are text. */
function closing(sql: string, from: number): number {
  const token = /'(?:[^']|'')*'|"(?:[^"]|"")*"|[()]/gu;
  token.lastIndex = from;
  for (let depth = 1; ;) {
    const found = token.exec(sql);
    if (found === null) throw new RangeError('a bracket is not closed');
    if (found[0] === '(') depth += 1;
    else if (found[0] === ')' && --depth === 0) return found.index;
  }
}

/** A query with named subqueries (`WITH a AS (…), b AS (…) SELECT …`) taken apart: those in their order, then what is left under `name`. */
export function stepsOf(name: string, sql: string): Step[] {
  const steps: Step[] = [];
  let rest = sql;
  for (let head = /^\s*WITH\s/u.test(rest) ? HEAD.exec(rest) : null; head !== null; head = HEAD.exec(rest)) {
    const end = closing(rest, head[0].length);
    steps.push({ name: head[1] ?? '', sql: rest.slice(head[0].length, end).trim() });
    rest = rest.slice(end + 1);
  }
  return [...steps, { name, sql: rest.trim() }];
}
