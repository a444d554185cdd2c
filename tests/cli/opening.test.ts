import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { NOTICES } from '../../src/app/opening/notices';
import { OLDEST_BROWSERS } from '../../src/cli/browsers';
import { type PageKind, opening } from '../../src/cli/opening';
import { DATA, child, lacking } from '../browser/compat';

const ROOT = join(import.meta.dirname, '../..');
const scriptOf = (html: string): string => /<script>([\s\S]*)<\/script>/u.exec(html)?.[1] ?? '';

/** The check in a page of its own, as a browser without anything newer than Internet Explorer 9 runs it. */
function inAncientBrowser(kind: PageKind, protocol = 'http:'): string {
  const place = { innerHTML: '' };
  const app = { parentNode: { removeChild: (): unknown => (kept = false) } };
  let kept = true;
  const document = {
    body: { appendChild: (): unknown => undefined },
    createElement: () => place,
    getElementById: (id: string) => (id === 'app' && kept ? app : null),
  };
  const ancient = 'delete Array.prototype.findLast; delete String.prototype.replaceAll; delete this.WebAssembly;';
  runInNewContext(ancient + scriptOf(opening(kind).html), {
    document,
    location: { protocol, href: 'file:///C:/页面.html' },
    window: {},
  });
  expect(kept).toBe(false);
  return place.innerHTML;
}

describe('the check of the browser', () => {
  it.each(['workbench', 'portable', 'report'] as const)('of a %s is ES5, and can end no script early', (kind) => {
    const { html } = opening(kind);
    const script = scriptOf(html);
    expect(new Linter().verify(script, { languageOptions: { ecmaVersion: 5, sourceType: 'script' } })).toEqual([]);
    expect(
      new Linter().verify('let a = 1', { languageOptions: { ecmaVersion: 5, sourceType: 'script' } }),
    ).toHaveLength(1);
    expect(script).not.toMatch(/<\/script|<!--/iu);
    expect(html).not.toMatch(/%(?:KIND|NOTICES|CHECK)%/u);
  });

  it('tells an ancient browser what to do, whatever it lacks', () => {
    for (const kind of ['workbench', 'portable', 'report'] as const) {
      const said = inAncientBrowser(kind);
      expect(said).toContain(NOTICES.old.title.zh);
      expect(said).toContain('ES module, Array.prototype.findLast, String.prototype.replaceAll');
    }
    for (const protocol of ['file:', 'content:', 'mhtml:', 'data:'])
      expect(inAncientBrowser('workbench', protocol)).toContain(NOTICES.file.title.zh);
    for (const kind of ['portable', 'report'] as const)
      expect(inAncientBrowser(kind, 'file:')).toContain(NOTICES.old.title.zh);
  });

  it('says everything in both languages', () => {
    for (const { title, why, steps, found } of Object.values(NOTICES))
      for (const { zh, en } of [title, why, ...steps, ...(found ? [found] : [])]) {
        expect(zh).toMatch(/\p{Script=Han}/u);
        expect(en).toMatch(/^[^\p{Script=Han}]+$/u);
        expect(en.includes('{browsers}')).toBe(zh.includes('{browsers}'));
      }
  });
});

describe('the oldest browsers', () => {
  it('stand in one place', () => {
    expect(OLDEST_BROWSERS.map(({ name, version }) => `${name} ${version}`)).toEqual([
      'Chrome 109',
      'Edge 109',
      'Firefox 115',
      'Safari 17',
    ]);
    // The compiler of types knows no library newer than they have.
    expect(readFileSync(join(ROOT, 'tsconfig.json'), 'utf8')).toMatch(/"lib": \["ES2022", "DOM", "DOM.Iterable"\]/u);
    const array = child(DATA.javascript.builtins as never, 'Array');
    expect(lacking(child(array, 'findLast'))).toEqual([]);
    expect(lacking(child(array, 'findLastIndex'))).toEqual([]);
    expect(lacking(child(array, 'toSorted'))).toEqual(['Chrome', 'Edge']);
  });
});
