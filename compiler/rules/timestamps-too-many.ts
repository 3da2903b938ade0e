import { warning } from '../../core/note/problem.ts';

/** A plain list of starts relies on order alone; with one too many, all of them may be off by one. */
export const timestampsTooMany = (starts: number, sections: number) =>
  warning('timestamps-too-many', { starts, sections });
