export { joinedCategory, partHolds } from './category';
export { all, identifier, literal, literals } from './text';
export { PROVENANCE, createTable, sqlType } from './ddl';
