/**
 * Why a result is one, best first. `term`, `alias`: it is that name. `…-start`: the name begins so. `…-part`: the name
 * contains it, from a later word on or within one. `reading`: pinyin. `typo`: a name with slips. `definition`: its words. `held`:
 * the query is a longer text, such as a selected sentence, that contains the name.
 */
export const REASONS = [
  'term',
  'alias',
  'term-start',
  'alias-start',
  'term-part',
  'alias-part',
  'reading',
  'typo',
  'definition',
  'held',
] as const;
export type Reason = (typeof REASONS)[number];

export const reasonNumber = (reason: Reason): number => REASONS.indexOf(reason);
