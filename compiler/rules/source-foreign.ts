import { error, excerpt } from '../../core/note/problem.ts';

/** The address is not on YouTube. */
export const sourceForeign = (source: unknown) => error('source-foreign', { value: excerpt(source) });
