import { COMPARISON_RULES } from '../src/brief';
import { metricsChapter } from './dictionary-metrics';
import { tablesChapter } from './dictionary-tables';
import { paragraphs } from './markdown';

const ABOUT = `# 指标词典 · Metric dictionary

<!-- Written by docs/metrics.ts from src/model. Do not edit: change the model and run \`npm run metrics\`. -->

每个数都是一个**总体**上的 Σ分子 ÷ Σ分母。总体是一条 SQL 查询，一行一个计数对象；\`scope\` 是进入分母的条件，\`numerator\` 是进入分子的数，
\`category\` 是构成的类别。比率从不取平均；分母为 0 或缺失时结果为空，不是 0%；
\`silent\` 是口径之外、又未填报所问事项的行，只有这样的行的，数为空，不是 0。总体的查询见 [bases.ts](../src/model/metrics/bases.ts)。

Every number is Σ numerator ÷ Σ denominator over a **population**: a query with one row per thing that counts. \`scope\` says which
rows are in the denominator, \`numerator\` what a row adds above the line, \`category\` where it belongs in a distribution. A rate is
never averaged; a denominator of 0, or none, gives no figure rather than 0 %; rows out of scope that are \`silent\` do not say what is asked, and where there are only
such rows there is no figure rather than 0. The queries are in
[bases.ts](../src/model/metrics/bases.ts).`;

/** How figures are compared, rule by rule. */
function comparisonChapter(): string {
  const rules = COMPARISON_RULES.map(({ title, text }) => `- **${title.zh} · ${title.en}** ${text.zh} ${text.en}`);
  return paragraphs('## 比较的规则 · Rules of comparison', rules.join('\n'));
}

/** The metric dictionary as Markdown, from the model alone: the same text on every machine. */
export function metricDictionary(): string {
  return `${paragraphs(ABOUT, comparisonChapter(), metricsChapter(), tablesChapter())}\n`;
}
