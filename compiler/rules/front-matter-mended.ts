import { excerpt, warning } from '../../core/note/problem.ts';

/** A colon, bracket or quote within a value breaks YAML, but the intended value is clear. */
export const frontMatterMended = (line: string) => warning('front-matter-mended', { line: excerpt(line.trim()) });
