/** Where a report template takes the cube. */
export const READER_PLACE = '%ZONELENS_CUBE%';

/** Where it takes what can be read without running anything. */
export const STILL_PLACE = '%ZONELENS_STILL%';
