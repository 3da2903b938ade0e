import { error } from './rule.ts';

/** Without front matter nothing is known of a note, its video least of all. */
export const frontMatter = error('front-matter', (reason: string) => `the front matter cannot be read: ${reason}`);
