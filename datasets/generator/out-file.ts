import type { Encoding } from './encode';

/** The tables of the example. */
type TableId =
  | 'zone'
  | 'party_org'
  | 'unit_coverage'
  | 'star_rating'
  | 'grading'
  | 'org_life'
  | 'rectification'
  | 'work_record'
  | 'site_honour'
  | 'member_period'
  | 'metric_target'
  | 'rule_version';

/** A finished example file. */
export interface OutFile {
  /** Path below `datasets/example/`. */
  readonly path: string;
  /** The name its body would give it; shown where the file is listed. */
  readonly name: string;
  /** Zone id, or null for the register of zones. */
  readonly zone: string | null;
  readonly table: TableId;
  readonly encoding: Encoding;
  readonly bytes: Uint8Array;
}

/** Folder of each zone. */
export const FOLDERS: Readonly<Record<string, string>> = {
  JYGX: 'jiyuan',
  XAGX: 'xian',
  CZGX: 'changzhi',
  XZJK: 'xuzhou',
  JLRL: 'jilin',
  YLGX: 'yunling',
  QLJK: 'qinglan',
  WSGX: 'wangshu',
  XCJK: 'xingcha',
  LMGX: 'luming',
  CYJK: 'cangyu',
  BYCY: 'baiyu',
  STGX: 'songtao',
};

/** `.txt` for tab-separated files, `.csv` for the rest. */
export const extension = (delimiter: string): string => (delimiter === '\t' ? 'txt' : 'csv');
