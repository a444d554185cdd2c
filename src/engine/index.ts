export { type Column, type Engine, EngineError, type Row, type Value } from './engine';
