import { excerpt, warning } from '../../core/note/problem.ts';

/** Text under a key that is not read would be lost silently. */
export const frontMatterText = (key: string) => warning('front-matter-text', { key: excerpt(key) });
