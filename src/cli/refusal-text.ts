import { Refusal } from '../domain';
import { REFUSALS } from '../state/messages/refusals';

/** Why a file was refused, in both languages, with the place and what to do next. */
export function refusalText(error: unknown): string {
  if (!(error instanceof Refusal)) return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const { row } = error.place;
  const where = row === undefined ? '' : ` （第 ${row} 行 / record ${row}）`;
  const words = REFUSALS[error.code];
  const found = error.value === null ? '' : ` [${error.value.slice(0, 120)}]`;
  if (!words) return `${error.code}${where}${found}`;
  return `${words.what.zh}${where} ${words.next.zh}${found} / ${words.what.en} ${words.next.en} (${error.code})`;
}
