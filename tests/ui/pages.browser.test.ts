import { page } from 'vitest/browser';
import { afterEach, describe, expect, it } from 'vitest';
import { EMPTY_CUBE } from '../../src/cube';
import { sampleSource } from './sample-cube';
import { button, settled, show, violations } from './page';

const PAGES = ['overview', 'coverage', 'stars', 'compare'];

afterEach(async () => {
  await page.viewport(1280, 900);
});

describe.each(PAGES)('%s', (name) => {
  it.each(['light', 'dark'])('meets WCAG 2.2 AA in %s', async (theme) => {
    const container = await show(`#/${name}`);
    button(container, '')
      .ownerDocument.querySelector<HTMLButtonElement>(`.themes button:nth-child(${theme === 'light' ? 2 : 3})`)
      ?.click();
    await settled();
    expect(document.documentElement.dataset.theme).toBe(theme);
    expect(await violations()).toEqual([]);
  });

  it('opens with a finding and draws its charts', async () => {
    const container = await show(`#/${name}`);
    if (name === 'overview') {
      expect(container.querySelector('h1')?.textContent).toMatch(/待办.*\d+\s家/);
      expect(container.querySelectorAll('.kpi svg').length).toBeGreaterThan(1);
      return;
    }
    expect(container.querySelector('h1')?.textContent).toMatch(/率\s\d+\.\d%/);
    const charts = [...container.querySelectorAll('.chart')];
    expect(charts.length).toBeGreaterThan(1);
    for (const chart of charts) expect(chart.querySelector('svg text')).not.toBeNull();
  });

  it('is complete in English', async () => {
    const container = await show(`#/${name}`);
    button(container, 'English').click();
    await settled();
    const chrome = [...container.querySelectorAll('h1, h2, figcaption p, .foot p, thead th, .sentence, nav')]
      .map((node) => node.textContent ?? '')
      .join(' ')
      // Names of zones are data and stay as they are.
      .replace(/[高软创生新综装临中电空北热]\p{Script=Han}+/gu, '');
    expect(chrome).not.toMatch(/\p{Script=Han}/u);
  });

  it.each([320, 390, 1440, 1920])('does not overflow at %i pixels', async (width) => {
    await page.viewport(width, 900);
    await show(`#/${name}`);
    await settled();
    const { scrollWidth, clientWidth } = document.documentElement;
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  });

  it('says what is missing, and where to get it', async () => {
    const missing = ['org_coverage_rate', 'star_rated_rate', 'party_org_count'].map((metric) => ({
      metric,
      tables: [
        metric.startsWith('star') ? 'star_rating' : metric === 'party_org_count' ? 'party_org' : 'unit_coverage',
      ],
    }));
    const source = { ...sampleSource(), cube: { ...EMPTY_CUBE, missing } };
    const container = await show(`#/${name}`, source);
    expect(container.querySelector('main')?.textContent).toMatch(/缺少“(单位覆盖|星级评定)”表/);
    expect(await violations()).toEqual([]);
  });
});
