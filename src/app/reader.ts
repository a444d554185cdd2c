import { mount } from 'svelte';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/print.css';
import { cubeInReport } from '../share';
import Reader from './Reader.svelte';

const target = document.getElementById('app');
const data = document.getElementById('cube');
if (!target || !data) throw new Error('this file is not a complete report');
mount(Reader, { target, props: { cube: cubeInReport(data.textContent ?? '') } });
