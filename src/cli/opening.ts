import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NOTICES, type Notice } from '../app/opening/notices.ts';
import type { Locale } from '../domain';
import { OLDEST_BROWSERS } from './browsers.ts';

const FOLDER = join(import.meta.dirname, '../app/opening');

/** What is opened: the workbench from a site, the one file that holds all of it, or a report. */
export type PageKind = 'workbench' | 'portable' | 'report';

/** Where the page says something of its own before the application stands. */
interface Opening {
  /** For the body, after `#app`: styles, what is said without JavaScript, and the check. */
  readonly html: string;
  /** The check's hash as a source of the content policy. */
  readonly source: string;
}

const BETWEEN: Readonly<Record<Locale, readonly [string, string]>> = { zh: ['、', '、'], en: [', ', ' or '] };

function browsers(locale: Locale): string {
  const names = OLDEST_BROWSERS.map(({ name, version }) => `${name} ${version}`);
  const [comma, or] = BETWEEN[locale];
  return names.slice(0, -1).join(comma) + or + (names.at(-1) ?? '');
}

function told(notice: Notice, locale: Locale): string {
  const text = (label: Notice['title']): string => label[locale].replace('{browsers}', browsers(locale));
  const steps = notice.steps.map((step) => `<li>${text(step)}</li>`).join('');
  const heading = locale === 'zh' ? `<h1>${text(notice.title)}</h1>` : `<p><strong>${text(notice.title)}</strong></p>`;
  return `${heading}<p>${text(notice.why)}</p><ol>${steps}</ol>`;
}

/** A notice as it stands in the page: Chinese, below it English; %DETAIL% is what the check found. */
function noticeHtml(notice: Notice): string {
  const { found } = notice;
  const detail = found ? `<p class="detail">${found.zh} · ${found.en}: %DETAIL%</p>` : '';
  const english = `<div class="en" lang="en">${told(notice, 'en')}</div>`;
  return `<div class="notice" role="alert"><p class="name">区镜 Zonelens</p>${told(notice, 'zh')}${detail}${english}</div>`;
}

const LOADING = '<div class="notice" role="status"><p>正在打开 · Opening</p></div>';

function checkScript(kind: PageKind): string {
  const shown = Object.entries(NOTICES).map(([name, notice]) => [name, noticeHtml(notice)] as const);
  // As text of a script: no `<`, which could end it.
  const notices = JSON.stringify({ ...Object.fromEntries(shown), opening: LOADING }).replaceAll('<', '\\u003c');
  return readFileSync(join(FOLDER, 'check.js'), 'utf8')
    .replace("'%KIND%'", () => `'${kind}'`)
    .replace("'%NOTICES%'", () => notices);
}

/** A script's hash as a source of a content policy. */
export const hashOf = (script: string): string => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

/** What stands in the page itself: the check of the browser and the notices, so that no page is ever blank. */
export function opening(kind: PageKind): Opening {
  const script = checkScript(kind);
  const style = readFileSync(join(FOLDER, 'notice.css'), 'utf8');
  // A report without scripts shows what is still in it.
  const silent = `<noscript><div id="opening">${noticeHtml(NOTICES.script)}</div></noscript>`;
  return {
    html: `<style>${style}</style>${kind === 'report' ? '' : silent}<script>${script}</script>`,
    source: hashOf(script),
  };
}
