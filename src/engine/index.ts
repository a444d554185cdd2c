export { type Column, type Engine, EngineError, EngineGone, type Row, type Value } from './engine';
export { type Tables, emptyAmong, isEmpty, tablesThere } from './filled';
export { isOutOfMemory } from './life';
export { codedTexts, dictionaryVector, numberVector, numbersOf, textRows, textsIn, wordsOf } from './arrow-vector';
