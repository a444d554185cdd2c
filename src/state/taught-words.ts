import {
  type FileReport,
  type TaughtHeader,
  type TaughtValue,
  type TaughtWords,
  isNewWord,
  isSameWord,
  isWordOf,
} from '../ingest';

/** One word the user explained. */
export type TaughtWord = TaughtHeader | TaughtValue;

const isHeader = (word: TaughtWord): word is TaughtHeader => 'header' in word;

const isSameHeader = (one: TaughtHeader, other: TaughtHeader): boolean =>
  one.table === other.table && (isWordOf(one.header, other.header) || isWordOf(other.header, one.header));

const isSameValue = (one: TaughtValue, other: TaughtValue): boolean =>
  one.table === other.table && one.column === other.column && isSameWord(one.text, other.text);

/** The words without one. */
export function withoutWord({ headers, values }: TaughtWords, word: TaughtWord): TaughtWords {
  return isHeader(word)
    ? { headers: headers.filter((known) => !isSameHeader(known, word)), values }
    : { headers, values: values.filter((known) => !isSameValue(known, word)) };
}

/** Words with others, which take the place of those about the same. */
export function withWords(words: TaughtWords, more: TaughtWords): TaughtWords {
  const all: readonly TaughtWord[] = [...more.headers, ...more.values];
  const rest = all.reduce(withoutWord, words);
  return { headers: [...rest.headers, ...more.headers], values: [...rest.values, ...more.values] };
}

/**
 * The words with what the user decided about one table of a file: a header the model does not know names a column from now
 * on, a word of a closed list a value. A known header that was given another column counts for its layout alone.
 */
export function taughtBy(words: TaughtWords, report: FileReport, at: number): TaughtWords {
  const view = report.tables[at]?.view;
  const table = view?.match.table ?? null;
  if (!view || table === null) return words;
  const { fields = {}, values = {} } = report.choices.tables?.[at] ?? {};
  const decided = Object.entries(fields).flatMap(([index, column]) => {
    const header = view.start.header[Number(index)] ?? '';
    return isNewWord(table, header) ? [{ table, header, column }] : [];
  });
  // A word that names nothing any more is taken back.
  const kept = decided.reduce<TaughtWords>(
    (rest, { header }) => withoutWord(rest, { table, header, column: '' }),
    words,
  );
  return withWords(kept, {
    headers: decided.flatMap(({ header, column }) => (column === null ? [] : [{ table, header, column }])),
    values: Object.entries(values).flatMap(([column, texts]) =>
      Object.entries(texts).map(([text, value]) => ({ table, column, text, value })),
    ),
  });
}

/** Whether a table has a column of that header which was not understood, so that a taught word tells something new. */
function awaits({ view }: FileReport['tables'][number], word: TaughtWord): boolean {
  const { match, start } = view;
  if (view.off === true || (match.table !== null && match.table !== word.table)) return false;
  if (!isHeader(word)) return match.table === word.table && match.fields.includes(word.column);
  return start.header.some((text, index) => match.fields[index] === null && isWordOf(text, word.header));
}

/** Whether a file would be read otherwise with some words than without. */
export function awaitsWords(file: FileReport, { headers, values }: TaughtWords): boolean {
  const refused = new Set(file.issues.filter(({ code }) => code === 'unknown-value').map(({ value }) => value ?? ''));
  const news = values.filter(({ text }) => [...refused].some((found) => isSameWord(found, text)));
  return file.tables.some((table) => [...headers, ...news].some((word) => awaits(table, word)));
}

/** Whether a file was read by a word, taught with it or with another. */
export function readByWord(file: FileReport, word: TaughtWord): boolean {
  return file.tables.some(({ view }, at) => {
    const own = file.choices.tables?.[at] ?? {};
    if (view.match.table !== word.table) return false;
    if (!isHeader(word))
      return [view.taught?.values, own.values].some((values) =>
        Object.keys(values?.[word.column] ?? {}).some((text) => isSameWord(text, word.text)),
      );
    const decided = [...Object.keys(view.taught?.fields ?? {}), ...Object.keys(own.fields ?? {})];
    return decided.some((index) => isWordOf(view.start.header[Number(index)] ?? '', word.header));
  });
}

/** The choices of a file without what they say about a word. */
export function choicesWithout(file: FileReport, word: TaughtWord): FileReport['choices'] {
  const tables = Object.entries(file.choices.tables ?? {}).map(([at, choice]) => {
    const view = file.tables[Number(at)]?.view;
    if (view?.match.table !== word.table) return [at, choice] as const;
    if (isHeader(word)) {
      const fields = Object.entries(choice.fields ?? {}).filter(
        ([index]) => !isWordOf(view.start.header[Number(index)] ?? '', word.header),
      );
      return [at, { ...choice, ...(choice.fields && { fields: Object.fromEntries(fields) }) }] as const;
    }
    const texts = Object.entries(choice.values?.[word.column] ?? {}).filter(([text]) => !isSameWord(text, word.text));
    const values = { ...choice.values, [word.column]: Object.fromEntries(texts) };
    return [at, { ...choice, ...(choice.values && { values }) }] as const;
  });
  return file.choices.tables ? { ...file.choices, tables: Object.fromEntries(tables) } : file.choices;
}
