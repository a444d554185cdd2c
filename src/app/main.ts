import { mount } from 'svelte';
import App from './App.svelte';
import { asksForCube } from './asks-for-cube';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/print.css';

// The check in the page takes this place away where the application cannot run.
const target = document.getElementById('app');
if (target) {
  // Figures a site published need nothing that reads files.
  const page = asksForCube(location) ? import('./FromAddress.svelte').then((found) => found.default) : App;
  void Promise.resolve(page).then((Page) => {
    mount(Page, { target });
    document.getElementById('opening')?.remove();
  });
}
