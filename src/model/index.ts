export { TABLES, tableById } from './tables';
export { METRICS, baseOf, metricById } from './metrics';
