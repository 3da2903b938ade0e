import { shown, warning } from './rule.ts';

/** Sections follow the talk; a start before that of an earlier section is most often a slip. */
export const timestampOrder = (id: string) => {
  const value = shown(id);
  return warning('timestamp-order', [value], `section "${value}" starts before the one above it`);
};
