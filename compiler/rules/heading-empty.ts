import { warning } from './rule.ts';

/** A heading without words cannot be listed. */
export const headingEmpty = () => warning('heading-empty', [], 'this heading has no words: name the section');
