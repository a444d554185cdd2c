import type { BooleanCoding, CellContext } from './context';
import { type CellResult, refuse, value } from './result';
import { folded, isProse } from './text';
import { tickedOption } from './tick-box';

const TRUE = new Set([
  ...[
    '是',
    '有',
    '对',
    '√',
    '✓',
    '✔',
    '☑',
    '✅',
    'v',
    '●',
    '★',
    '⭐',
    'y',
    'yes',
    'true',
    't',
    '是的',
    '达标',
    '合格',
    '完成',
    '规上',
    '规模以上',
  ],
  ...['通过', '同意', '到位', '落实', '签订', '建立', '组建', '成立', '设立', '选派', '派驻', '配备', '覆盖'],
]);

const FALSE = new Set([
  ...[
    '否',
    '无',
    '不',
    '×',
    'x',
    '╳',
    '✕',
    '✖',
    '❎',
    '✗',
    '✘',
    '☒',
    '❌',
    '☐',
    '□',
    '○',
    '☆',
    'n',
    'no',
    'false',
    'f',
    '不是',
    '没有',
    '不合格',
    '规下',
  ],
  ...['规模以下', '非规上', '非规模以上', '不通过', '不同意', '不达标', '不到位'],
]);

const DEED =
  '明确|指定|健全|到岗|联系|建|建立|组建|成立|设立|签|签订|签署|完成|达标|达星|落实|开展|执行|公开|检查|走访|覆盖|选派|配备|派驻|验收|核验|复核|参加|延期|批准|参评|评定|整改|启动|销号|上报|报送|否决|运营|经营|换届|转化|确定|安排|入驻|建成|建有|派|配|选配|委派';

const WHAT = '(?:党组织|党支部|党的组织|党建指导员|指导员|联络员|工会|群团组织)';
const DONE = new RegExp(`^(?:(?:已|已经|有|是)(?:${DEED})|(?:(?:已|已经)(?:${DEED})|有|已有|建有)${WHAT})$`, 'u');
const UNDONE = new RegExp(
  `^(?:(?:未|尚未|暂未|没有|没|不|无|非)(?:${DEED})|(?:(?:未|尚未|暂未|没有|没)(?:${DEED})|无|没有|暂无|未有)${WHAT})$`,
  'u',
);

/** Which digits a yes/no column uses, from all its cells: 0 settles it; 2 has to be asked about; null when there are no digits. */
export function booleanCoding(cells: Iterable<string>): BooleanCoding | null {
  const seen = new Set<string>();
  for (const cell of cells) seen.add(folded(cell));
  if (seen.has('2')) return 'ask';
  return seen.has('0') || seen.has('1') ? 'zero-one' : null;
}

const CIRCLE = /^[○◯〇o]$/u;
const OTHER_MARK = /^[√✓✔☑✅v●★⭐]$/u;

/** Whether ○ is the yes of some columns, each its cells: never beside another mark for yes, nor where nothing is left to be no. */
export function circleIsYes(columns: readonly (readonly string[])[]): boolean {
  const texts = columns.map((cells) => cells.map((cell) => folded(cell).toLowerCase()));
  if (texts.some((cells) => cells.some((text) => OTHER_MARK.test(text)))) return false;
  return texts.some(
    (cells) =>
      cells.some((text) => CIRCLE.test(text)) &&
      cells.some((text) => text === '' || (FALSE.has(text) && !CIRCLE.test(text))),
  );
}

function parseDigit(text: string, coding: BooleanCoding): CellResult<boolean> {
  if (coding === 'ask') return refuse('boolean-coding-unknown');
  if (text === '1') return value(true);
  if (text === '2') return coding === 'one-two' ? value(false) : refuse('boolean-coding-unknown');
  return coding === 'zero-one' ? value(false) : refuse('boolean-coding-unknown');
}

/** Reads yes or no in the forms exports use; 2 is only read when the context says that the file codes 1 / 2. */
export function parseBoolean(raw: string, context: CellContext = {}): CellResult<boolean> {
  if (isProse(raw)) return refuse('not-a-boolean');
  const text = folded(tickedOption(raw) ?? raw).toLowerCase();
  if (context.tally === true && /^\d{1,4}$/u.test(text)) return value(Number(text) > 0);
  if (context.circleIsYes === true && CIRCLE.test(text)) return value(true);
  if (/^[012]$/u.test(text)) return parseDigit(text, context.booleanCoding ?? 'zero-one');
  if (TRUE.has(text) || DONE.test(text)) return value(true);
  if (FALSE.has(text) || UNDONE.test(text)) return value(false);
  return refuse('not-a-boolean');
}
