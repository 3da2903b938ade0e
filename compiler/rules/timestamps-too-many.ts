import { warning } from '../../core/note/problem.ts';

/** A plain list of starts goes by order alone; one too many and it may be off by one. */
export const timestampsTooMany = (starts: number, sections: number) =>
  warning('timestamps-too-many', { starts, sections });
