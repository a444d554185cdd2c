import type { Block, Paper } from '../brief';
import { escapeText } from '../domain';

/*
 * The same paper as a page of HTML: an A4 sheet on the screen, sheets with their numbers in print. It holds no script and fetches nothing.
 */

const HEADS: ReadonlySet<string> = new Set(['heading', 'appendix', 'appendix-title']);

const lines = (text: string): string => text.split('\n').map(escapeText).join('<br>');

/** A part of a paper as HTML. Every text in it is text. */
export function blockHtml(block: Block): string {
  if (block.kind !== 'table') {
    const { kind, lead, text } = block;
    const tag = kind === 'title' ? 'h1' : HEADS.has(kind) ? 'h2' : 'p';
    const begins = lead === '' ? '' : `<span class="lead">${escapeText(lead)}</span>`;
    return `<${tag} class="${kind}">${begins}${lines(text)}</${tag}>`;
  }
  const row = (cells: readonly string[], head: boolean): string =>
    `<tr>${cells
      .map((cell, at) =>
        head
          ? `<th scope="col">${lines(cell)}</th>`
          : at === 0
            ? `<th scope="row">${lines(cell)}</th>`
            : `<td>${lines(cell)}</td>`,
      )
      .join('')}</tr>`;
  const caption = block.caption === '' ? '' : `<caption>${escapeText(block.caption)}</caption>`;
  const body = block.rows.map((cells) => row(cells, false)).join('');
  return `<table>${caption}<thead>${row(block.head, true)}</thead><tbody>${body}</tbody></table>`;
}

/** How a paper looks, inside `.paper`: 28 characters of 16 points in 156 mm, lines of 28.95 points, the fonts of official papers or what is like them. */
export const PAPER_CSS = `
.paper { box-sizing: border-box; width: min(210mm, 100%); margin: 0 auto; padding: 37mm 26mm 35mm 28mm; background: #fff; color: #000; color-scheme: light;
  font: 16pt/28.95pt 'Times New Roman', FangSong_GB2312, 仿宋_GB2312, FangSong, 仿宋, STFangsong, 'Noto Serif CJK SC', serif; text-align: start; }
.paper:lang(zh) { letter-spacing: -0.25pt; }
.paper > * { margin: 0; max-width: none; color: inherit; }
.paper h1 { margin: 28.95pt 0; font: 22pt/34pt 'Times New Roman', 方正小标宋简体, FZXiaoBiaoSong-B05S, STZhongsong, 'Noto Serif CJK SC', serif; text-align: center; text-wrap: balance; }
.paper h2, .paper .mark, .paper thead th, .paper caption { font-family: 'Times New Roman', SimHei, 黑体, STHeiti, 'Noto Sans CJK SC', sans-serif; font-weight: normal; }
.paper h2 { font-size: 16pt; line-height: 28.95pt; }
.paper .lead { font-family: 'Times New Roman', KaiTi_GB2312, 楷体_GB2312, KaiTi, 楷体, STKaiti, 'Noto Serif CJK SC', serif; }
.paper .heading, .paper .text, .paper .annex, .paper .small { text-indent: 2em; overflow-wrap: break-word; }
.paper .annex { margin-top: 28.95pt; }
.paper .next-annex { padding-inline-start: 5em; }
.paper .signature { width: fit-content; margin-block-start: 28.95pt; margin-inline: auto 4em; text-align: center; }
.paper .appendix { margin-top: 28.95pt; }
.paper .appendix-title { margin: 28.95pt 0 14pt; font: 22pt/34pt 'Times New Roman', 方正小标宋简体, FZXiaoBiaoSong-B05S, STZhongsong, 'Noto Serif CJK SC', serif; text-align: center; }
.paper .small { font-size: 14pt; line-height: 23pt; }
.paper table { width: 100%; margin: 8pt 0; border-collapse: collapse; table-layout: fixed; font-size: 9pt; line-height: 12pt; letter-spacing: 0; }
.paper caption { font-size: 14pt; line-height: 24pt; }
.paper th, .paper td { padding: 1.5pt; border: 0.5pt solid #000; font-weight: normal; text-align: center; overflow-wrap: anywhere; }
.paper tbody th { text-align: start; }
@media screen and (max-width: 760px) { .paper { padding: 8mm 6mm; } }
`;

const PRINT_CSS = `
html { background: #e8e6e1; }
body { margin: 0; }
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
@page :right { @bottom-right { content: '— ' counter(page) ' —'; font: 14pt SimSun, 宋体, 'Noto Serif CJK SC', serif; padding-inline-end: 1em; } }
@page :left { @bottom-left { content: '— ' counter(page) ' —'; font: 14pt SimSun, 宋体, 'Noto Serif CJK SC', serif; padding-inline-start: 1em; } }
@media print {
  html { background: none; }
  .paper { width: auto; padding: 0; }
  .paper .appendix { break-before: page; margin-top: 0; }
  .paper :is(.heading, .annex, .next-annex, .appendix, .appendix-title) { break-after: avoid; }
  .paper tr { break-inside: avoid; }
}
`;

/** A paper as a page that opens from disk, prints on A4 and fetches nothing. */
export function paperHtml({ title, locale, blocks }: Paper): string {
  const language = locale === 'zh' ? 'zh-CN' : 'en';
  const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(title)}</title>
<style>${PAPER_CSS}${PRINT_CSS}</style>
</head>
<body>
<main class="paper" lang="${language}">
${blocks.map(blockHtml).join('\n')}
</main>
</body>
</html>
`;
}
