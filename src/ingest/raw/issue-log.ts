import type { Issue, Severity } from '../../domain';

const KEPT_PER_CODE = 200;
const VALUE_LENGTH = 200;

/** Collects issues of one file: the first of each kind in full, the rest counted. */
export class IssueLog {
  readonly issues: Issue[] = [];
  readonly counts: Record<string, number> = {};
  /** The sheet being read; null in a plain text file. */
  sheet: string | null = null;

  constructor(private readonly file: string) {}

  add(
    code: string,
    severity: Severity,
    row: number | null,
    place: { readonly column?: string | null; readonly value?: string | null; readonly detail?: string } = {},
  ): void {
    const count = (this.counts[code] ?? 0) + 1;
    this.counts[code] = count;
    if (count > KEPT_PER_CODE) return;
    const value = place.value ?? null;
    this.issues.push({
      code,
      severity,
      file: this.file,
      ...(this.sheet === null ? {} : { sheet: this.sheet }),
      row,
      column: place.column ?? null,
      value: value !== null && value.length > VALUE_LENGTH ? `${value.slice(0, VALUE_LENGTH)}…` : value,
      ...(place.detail === undefined ? {} : { detail: place.detail }),
    });
  }
}
