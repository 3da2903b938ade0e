import { shown, warning } from './rule.ts';

/** Editions share ids; the second section of an id would be lost. */
export const headingIdTaken = (id: string) => {
  const value = shown(id);
  return warning('heading-id-taken', [value], `the id "${value}" is taken by a section above: this one gets a number`);
};
