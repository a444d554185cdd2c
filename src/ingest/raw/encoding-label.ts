/** The label of a file whose lines are UTF-8 or GB18030, each judged alone; every other label is what TextDecoder takes. */
export const MIXED = 'utf-8+gb18030';
