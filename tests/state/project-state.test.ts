import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type History, back, begun, followedBy, forth } from '../../src/state/history';
import { NOTHING, type ProjectState, habitsOf, isSame, stepBetween } from '../../src/state/project-state';

const file = (path: string, content = path) => ({ path, size: 1, sum: content.padStart(64, '0') });
const decided = (sections: object): string => JSON.stringify({ 用途: '区镜决定', 版本: 1, ...sections });
const state = (files: ProjectState['files'], sections: object = {}, example = false): ProjectState => ({
  files,
  waiting: [],
  decisions: decided(sections),
  example,
  figures: null,
});
const [A, B] = [file('a'), file('b')];
const written = (path: string, more: object) => ({ 文件: path, 校验: path.padStart(64, '0'), ...more });

test.each([
  [state([]), state([A, B]), { kind: 'add', count: 2 }],
  [state([A, B]), state([]), { kind: 'remove', count: 2 }],
  [state([A, B]), state([B]), { kind: 'remove', count: 1 }],
  [state([A, B]), state([B, file('a', 'a2')]), { kind: 'replace', path: 'a', count: 1 }],
  [state([A, B]), state([file('b', 'b2'), file('a', 'a2')]), { kind: 'replace', path: 'b', count: 2 }],
  [state([A]), state([file('a', 'a2'), B]), { kind: 'add', count: 2 }],
  [state([]), state([A], {}, true), { kind: 'example' }],
  [state([B], {}, true), state([A]), { kind: 'add', count: 1 }],
  [
    state([A], { 文件: [written('a', {})] }),
    state([A], { 文件: [written('a', { 编码: 'gbk' })], 表头: [{}] }),
    { kind: 'decide', count: 1 },
  ],
  // A file that waits on a card is a file of the project; told what it is, it is read otherwise.
  [state([A]), { ...state([A]), waiting: [B] }, { kind: 'add', count: 1 }],
  [{ ...state([A]), waiting: [B] }, state([A]), { kind: 'remove', count: 1 }],
  [
    { ...state([]), waiting: [A, B] },
    { ...state([A]), waiting: [B] },
    { kind: 'decide', count: 1 },
  ],
  [{ ...state([A]), waiting: [B] }, state([]), { kind: 'remove', count: 2 }],
  [state([A], { 表头: [] }), state([A], { 表头: [{}] }), { kind: 'headers' }],
  [state([A], { 规则: [] }), state([A], { 规则: [{}] }), { kind: 'rules' }],
  [state([A], { 目标: [{}] }), state([A]), { kind: 'rules' }],
  [state([A], { 园区对照: [] }), state([A], { 园区对照: [{}] }), { kind: 'other' }],
])('a step is called by what was done', (before, after, step) => {
  expect(stepBetween(before, after)).toEqual(step);
});

test('the order of files is no difference; anything decided is', () => {
  expect(isSame(state([A, B]), state([B, A]))).toBe(true);
  expect(isSame(state([A, B]), { ...state([A]), waiting: [B] })).toBe(false);
  expect(isSame(state([A]), state([A], { 表头: [{}] }))).toBe(false);
  expect(isSame(state([A]), state([A], {}, true))).toBe(false);
});

test('a new project has the habits of reading and neither files nor rules', () => {
  const text = habitsOf(
    decided({ 表头: [{ 列名: ['x'] }], 园区对照: [1], 文件: [written('a', {})], 规则: [{}], 目标: [{}] }),
  );
  expect(JSON.parse(text)).toEqual({ 用途: '区镜决定', 版本: 1, 表头: [{ 列名: ['x'] }], 园区对照: [1] });
  expect(JSON.parse(habitsOf(NOTHING.decisions))).toEqual({ 用途: '区镜决定', 版本: 1 });
});

test('going back and forth ends where it began', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 20 }), fc.nat(20), (states, steps) => {
      let history: History<number> = begun(-1);
      for (const one of states) history = followedBy(history, one);
      const end = history;
      let gone = 0;
      for (; gone < steps; gone += 1) {
        const before = back(history);
        if (!before) break;
        history = before;
      }
      expect(history.present).toBe([-1, ...states].at(-1 - gone));
      for (; gone > 0; gone -= 1) history = forth(history) ?? history;
      expect(history).toEqual(end);
    }),
  );
});
