import { WIDE_REPORTS } from './life-habits';
import { logFiles } from './life-log';
import { lifeRows } from './life-rows';
import { wideFile } from './life-wide';
import type { OutFile } from './out-file';
import { rhythmFiles } from './rhythm-rows';
import type { ZoneContext } from './zone-context';

/** The exports of organisation life and of the working rhythm, zone by zone. */
export function lifeFiles(zones: readonly ZoneContext[]): OutFile[] {
  return zones.flatMap((context) => {
    const { log, counts } = lifeRows(context);
    return [
      ...logFiles(context, log),
      ...WIDE_REPORTS.filter((report) => report.zone === context.plan.id).map((report) =>
        wideFile(report, context, counts),
      ),
      ...rhythmFiles(context),
    ];
  });
}
