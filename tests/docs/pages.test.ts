import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const PAGES = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'datasets/README.md'],
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join('docs', path)),
];
const MOST_BYTES = 400_000;

/** The name a heading gets as a target of links. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');

const targets = (text: string): string[] => [
  ...[...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchor(heading)),
  ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id),
];

const linksOf = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)]
    .map(([, link, source]) => link ?? source ?? '')
    .filter((link) => !/^https?:/.test(link));

function isBroken(page: string, link: string): boolean {
  const [path = '', id] = link.split('#');
  const file = path === '' ? join(ROOT, page) : resolve(ROOT, dirname(page), path);
  if (!existsSync(file)) return true;
  return id !== undefined && !targets(readFileSync(file, 'utf8')).includes(id);
}

describe.each(PAGES)('%s', (page) => {
  const text = read(page);

  it('has no link that leads nowhere', () => {
    expect(linksOf(text).filter((link) => isBroken(page, link))).toEqual([]);
  });

  it('names only files and folders that are there', () => {
    const named = [...text.matchAll(/`((?:src|tests|datasets|docs)\/[\w./-]+)`/g)].map(([, path = '']) => path);
    const places = ['', dirname(page)];
    expect(named.filter((path) => !places.some((place) => existsSync(join(ROOT, place, path))))).toEqual([]);
  });
});

describe('what a stranger is told', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

  it('is two commands, which CI runs too', () => {
    for (const command of ['npm ci && npm start', 'npm ci && npm test'])
      expect(read('README.md')).toContain(`\`\`\`sh\n${command}\n\`\`\``);
    expect(read('.ci/run')).toContain('npm ci && npm test');
  });

  it('uses only scripts that exist, and the address the page is served at', () => {
    const used = ['README.md', 'CONTRIBUTING.md'].flatMap((page) =>
      [...read(page).matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, name = '']) => name),
    );
    expect(used.length).toBeGreaterThan(5);
    expect(used.filter((name) => scripts[name] === undefined)).toEqual([]);
    const port = /--port (\d+)/.exec(scripts.start ?? '')?.[1];
    expect(read('README.md')).toContain(`http://127.0.0.1:${port}/`);
  });

  it('shows pictures that load quickly', () => {
    const pictures = readdirSync(join(ROOT, 'docs/picture'));
    expect(pictures).toEqual(expect.arrayContaining(['overview.png', 'architecture.svg']));
    expect(pictures.filter((name) => statSync(join(ROOT, 'docs/picture', name)).size > MOST_BYTES)).toEqual([]);
  });

  it('lists every decision', () => {
    const records = readdirSync(join(ROOT, 'docs/decisions')).filter((name) => /^\d{4}-/.test(name));
    const listed = linksOf(read('docs/decisions/README.md'));
    expect(listed.sort()).toEqual(records.sort());
  });
});
