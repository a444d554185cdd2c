import { type LoadedRow, type LoadedSetting, overlaySetting } from '../cube';
import type { Issue } from '../domain';
import type { FileReport } from '../ingest';

const RULE_COLUMNS = { ruleId: 'rule_id', value: 'value', validFrom: 'valid_from', validTo: 'valid_to' } as const;
const TARGET_COLUMNS = {
  metricId: 'metric_id',
  scope: 'scope',
  period: 'period',
  target: 'target',
  amber: 'amber',
  red: 'red',
} as const;

interface Found {
  readonly file: number;
  readonly issue: Omit<Issue, 'file'>;
}

function entry<Item>(
  rows: readonly LoadedRow<Item>[],
  about: { readonly item: Item; readonly value: string },
  unit: string,
  code: string,
  column: string,
): Found[] {
  // What is missing has no row of its own: the fault then stands at the first row of its scheme.
  const row =
    rows.find(({ item }) => item === about.item) ?? rows.find(({ item }) => JSON.stringify(item).includes(unit));
  return row === undefined
    ? []
    : [{ file: row.file, issue: { code, severity: 'error', row: row.row, column, value: about.value, detail: unit } }];
}

/** The faults of the rules and targets in the files as entries of the ledger: what has one is not in force. */
function refusedRules(loaded: LoadedSetting): Found[] {
  const { rules, targets } = overlaySetting(loaded, {});
  return [
    ...rules.refused.flatMap(({ fault }) =>
      entry(loaded.rules, fault, fault.others[0] ?? fault.item.ruleId, `rule-${fault.code}`, RULE_COLUMNS[fault.field]),
    ),
    ...targets.refused.flatMap(({ fault }) =>
      entry(loaded.targets, fault, fault.item.metricId, `target-${fault.code}`, TARGET_COLUMNS[fault.field]),
    ),
  ];
}

/** The reports of the files with what was refused of their rules and targets added to their issues. */
export function withRefusedRules(files: readonly FileReport[], loaded: LoadedSetting): FileReport[] {
  const found = refusedRules(loaded);
  return files.map((file) => {
    // A constraint of the table may have told the same of the same row.
    const told = new Set(file.issues.map(({ code, row }) => `${code} ${row}`));
    const own = found
      .filter(({ file: id, issue }) => id === file.id && !told.has(`${issue.code} ${issue.row}`))
      .map(({ issue }) => ({ ...issue, file: file.path }));
    if (own.length === 0) return file;
    const issueCounts = { ...file.issueCounts };
    for (const { code } of own) issueCounts[code] = (issueCounts[code] ?? 0) + 1;
    return { ...file, issues: [...file.issues, ...own], issueCounts };
  });
}
