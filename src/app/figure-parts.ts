/* What stands around and behind every page of figures, fetched with the first of them. */
export { figureTools } from '../state/figure-tools';
export { FIGURE_WORDS } from '../state/messages/figure-words';
export { askedText } from '../ui/asked-text';
export { default as DrillPanel } from '../ui/DrillPanel.svelte';
export { default as Fingerprint } from '../ui/Fingerprint.svelte';
export { default as ReleaseAbout } from '../ui/ReleaseAbout.svelte';
export { default as ReleaseLine } from '../ui/ReleaseLine.svelte';
export { default as Sentence } from '../ui/Sentence.svelte';
