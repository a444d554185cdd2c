import type { OutFile } from './out-file';
import type { ZoneContext } from './zone-context';

/** The exports of this family, zone by zone. */
export function configFiles(_zones: readonly ZoneContext[]): OutFile[] {
  return [];
}
