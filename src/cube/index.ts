export { type Cell, type Group, type Question, type Selection, rateOf } from './cell';
