export { fetchPart, isPortable, startWorker } from './parts';
