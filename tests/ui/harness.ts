/* A page for developing the interface without files or engine: `npx vite`, then /tests/ui/harness.html. */
import { mount } from 'svelte';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';
import '../../src/ui/print.css';
import Sample from './Sample.svelte';
import { sampleSource } from './sample-cube';

const target = document.getElementById('app');
if (target) mount(Sample, { target, props: { source: sampleSource() } });
