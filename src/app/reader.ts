import { mount } from 'svelte';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/print.css';
import { cubeInReport } from '../share';
import Reader from './Reader.svelte';

/** Shows the cube that the file carries. The check in the page tells why where that fails. */
async function read(target: HTMLElement): Promise<void> {
  const data = document.getElementById('cube');
  if (!data) throw new Error('this file is not a complete report');
  const cube = await cubeInReport(data.textContent ?? '');
  mount(Reader, { target, props: { cube } });
  document.getElementById('opening')?.remove();
}

// The check takes this place away where the reader cannot run.
const target = document.getElementById('app');
if (target) void read(target);
