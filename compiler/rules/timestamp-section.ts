import { shown, warning } from './rule.ts';

/** A start whose section is not there: the heading was renamed. */
export const timestampSection = warning(
  'timestamp-section',
  (id: string) => `no section has the id "${shown(id)}": name it as {#id} in its heading`,
);
