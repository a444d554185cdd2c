export { type Column, type Engine, EngineError, EngineGone, type Row, type Value } from './engine';
export { isOutOfMemory } from './life';
export { dictionaryVector, numberVector, numbersOf, textsIn, textsOf, wordsOf } from './arrow-vector';
