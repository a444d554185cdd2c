import type { Session } from '../../state/session.svelte';

/** Where the report page without its figures is, beside the workbench. */
const TEMPLATE = 'report-template.html';

/** The report page without its figures. Rejects when it cannot be had. */
export async function templateOf(): Promise<string> {
  const answer = await fetch(TEMPLATE);
  if (!answer.ok) throw new Error(`${TEMPLATE}: ${answer.status}`);
  return answer.text();
}

/** SHA-256 of the source files, in their order; '' where it is not known. */
export async function sumsOf(session: Session, sources: readonly string[]): Promise<string[]> {
  const known = new Map((await session.loadedDecisions()).map(({ path, sha256 }) => [path, sha256]));
  return sources.map((source) => known.get(source) ?? '');
}

const MB = 1024 * 1024;

/** A size in words: 1.3 MB. */
export const sizeText = (bytes: number): string =>
  bytes >= MB ? `${(bytes / MB).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
