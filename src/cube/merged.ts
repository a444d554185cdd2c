import type { Period } from '../domain';
import { type Disclosure, type Level, OPENNESS } from './disclosure';

/** One of the cubes that a cube was merged from. */
export interface Part {
  /** Name of its file. */
  readonly name: string;
  /** For whom it was. */
  readonly level: Level;
  /** Its own as-of day. */
  readonly asOf: string | null;
  /** Who made it, and the day it was made; '' where not said. */
  readonly by: string;
  readonly on: string;
  /** The zones it told of. */
  readonly zones: readonly string[];
}

/** What has to be known of a merged cube. Files are told by their names, zones and metrics by their ids. */
export type MergeNote =
  | {
      /** Two files told the same of a zone: one counts, the other does not. */
      readonly kind: 'overlap';
      readonly zone: string;
      readonly metrics: readonly string[];
      readonly from: Period;
      readonly to: Period;
      readonly counts: string;
      readonly left: string;
      /** Both told the same figures. */
      readonly same: boolean;
    }
  | {
      /** Files were counted by another definition of these metrics than the newest, or may have been. */
      readonly kind: 'definitions';
      readonly metrics: readonly string[];
      readonly files: readonly string[];
    }
  | {
      /** Files were counted under another version of a rule than the newest, which is the one shown. */
      readonly kind: 'rule';
      readonly rule: string;
      readonly metrics: readonly string[];
      readonly shown: string;
      readonly files: readonly string[];
    }
  | {
      /** Targets that not all files have: each holds for the zones of its file. */
      readonly kind: 'targets';
      readonly metrics: readonly string[];
    }
  | {
      /** One zone under several names or codes. */
      readonly kind: 'one-zone';
      readonly zone: string;
      readonly names: readonly string[];
    }
  | {
      /** Several zones under one code: they are told apart by their names. */
      readonly kind: 'shared-code';
      readonly code: string;
      readonly zones: readonly string[];
    }
  | {
      /** A zone that may be another: both count. */
      readonly kind: 'may-be';
      readonly zone: string;
      readonly zones: readonly string[];
    }
  | {
      /** Several files have rows of no zone: nothing tells whether they are the same, and none of them counts. */
      readonly kind: 'no-zone';
      readonly files: readonly string[];
    }
  | {
      /** Files with invented figures beside files with real ones. */
      readonly kind: 'example';
      readonly files: readonly string[];
    };

/** What a cube was merged from, and what has to be known about it. */
export interface Merge {
  readonly parts: readonly Part[];
  readonly notes: readonly MergeNote[];
}

/** For whom figures are at most, whatever is written on them: the whole of a cube is for nobody outside. */
export function levelOf({ disclosure, merge }: { readonly disclosure?: Disclosure; readonly merge?: Merge }): Level {
  const levels = merge?.parts.map(({ level }) => level) ?? [disclosure?.level ?? 'internal'];
  return levels.reduce((least, level) => (OPENNESS[level] < OPENNESS[least] ? level : least), 'public');
}
