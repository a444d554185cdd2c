import type { Label } from '../../domain';
import { CARD } from './card';
import { COMPARE } from './compare';
import { COVERAGE } from './coverage';
import { EGRESS } from './egress';
import { FIGURE } from './figure';
import { FILTERS } from './filters';
import { IMPORT } from './import';
import { OVERVIEW } from './overview';
import { QUALITY } from './quality';
import { ORGANISATIONS } from './organisations';
import { GRADING } from './grading';
import { APPRAISAL } from './appraisal';
import { LIFE } from './life';
import { RECTIFICATION } from './rectification';
import { RESPONSIBILITY } from './responsibility';
import { RULES } from './rules';
import { METRICS } from './metrics';
import { PROJECT } from './project';
import { SHELL } from './shell';
import { STARS } from './stars';
import { REPORTING } from './reporting';
import { WAITING } from './waiting';
import { ZONE } from './zone';
import { ZONES } from './zones';
import { SHARE } from './share';
import { START } from './start';

const ALL = {
  ...SHARE,
  ...SHELL,
  ...PROJECT,
  ...FILTERS,
  ...FIGURE,
  ...IMPORT,
  ...START,
  ...OVERVIEW,
  ...COVERAGE,
  ...STARS,
  ...COMPARE,
  ...QUALITY,
  ...CARD,
  ...METRICS,
  ...RULES,
  ...RESPONSIBILITY,
  ...RECTIFICATION,
  ...LIFE,
  ...APPRAISAL,
  ...GRADING,
  ...ORGANISATIONS,
  ...WAITING,
  ...REPORTING,
  ...ZONE,
  ...ZONES,
  ...EGRESS,
};

/** The name of a message. */
export type MessageKey = keyof typeof ALL;

/** Every message of the interface in both languages: a key cannot exist in one only. */
export const MESSAGES: Readonly<Record<MessageKey, Label>> = ALL;

export { WAYS_OUT } from './egress';
export { issueLabel } from './issues';
export { REFUSALS } from './refusals';
