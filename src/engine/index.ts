export { type Column, type Engine, EngineError, EngineGone, type Row, type Value } from './engine';
export { dictionaryVector, numberVector } from './arrow-vector';
