import type { TableSpec } from '../../domain';
import { type Assignment, assign } from './assign';
import { headerKey } from './header-key';
import { type UnpivotHints, type UnpivotPlan, unpivotPlan } from './unpivot';
import { distinctiveness } from './vocabulary';

/** Columns every export may have and no table needs. */
const NEUTRAL = /^(?:序号|序|no|备注|说明|排名|名次|行号|index|id|#|第\d+列)?$/u;

/** What one table makes of a header. */
export interface Reading {
  readonly table: TableSpec;
  readonly assigned: readonly (Assignment | null)[];
  readonly plan: UnpivotPlan | null;
  /** 0–1. */
  readonly confidence: number;
  /** How much of what was read belongs to this table and no other, in whole headers. */
  readonly evidence: number;
  /** Required columns that are neither there nor may be given once for the file; groups by the name of the group. */
  readonly missing: readonly string[];
}

/** Each missing group of names takes most of the confidence away, each missing fact a little. */
const GROUP_PENALTY = 0.25;
const COLUMN_PENALTY = 0.85;

const LEAST_TITLE_WORD = 3;
const TITLE_EVIDENCE = 0.7;

function missingOf(table: TableSpec, present: ReadonlySet<string>): string[] {
  const groups = new Map<string, boolean>();
  const missing: string[] = [];
  for (const { id, required, fileLevel } of table.columns) {
    if (required === undefined) continue;
    const there = present.has(id) || fileLevel === true;
    if (required === true) {
      if (!there) missing.push(id);
    } else {
      groups.set(required, groups.get(required) === true || there);
    }
  }
  return [...missing, ...[...groups].filter(([, there]) => !there).map(([group]) => group)];
}

function penalty(table: TableSpec, missing: readonly string[]): number {
  const columns = new Set(table.columns.map((column) => column.id));
  return missing.reduce((factor, id) => factor * (columns.has(id) ? COLUMN_PENALTY : GROUP_PENALTY), 1);
}

/**
 * How much the title says for the table: a value of a column the file may state once (主题党日, 分类定级) stands in it. The
 * word must belong to this table only by its own length: two characters occur everywhere.
 */
function titleEvidence(table: TableSpec, title: readonly string[]): number {
  const text = title.map(headerKey).join('|');
  if (text === '') return 0;
  const once = table.columns.filter(
    (column) => column.fileLevel === true && column.type === 'enum' && column.id !== 'level',
  );
  const words = once.flatMap((column) => (column.values ?? []).flatMap(({ id, synonyms = [] }) => [id, ...synonyms]));
  return words.some((word) => word.length >= LEAST_TITLE_WORD && text.includes(headerKey(word))) ? TITLE_EVIDENCE : 0;
}

/** Reads a header as one table. `header` has null where a column is personal and must not be used. */
export function readAs(table: TableSpec, header: readonly (string | null)[], hints: UnpivotHints): Reading {
  const wide = unpivotPlan(
    header.map((text) => text ?? ''),
    table,
    hints,
  );
  const plan = wide === 'year-unknown' ? null : wide;
  const usable = plan !== null && plan.periodColumns.every((column) => column.column !== null) ? plan : null;
  const periods = new Set(plan?.periodColumns.map((column) => column.index));
  const assigned = assign(
    table,
    header.map((text, index) => (periods.has(index) ? null : text)),
  );
  const known = assigned.filter((entry) => entry !== null);
  const present = new Set(known.map((entry) => entry.column.id));
  const values = new Set(usable?.periodColumns.map((column) => column.column ?? ''));
  for (const column of usable?.periodColumns ?? []) for (const id of Object.keys(column.constants)) present.add(id);
  for (const id of values) present.add(id);
  if (usable?.periodColumn != null) present.add(usable.periodColumn);
  const counted = header.filter(
    (text, index) => text !== null && !periods.has(index) && !NEUTRAL.test(headerKey(text)),
  ).length;
  const evidence =
    known.reduce((sum, entry) => sum + entry.trust * distinctiveness(entry.key), 0) +
    (usable?.evidence ?? 0) +
    titleEvidence(table, hints.title);
  const explained = counted === 0 ? 1 : Math.min(1, known.length / counted);
  const missing = missingOf(table, present);
  const confidence = (evidence / (evidence + 0.6)) * (0.4 + 0.6 * explained) * penalty(table, missing);
  return { table, assigned, plan: usable, confidence: Math.round(confidence * 1000) / 1000, evidence, missing };
}
