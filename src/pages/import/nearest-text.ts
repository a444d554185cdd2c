import type { FileReport } from '../../ingest';
import { tableById } from '../../model';
import type { Language } from '../../state';

type View = FileReport['tables'][number]['view'];
const SHOWN = 3;

function headersOf(view: View, indexes: readonly number[], { t }: Language): string {
  const named = indexes.slice(0, SHOWN).map((index) => `“${view.start.header[index] ?? ''}”`);
  const headers = named.join('');
  return indexes.length > SHOWN ? t('nearest.more', { headers, count: indexes.length }) : headers;
}

/** What keeps a table from being known: the one it is most like, the column that lacks, the headers nobody knows. Empty where nothing does. */
export function nearestText(view: View, language: Language): string {
  const { nearest, table, fields } = view.match;
  const { t, of } = language;
  if (!nearest) {
    if (table !== null) return '';
    const filled = view.start.header.flatMap((text, index) => (text.trim() === '' ? [] : [index]));
    return filled.length === 0
      ? t('nearest.nothing')
      : t('nearest.none', { headers: headersOf(view, filled, language) });
  }
  const spec = tableById(nearest.table);
  if (!spec) return '';
  const names = nearest.missing.map(
    (id) => `“${of(spec.columns.find((column) => column.id === id)?.label ?? spec.label)}”`,
  );
  const about = {
    table: of(spec.label),
    missing: names.join('、'),
    headers: headersOf(view, nearest.unknown, language),
  };
  const isUnknown = nearest.unknown.length > 0;
  if (table !== null && fields.every((field) => field === null)) return t('waiting.emptyNote', about);
  if (table !== null) return t(isUnknown ? 'nearest.chosen' : 'nearest.chosenOnly', about);
  if (names.length === 0) return t('nearest.few', about);
  return t(isUnknown ? 'nearest.missing' : 'nearest.missingOnly', about);
}
