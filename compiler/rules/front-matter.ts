import { error, excerpt } from '../../core/note/problem.ts';

/** Front matter that cannot be read is an error: the video, the title and the times it gives would be lost. */
export const frontMatter = {
  /** @param reason The parser's message; it may quote the note. */
  yaml: (reason: string) => error('front-matter.yaml', { reason: excerpt(reason, 200) }),
  characters: (count: number, most: number) => error('front-matter.characters', { count, most }),
  values: (most: number) => error('front-matter.values', { most }),
  depth: (most: number) => error('front-matter.depth', { most }),
  aliases: (most: number) => error('front-matter.aliases', { most }),
  list: () => error('front-matter.list'),
  language: () => error('front-matter.language'),
};
