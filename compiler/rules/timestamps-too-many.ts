import { warning } from './rule.ts';

/** A plain list of starts goes by order alone; one too many and it may be off by one. */
export const timestampsTooMany = warning(
  'timestamps-too-many',
  (starts: number, sections: number) => `${starts} timestamps for ${sections} sections: those over are left out`,
);
