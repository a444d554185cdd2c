import { LIGHT, stillSvgOf } from '../../charts';
import { fingerprintText } from '../../brief';
import { type Cube, fingerprintOf, hasCells, isEmpty } from '../../cube';
import { escapeText } from '../../domain';
import { type TableData, cellText } from '../../share';
import { FIGURE_WORDS } from '../../state/messages/figure-words';
import { SHELL_WORDS } from '../../state/messages/shell-words';
import { type Page, PAGE_NAMES, leadsOf, pageRecord } from '../../state/pages';
import { namesIn } from '../../state/names';
import { Chinese } from '../../state/wording';
import { releaseParts } from '../release-parts';
import { countsText, footText, takenTexts, whoseText } from '../figures/beneath';
import type { Answer, PlainReader } from '../figures/figure';
import { STILL_STYLE } from './still-style';
import { answersOf, keyTable } from './still-page';

/** Fits a sheet of A4 and a screen. */
const WIDTH = 640;

const row = (cells: readonly string[]): string => `<tr>${cells.join('')}</tr>`;

function table({ columns, rows }: TableData, caption: string): string {
  const kind = (at: number): string => {
    const { kind: how = 'text', wrap = false } = columns[at] ?? {};
    return wrap ? ' class="w"' : how === 'text' ? '' : ' class="n"';
  };
  const head = columns.map(({ label }, at) => `<th scope="col"${kind(at)}>${escapeText(label)}</th>`);
  const body = rows.map((values) =>
    row(
      values.map((value, at) => {
        const text = escapeText(cellText(value, columns[at]?.kind ?? 'text'));
        return at === 0 ? `<th scope="row">${text}</th>` : `<td${kind(at)}>${text}</td>`;
      }),
    ),
  );
  return `<div class="t"><table><caption>${escapeText(caption)}</caption><thead>${row(head)}</thead><tbody>${body.join('')}</tbody></table></div>`;
}

/** What of several things is said here for the first time on a page; from then on it is said. */
function saidFirst(said: Set<string>, texts: readonly string[]): string[] {
  const left = texts.filter((text) => text !== '' && !said.has(text));
  for (const text of left) said.add(text);
  return left;
}

/** A figure with what stands around it; what others of its page have said (`said`) is not said again. */
function figure(reader: PlainReader, answer: Answer, said: Set<string>): string {
  const { draw, title, subtitle, question, reading = '' } = answer;
  const { joined, ended } = reader.language;
  const drawing = draw?.({ width: WIDTH, theme: LIGHT, locale: 'zh' });
  const whose = ended(whoseText(reader, question));
  const told = joined('sentences', [subtitle, whose, ...saidFirst(said, [reading])]);
  const taken = ended(joined('clauses', saidFirst(said, takenTexts(reader, question))));
  const beneath = [footText(reader, answer), taken, countsText(reader, question)].filter((text) => text !== '');
  return [
    `<figure><figcaption><h3>${escapeText(title)}</h3><p>${escapeText(told)}</p></figcaption>`,
    drawing ? `<div role="img" aria-label="${escapeText(drawing.description)}">${stillSvgOf(drawing)}</div>` : '',
    table(answer.table(), title),
    ...beneath.map((text) => `<p class="foot">${escapeText(text)}</p>`),
    '</figure>',
  ].join('');
}

function section(reader: PlainReader, page: Page): string {
  const { cube, language } = reader;
  const name = language.of(pageRecord(page).label);
  const said = new Set<string>();
  const inside =
    page === 'overview'
      ? table(keyTable(reader), language.t('overview.kpis'))
      : answersOf(reader, page)
          .map((answer) => figure(reader, answer, said))
          .join('');
  return inside === '' || isEmpty(cube) ? '' : `<section><h2>${escapeText(name)}</h2>${inside}</section>`;
}

/**
 * What of a report can be read where nothing may run: the leading figures of its pages as pictures and tables, in Chinese. Made from the
 * cube that is given out, and nothing else.
 */
export function stillReport(cube: Cube): string {
  const language = new Chinese();
  language.add(SHELL_WORDS);
  language.add(FIGURE_WORDS);
  const reader: PlainReader = { cube, language, nameOf: namesIn(cube, 'zh') };
  const chosen = cube.release?.pages ?? null;
  const pages = PAGE_NAMES.filter(
    (page) =>
      pageRecord(page).needs === 'figures' &&
      (pageRecord(page).families !== undefined || page === 'overview') &&
      (chosen === null || chosen.includes(page)) &&
      leadsOf(page).some((metric) => hasCells(cube, metric)),
  );
  const about = [
    ...releaseParts({ cube, language }),
    cube.asOf === null ? '' : language.t('sentence.asOf', { date: cube.asOf }),
    cube.example ? language.t('sentence.example') : '',
    isEmpty(cube) ? '' : fingerprintText(cube, fingerprintOf(cube), 'zh'),
  ].filter((part) => part !== '');
  return [
    `<style>${STILL_STYLE}</style><article id="still" lang="zh-CN">`,
    `<header><p>区镜 Zonelens</p><p>${escapeText(about.join(' · '))}</p>`,
    `<p role="alert">${escapeText(language.t('still.note'))}</p></header>`,
    ...pages.map((page) => section(reader, page)),
    '</article>',
  ].join('');
}
