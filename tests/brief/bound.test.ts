import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Rewritten, numbersIn, rewritten, withNumbers } from '../../src/brief';

const SENTENCE = '四季度组织覆盖率77.2%（2,259/2,928），较上季度上升0.8个百分点；两个园区低于其余。';

const bound = (sentence: string, text: string): Rewritten => {
  const found = rewritten(sentence, text);
  if ('unbound' in found) throw new TypeError(found.unbound.join());
  return found;
};

describe('a sentence that was rewritten', () => {
  test('keeps its numbers, also those written as words', () => {
    expect(numbersIn(SENTENCE)).toEqual(['四', '77.2%', '2,259', '2,928', '0.8', '两']);
    expect(numbersIn('Twelve zones, −1.5 points, ３４% and half of 1,200.')).toEqual([
      'Twelve',
      '−1.5',
      '３４%',
      'half',
      '1,200',
    ]);
  });

  test('follows the figures while it says the same of them', () => {
    const edit = bound(SENTENCE, '组织覆盖率已达77.2%，比上季度提高0.8个百分点，要继续巩固。');
    expect(withNumbers(edit, SENTENCE.replace('77.2', '79.4').replace('0.8', '2.2'))).toBe(
      '组织覆盖率已达79.4%，比上季度提高2.2个百分点，要继续巩固。',
    );
    // It fell: the words no longer hold.
    expect(withNumbers(edit, SENTENCE.replace('上升', '下降'))).toBeNull();
  });

  test.each([
    ['another number', '组织覆盖率78.2%。', ['78.2%']],
    ['another sign', '较上季度上升−0.8个百分点。', ['−0.8']],
    ['wide digits', '组织覆盖率７８．２％。', ['７８．２％']],
    ['a number in words', '百分之八十的单位已建，三个园区低于其余。', ['百分之八十', '三']],
    ['numbers in another order', '较上季度上升0.8个百分点，为77.2%。', ['77.2%']],
    ['a number said twice', '77.2%，还是77.2%。', ['77.2%']],
    ['half', '一半以上已建。', ['一半']],
  ])('is refused with %s, which is named', (_, text, unbound) => {
    expect(rewritten(SENTENCE, text)).toEqual({ unbound });
  });

  test('is the text somebody wrote, with the numbers of the sentence, whatever is written between them', () => {
    const words = fc.stringMatching(/^[甲乙丙，。（）a-c ]{0,12}$/u);
    const numbers = fc.array(fc.nat({ max: 99_999 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        numbers,
        fc.array(words, { minLength: 7, maxLength: 7 }),
        fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
        (some, between, kept) => {
          const sentence = some.map((number) => `甲 ${number}`).join('，');
          const left = some.filter((_, at) => kept[at]);
          const text = left.map((number, at) => `${between[at] ?? ''} ${number} `).join('') + (between[6] ?? '');
          const edit = bound(sentence, text);
          expect(withNumbers(edit, sentence)).toBe(text);
          const moved = some.map((number) => `甲 ${number + 1}`).join('，');
          expect(numbersIn(withNumbers(edit, moved) ?? '')).toEqual(left.map((number) => String(number + 1)));
        },
      ),
    );
  });
});
