export { joinedCategory, partHolds } from './category';
export { all, identifier, literal, literals } from './text';
export { PROVENANCE, createTable, plainTable, sqlType } from './ddl';
export { DIALECTS, type Dialect, spelled, tableFrom, tableNamed } from './dialect';
export { stepsOf } from './steps';
export { wordsIn } from './words';
