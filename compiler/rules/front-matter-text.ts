import { excerpt, warning } from '../../core/note/problem.ts';

/** Words that stand nowhere else would be lost without anybody knowing. */
export const frontMatterText = (key: string) => warning('front-matter-text', { key: excerpt(key) });
