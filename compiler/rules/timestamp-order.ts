import { shown, warning } from './rule.ts';

/** Sections follow the talk; a start before that of an earlier section is most often a slip. */
export const timestampOrder = warning(
  'timestamp-order',
  (id: string) => `section "${shown(id)}" starts before the one above it`,
);
