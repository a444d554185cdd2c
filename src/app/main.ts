import { mount } from 'svelte';
import App from './App.svelte';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/print.css';

// The check in the page takes this place away where the application cannot run.
const target = document.getElementById('app');
if (target) {
  mount(App, { target });
  document.getElementById('opening')?.remove();
}
