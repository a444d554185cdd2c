export { TABLES, tableById } from './tables';
