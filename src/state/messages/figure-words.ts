import { APPRAISAL } from './appraisal';
import { COMPARE } from './compare';
import { COVERAGE } from './coverage';
import { FIGURE } from './figure';
import { GRADING } from './grading';
import { LIFE } from './life';
import { METRICS } from './metrics';
import { ORGANISATIONS } from './organisations';
import { OVERVIEW } from './overview';
import { RECTIFICATION } from './rectification';
import { RELEASE } from './release';
import { RESPONSIBILITY } from './responsibility';
import { RULES } from './rules';
import { STARS } from './stars';
import { ZONE } from './zone';

/** What the pages of a report say, fetched with the first of them. */
export const FIGURE_WORDS = {
  ...FIGURE,
  ...OVERVIEW,
  ...COVERAGE,
  ...STARS,
  ...COMPARE,
  ...METRICS,
  ...RULES,
  ...RESPONSIBILITY,
  ...RECTIFICATION,
  ...LIFE,
  ...APPRAISAL,
  ...GRADING,
  ...ORGANISATIONS,
  ...ZONE,
  ...RELEASE,
};
