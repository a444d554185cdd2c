/* Saved views and the show of them, fetched when they are first asked for. */
export { VIEWS } from '../state/messages/views';
export { default as Show } from './Show.svelte';
export { default as Views } from './Views.svelte';
