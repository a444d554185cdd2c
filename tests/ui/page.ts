import axe from 'axe-core';
import { tick } from 'svelte';
import { render } from 'vitest-browser-svelte';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';
import '../../src/ui/print.css';
import { painted } from '../../src/charts';
import type { CubeSource } from '../../src/state';
import Sample from './Sample.svelte';
import { sampleSource } from './sample-cube';

/** Shows the whole interface on a cube, at an address; starts from the settings of a first visit. */
export async function show(hash: string, source: CubeSource = sampleSource()): Promise<HTMLElement> {
  localStorage.clear();
  history.replaceState(null, '', hash);
  const { container } = await render(Sample, { source });
  await settled();
  return container;
}

/** Waits until the page is fetched and effects have run, every picture is painted, a frame has been drawn and no colour is changing any more. */
export async function settled(): Promise<void> {
  await tick();
  while (document.querySelector('main[aria-busy="true"]')) await new Promise(requestAnimationFrame);
  await painted();
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  // A colour on its way from one theme to the other has a contrast of its own.
  await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
}

/** Violations of WCAG 2.2 AA, one line each. */
export async function violations(node: Element = document.body): Promise<string[]> {
  const { violations: found } = await axe.run(node, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  });
  return found.flatMap(({ id, nodes }) =>
    nodes.map((at) => `${id}: ${at.target.join(' ')} ${at.failureSummary ?? ''}`),
  );
}

/** A button by its words. */
export function button(within: ParentNode, words: string): HTMLButtonElement {
  const found = [...within.querySelectorAll('button')].find((one) => one.textContent?.trim().startsWith(words));
  if (!found) throw new Error(`no button: ${words}`);
  return found;
}
