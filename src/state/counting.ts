/* What reads files, counts and drills: the one part of the state that is fetched with the engine. */
export { openBrowserEngine } from '../engine/browser';
export { Collection, encodingSamples } from '../ingest';
export { workerStager } from '../ingest/worker-client';
export { drillRows } from './drill-rows';
export { tryEveryWayOut } from './egress';
export { firstFigures } from './first-look';
