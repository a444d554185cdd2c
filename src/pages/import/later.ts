/* The parts of the page that nobody needs before the first file. */
export { default as Filed } from './Filed.svelte';
export { default as Templates } from './Templates.svelte';
