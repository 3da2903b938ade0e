import { error, shown } from './rule.ts';

/** The address is not one of YouTube. */
export const sourceForeign = (source: unknown) => {
  const value = shown(source);
  return error('source-foreign', [value], `"${value}" is not a YouTube address: Sleevenotes knows no other site`);
};
