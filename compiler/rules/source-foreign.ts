import { error, shown } from './rule.ts';

/** The address is not one of YouTube. */
export const sourceForeign = error(
  'source-foreign',
  (source: unknown) => `"${shown(source)}" is not a YouTube address: Sleevenotes knows no other site`,
);
