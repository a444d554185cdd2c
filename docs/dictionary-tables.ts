import type { ColumnSpec, EnumValue, StarScheme, TableSpec } from '../src/domain';
import { STAR_SCHEMES, TABLES } from '../src/model';
import { details, paragraphs, table } from './markdown';

/** Always: every row. Otherwise one column of the group named must be there. */
function requiredText(column: ColumnSpec): string {
  if (column.required === undefined) return '';
  const once = column.fileLevel === true ? '，可全表填一次 · may be given once for the file' : '';
  return column.required === true ? `是 · yes${once}` : `任一 · one of (${column.required})`;
}

function typeText(column: ColumnSpec): string {
  return column.max === undefined ? column.type : `${column.type} ≤ ${column.max}`;
}

function valueText(value: EnumValue): string {
  const words = value.synonyms ?? [];
  return `  - **${value.id}** (${value.en})${words.length === 0 ? '' : `：${words.join('、')}`}`;
}

function columnWords(column: ColumnSpec): string {
  const lines = [`- \`${column.id}\` ${column.label.zh}：${column.headers.join('、')}`];
  return [...lines, ...(column.values ?? []).map(valueText)]
    .join('\n')
    .replaceAll('<', '&lt;')
    .replaceAll('*', '\\*')
    .replaceAll('\\*\\*', '**');
}

function tableEntry(spec: TableSpec): string {
  const columns = spec.columns.map((column) => [
    `\`${column.id}\``,
    column.label.zh,
    column.label.en,
    typeText(column),
    requiredText(column),
    column.note ? `${column.note.zh} ${column.note.en}` : '',
  ]);
  const checks = spec.constraints.map((check) => [`\`${check.code}\``, check.label.zh, check.label.en]);
  return paragraphs(
    `<a id="table-${spec.id}"></a>`,
    `### ${spec.label.zh} · ${spec.label.en}`,
    `\`${spec.id}\`：${spec.row.zh}。${spec.row.en}. 键 · Key: ${spec.key.map((id) => `\`${id}\``).join(' + ')}`,
    table(['列 · Column', '中文', 'English', '类型 · Type', '必需 · Required', '说明 · Note'], columns),
    checks.length === 0 ? null : table(['检查 · Check', '中文', 'English'], checks),
    details(
      '表头与取值的各种写法 · Headers and values as exports write them',
      spec.columns.map(columnWords).join('\n'),
    ),
  );
}

function schemeRow(scheme: StarScheme): string[] {
  const caps = Object.entries(scheme.caps).map(([level, share]) => `${level}★ ≤ ${share * 100} %`);
  return [
    `\`${scheme.id}\``,
    scheme.label.zh,
    scheme.label.en,
    scheme.kind === 'level' ? `0–${scheme.max}` : `${scheme.max} × 有/无`,
    scheme.cutoffs.join(' / '),
    caps.join(', '),
    String(scheme.everyYears),
    `${scheme.source.zh} · ${scheme.source.en}`,
  ];
}

/** Every canonical table and star scheme of the model as Markdown. */
export function tablesChapter(): string {
  const schemes = table(
    [
      'id',
      '中文',
      'English',
      '级数 · Levels',
      '分数线 · Cut-offs',
      '名额 · Caps',
      '几年一评 · Every … years',
      '来源 · Source',
    ],
    STAR_SCHEMES.map(schemeRow),
  );
  return paragraphs('## 数据表 · Tables', ...TABLES.map(tableEntry), '## 星级评定办法 · Star schemes', schemes);
}
