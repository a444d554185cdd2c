import type { Engine } from '../../engine';
import { datasetsOf } from './datasets';
import { metricflow } from './metricflow';
import { ossie } from './ossie';

const FORMS = { ossie, metricflow } as const;

/** The definition of every metric in an open form, as JSON. */
export async function definitions(db: Engine, as: keyof typeof FORMS): Promise<string> {
  return `${JSON.stringify(FORMS[as](await datasetsOf(db)), null, 1)}\n`;
}
