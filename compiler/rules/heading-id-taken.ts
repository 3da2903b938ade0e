import { shown, warning } from './rule.ts';

/** Editions share ids; the second section of an id would be lost. */
export const headingIdTaken = warning(
  'heading-id-taken',
  (id: string) => `the id "${shown(id)}" is taken by a section above: this one gets a number`,
);
