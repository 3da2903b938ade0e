import { error, excerpt } from '../../core/note/problem.ts';

/** The address is not one of YouTube. */
export const sourceForeign = (source: unknown) => error('source-foreign', { value: excerpt(source) });
