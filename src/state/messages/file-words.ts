import { BRIEF } from './brief';
import { CARD } from './card';
import { EGRESS } from './egress';
import { IMPORT } from './import';
import { QUALITY } from './quality';
import { REPORTING } from './reporting';
import { SHARE } from './share';
import { START } from './start';
import { WAITING } from './waiting';
import { ZONES } from './zones';

/** What the pages about files say, fetched with the first of them. */
export const FILE_WORDS = {
  ...IMPORT,
  ...START,
  ...CARD,
  ...WAITING,
  ...ZONES,
  ...QUALITY,
  ...REPORTING,
  ...EGRESS,
  ...SHARE,
  ...BRIEF,
};
