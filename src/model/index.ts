export { TABLES, tableById } from './tables';
export { METRICS, baseOf, metricById } from './metrics';
export { STAR_SCHEMES, schemeById } from './schemes/star';
export { GRADE_SCHEME_ALIASES } from './schemes/grade';
export { exampleRow } from './tables/example-row';
export { RULES } from './rules';
