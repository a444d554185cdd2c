export { KeepTrouble, type TroubleCode, troubleOf } from './trouble';
export { type Keeps, type KeptFile, type Manifest, ownFiles } from './manifest';
export { type Kept, type Listed, ProjectStore, openStore } from './store';
export { TabHold } from './tab';
export { whenAlone } from './alone';
export { askToLast, lasts } from './lasting';
