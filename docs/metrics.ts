import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { metricDictionary } from './dictionary';

/* Writes docs/metrics.md: `npm run metrics`. tests/docs/metrics.test.ts fails when the file is stale. */
writeFileSync(join(import.meta.dirname, 'metrics.md'), metricDictionary());
