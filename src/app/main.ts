import { type Component, mount } from 'svelte';
import App from './App.svelte';
import { asksForCube } from './asks-for-cube';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/print.css';

function open(Page: Component, target: Element): void {
  mount(Page, { target });
  document.getElementById('opening')?.remove();
}

// The check in the page takes this place away where the application cannot run; it is told what fails here.
const target = document.getElementById('app');
if (target) {
  // Figures a site published need nothing that reads files.
  if (asksForCube(location))
    import('./FromAddress.svelte').then((found) => open(found.default, target)).catch(reportError);
  else open(App, target);
}
