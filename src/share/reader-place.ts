/** Where a report template takes the cube. */
export const READER_PLACE = '%ZONELENS_CUBE%';
