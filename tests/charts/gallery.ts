import { chart, cssTokens } from '../../src/charts';
import { CASES, THEMES } from './cases';

const form = document.querySelector('form');
const main = document.querySelector('main');
if (!form || !main) throw new Error('the gallery page has lost its form or its main part');

const told = form.querySelector('output');
let detach: (() => void)[] = [];

/** Draws every case at the width, theme and language chosen; the charts are the product's own, pointer and all. */
function show(form: HTMLFormElement, main: HTMLElement): void {
  const chosen = new FormData(form);
  const theme = THEMES.find(({ name }) => name === chosen.get('theme')) ?? THEMES[0];
  if (!theme) return;
  const locale = chosen.get('locale') === 'en' ? 'en' : 'zh';
  for (const [name, value] of Object.entries(cssTokens(theme))) document.documentElement.style.setProperty(name, value);
  main.style.setProperty('--width', `${String(chosen.get('width'))}px`);
  for (const off of detach) off();
  main.replaceChildren();
  detach = CASES.map(({ name, draw }) => {
    const figure = document.createElement('section');
    const heading = document.createElement('h2');
    const node = document.createElement('div');
    heading.textContent = name;
    figure.append(heading, node);
    main.append(figure);
    const onselect = (picked: object): void => {
      if (told) told.textContent = JSON.stringify(picked);
    };
    return chart((width) => draw({ width, theme, locale }), { onselect })(node);
  });
}

form.addEventListener('change', () => show(form, main));
show(form, main);
