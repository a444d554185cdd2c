import type { Issue } from '../domain';

/** What several steps found, put together. */
export class Findings {
  readonly issues: Issue[];
  readonly counts: Record<string, number>;

  constructor(found: Found = { issues: [], issueCounts: {} }) {
    this.issues = [...found.issues];
    this.counts = { ...found.issueCounts };
  }

  /** What was found, without what has these codes: the step that finds them looks again. */
  static without({ issues, issueCounts }: Found, codes: readonly string[]): Findings {
    return new Findings({
      issues: issues.filter(({ code }) => !codes.includes(code)),
      issueCounts: Object.fromEntries(Object.entries(issueCounts).filter(([code]) => !codes.includes(code))),
    });
  }

  /** Adds what a step found; issues of a workbook are given the name of their sheet. */
  add({ issues, issueCounts }: Found, sheet: string | null = null): void {
    for (const issue of issues) this.issues.push(sheet === null ? issue : { ...issue, sheet });
    for (const [code, count] of Object.entries(issueCounts)) this.counts[code] = (this.counts[code] ?? 0) + count;
  }

  addOne(issue: Issue, sheet: string | null = null): void {
    this.add({ issues: [issue], issueCounts: { [issue.code]: 1 } }, sheet);
  }
}

/** Issues, perhaps not all of them listed, and their exact counts. */
export interface Found {
  readonly issues: readonly Issue[];
  readonly issueCounts: Readonly<Record<string, number>>;
}
