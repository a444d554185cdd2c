export { all, identifier, literal, literals } from './text';
export { folded, translated } from './folded';
export { PROVENANCE, createTable, sqlType } from './ddl';
