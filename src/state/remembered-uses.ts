import { type FileReport, headerSignature } from '../ingest';

/** A decision of an earlier time that was followed, and the files it was followed for. */
export interface RememberedUse {
  readonly key: string;
  readonly header: readonly string[];
  /** What the table was taken for. */
  readonly table: string | null;
  /** Values filled in as last time, by column; empty where only the match was followed. */
  readonly given: Readonly<Record<string, string>>;
  readonly files: readonly FileReport[];
}

/** The decisions kept from other files that the loaded ones follow, one a layout; those said anew of a file are no longer among them. */
export function rememberedUses(files: readonly FileReport[]): RememberedUse[] {
  const uses = new Map<string, RememberedUse>();
  for (const file of files)
    file.tables.forEach(({ table, view }, at) => {
      const followed = view.remembered === true || view.filledIn !== undefined;
      if (!followed || file.choices.tables?.[at] !== undefined) return;
      const { header } = view.start;
      const given = view.filledIn ?? {};
      const key = JSON.stringify([headerSignature(header), given]);
      const before = uses.get(key)?.files ?? [];
      uses.set(key, { key, header, table, given, files: before.includes(file) ? before : [...before, file] });
    });
  return [...uses.values()];
}
