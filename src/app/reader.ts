import { mount } from 'svelte';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/print.css';
import { cubeInReport } from '../share';
import Reader from './Reader.svelte';

// The check in the page takes this place away where the reader cannot run.
const target = document.getElementById('app');
if (target) {
  const data = document.getElementById('cube');
  if (!data) throw new Error('this file is not a complete report');
  mount(Reader, { target, props: { cube: cubeInReport(data.textContent ?? '') } });
  document.getElementById('opening')?.remove();
}
