/** The first character of each initial in the order of pinyin; none begins with i, u or v. */
const FIRST = '阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他穵夕丫帀';
const LETTERS = 'abcdefghjklmnopqrstwxyz';

const order = new Intl.Collator('zh-Hans-CN-u-co-pinyin');
const HAN = /\p{Script=Han}/u;
/** Whether this browser knows the order of pinyin: without it there are no initials. */
const knows = order.compare('波', '坡') < 0 && order.compare('一', '丁') > 0;

function initialOf(character: string): string {
  if (!HAN.test(character)) return character;
  const after = [...FIRST].findIndex((first) => order.compare(first, character) > 0);
  return LETTERS[after < 0 ? LETTERS.length - 1 : after - 1] ?? '';
}

/** The initials of a text in pinyin, as a reader types them: 望海产业园 is whcyy. Characters of several readings have one of them. */
export const initialsOf = (text: string): string => (knows ? [...text].map(initialOf).join('').toLowerCase() : '');
