export { KeepTrouble, type TroubleCode, troubleOf } from './trouble';
export type { Keeps, KeptFile, Manifest } from './manifest';
export { type Kept, type Listed, ProjectStore, openStore } from './store';
export { TabHold } from './tab';
export { whenAlone } from './alone';
export { type Opened, projectFile, readProjectFile } from './project-file';
