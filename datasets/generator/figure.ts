import { writeSheet, type Column } from './sheet';

/** One published figure of a seed document (table `reported_fact`). */
export interface Figure {
  readonly zone: string;
  readonly zh: string;
  readonly en: string;
  /** The product's metric and category it can stand beside; absent where none fits. */
  readonly metric?: string;
  readonly category?: string;
  readonly value: number;
  /** Upper end of a range. */
  readonly high?: number;
  readonly unit: string;
  /** Absent: exactly the value. */
  readonly bound?: 'ge' | 'approx';
  readonly numerator?: number;
  readonly denominator?: number;
  /** Empty where the document is undated. */
  readonly period: string;
  readonly labelled: string;
  readonly source: string;
  readonly quote: string;
  readonly doubt?: readonly [zh: string, en: string];
}

/** A figure without what all figures of one document share. */
export type Given = Omit<Figure, 'zone' | 'source' | 'labelled' | 'period'> & Partial<Pick<Figure, 'period'>>;

/** Adds to each figure what its document says once. */
export function fromDocument(
  document: Pick<Figure, 'zone' | 'source' | 'labelled' | 'period'> & { readonly doubt?: Figure['doubt'] },
  given: readonly Given[],
): Figure[] {
  const { doubt, ...shared } = document;
  return given.map((figure) => {
    const both = [doubt, figure.doubt].filter((d) => d !== undefined);
    if (both.length === 0) return { ...shared, ...figure };
    const merged = [both.map(([zh]) => zh).join('；'), both.map(([, en]) => en).join('; ')] as const;
    return { ...shared, ...figure, doubt: merged };
  });
}

/** The text of `figures.csv`: one row a figure, numbered per zone in the order of the documents. */
export function figuresCsv(figures: readonly Figure[], zoneName: (id: string) => string): string {
  const numbers = new Map<Figure, number>();
  const counts = new Map<string, number>();
  for (const figure of figures) {
    const nth = (counts.get(figure.zone) ?? 0) + 1;
    counts.set(figure.zone, nth);
    numbers.set(figure, nth);
  }
  const column = (header: string, cell: (f: Figure) => string | number | undefined): Column<Figure> => ({
    header,
    cell: (figure) => String(cell(figure) ?? ''),
  });
  const columns = [
    column('id', (f) => `${f.zone}-${String(numbers.get(f)).padStart(2, '0')}`),
    column('zone_id', (f) => f.zone),
    column('zone_name', (f) => zoneName(f.zone)),
    column('label_zh', (f) => f.zh),
    column('label_en', (f) => f.en),
    column('metric_id', (f) => f.metric),
    column('category', (f) => f.category),
    column('value', (f) => f.value),
    column('value_high', (f) => f.high),
    column('unit', (f) => f.unit),
    column('bound', (f) => f.bound ?? 'eq'),
    column('numerator', (f) => f.numerator),
    column('denominator', (f) => f.denominator),
    column('period', (f) => f.period),
    column('as_labelled_date', (f) => f.labelled),
    column('source_document', (f) => f.source),
    column('quote_zh', (f) => f.quote),
    column('doubt_note_zh', (f) => f.doubt?.[0]),
    column('doubt_note_en', (f) => f.doubt?.[1]),
  ];
  return writeSheet(columns, [figures], {}, { encoding: 'utf-8-bom', delimiter: ',', eol: '\r\n' });
}
