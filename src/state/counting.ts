/* What reads files, counts and drills: the one part of the state that is fetched with the engine. */
export { Kept, noteHeld } from '../cube';
export { openBrowserEngine } from '../engine/browser';
export { Collection, encodingSamples, maskedPath } from '../ingest';
export { workerStager } from '../ingest/worker-client';
export { become, goBack, readAgain, takeOut } from './become';
export { drillRows } from './drill-rows';
export { tryEveryWayOut } from './egress';
export { firstFigures } from './first-look';
export { decisionsOf, figuresOf, inReadingOrder } from './read-files';
export { rehearse } from './rehearsal';
export { readReplacing } from './replace';
