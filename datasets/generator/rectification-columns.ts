import { type CellStyle, MADE_UP_PHONE, madeUpPerson, writeDay, writeFlag } from './cell-styles';
import { measureOf } from './rectification-problems';
import type { Item, ItemStatus } from './rectification-truth';
import type { Column } from './sheet';
import type { ZoneContext } from './zone-context';

/** What an export of rectification items may show. */
export type ItemField =
  | 'seq'
  | 'code'
  | 'zone'
  | 'committee'
  | 'org'
  | 'orgCode'
  | 'source'
  | 'batch'
  | 'dimension'
  | 'problem'
  | 'measure'
  | 'type'
  | 'found'
  | 'due'
  | 'extended'
  | 'closed'
  | 'status'
  | 'verified'
  | 'reopened'
  | 'track'
  | 'leader'
  | 'person'
  | 'phone';

/** How one body writes its items; statuses in its own words. */
export interface ItemStyle extends CellStyle {
  readonly statuses: Readonly<Record<ItemStatus, readonly string[]>>;
  readonly sources?: Readonly<Partial<Record<Item['source'], string>>>;
}

const LETTERS: Readonly<Record<Item['source'], string>> = {
  半年考核: 'KH',
  检查: 'JC',
  四查四看: 'SC',
  组织生活会: 'SH',
  群众反映: 'QZ',
};

const TRACKS = ['推进', '提升', '提升', '整改'];

function writeStatus(item: Item, style: ItemStyle, index: number): string {
  if (item.status === null) return '见附件';
  const words = style.statuses[item.status];
  return words[index % words.length] ?? item.status;
}

function cellOf(field: ItemField, item: Item, index: number, context: ZoneContext, style: ItemStyle): string {
  switch (field) {
    case 'seq':
      return String(item.number);
    case 'code':
      return `${LETTERS[item.source]}${item.year}${String(item.number).padStart(3, '0')}`;
    case 'zone':
      return context.plan.name;
    case 'committee':
      return item.committee;
    case 'org':
      return item.org.name;
    case 'orgCode':
      return item.org.code;
    case 'source':
      return style.sources?.[item.source] ?? item.source;
    case 'batch':
      return item.batch ?? '';
    case 'dimension':
      return item.dimension;
    case 'problem':
      return item.problem;
    case 'measure':
      return measureOf(index);
    case 'type':
      return item.type ?? style.empty;
    case 'found':
      return writeDay(item.found, style, index);
    case 'due':
      return item.dueText ?? writeDay(item.due, style, index);
    case 'extended':
      return writeDay(item.extended, style, index);
    case 'closed':
      return writeDay(item.closed, style, index);
    case 'status':
      return writeStatus(item, style, index);
    case 'verified':
      return writeFlag(item.status === '已销号', style);
    case 'reopened':
      return writeFlag(item.reopened, style);
    case 'track':
      return TRACKS[index % TRACKS.length] ?? '';
    case 'leader':
    case 'person':
      return madeUpPerson(field === 'leader' ? index : index + 3);
    case 'phone':
      return MADE_UP_PHONE;
  }
}

/** A column of an export of items. */
export function itemColumn(
  field: ItemField,
  header: Column<Item>['header'],
  context: ZoneContext,
  style: ItemStyle,
): Column<Item> {
  return { header, cell: (item, index) => cellOf(field, item, index, context, style) };
}
