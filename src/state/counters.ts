/* What counts the figures of files: fetched with the engine, since nothing is counted before it is there. */
export { buildCube, filingsOf, loadedSetting } from '../cube';
