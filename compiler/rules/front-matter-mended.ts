import { excerpt, warning } from '../../core/note/problem.ts';

/** YAML takes a colon, bracket or quote within a text for its own; what the author meant is plain. */
export const frontMatterMended = (line: string) => warning('front-matter-mended', { line: excerpt(line.trim()) });
