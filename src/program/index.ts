export { type Kept, keepProgram } from './offline';
export { fetchPart, isPortable, startWorker } from './parts';
