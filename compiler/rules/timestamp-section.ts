import { shown, warning } from './rule.ts';

/** A start whose section is not there: the heading was renamed. */
export const timestampSection = (id: string) => {
  const value = shown(id);
  return warning('timestamp-section', [value], `no section has the id "${value}": name it as {#id} in its heading`);
};
