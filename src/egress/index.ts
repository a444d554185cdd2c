export { tryFromPage, tryFromWorker } from './attempts';
export { type Finding, type Tried, type WayOut } from './ways-out';
