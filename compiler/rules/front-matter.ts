import type { Sentence, ValuesOf } from '../../core/note/sentence.ts';
import { error, shown, thousands } from './rule.ts';

const unreadable = <S extends Extract<Sentence, `front-matter.${string}`>>(
  sentence: S,
  values: ValuesOf<S>,
  reason: string,
) => error(sentence, values, `the front matter cannot be read: ${reason}`);

/** Without front matter nothing is known of a note, its video least of all. */
export const frontMatter = {
  /** @param reason The reader's own words; they may quote the note. */
  yaml(reason: string) {
    const words = shown(reason, 200);
    return unreadable('front-matter.yaml', [words], words);
  },
  characters(count: number, most: number) {
    const [given, limit] = [thousands(count), thousands(most)];
    const reason = `it has ${given} characters, the limit is ${limit}: is its closing line of three dashes missing?`;
    return unreadable('front-matter.characters', [given, limit], reason);
  },
  values(most: number) {
    const limit = thousands(most);
    return unreadable('front-matter.values', [limit], `it has more than ${limit} values, the limit`);
  },
  depth: (most: number) =>
    unreadable('front-matter.depth', [`${most}`], `its values are nested more than ${most} deep, the limit`),
  aliases: (most: number) =>
    unreadable(
      'front-matter.aliases',
      [`${most}`],
      `its aliases (\`*name\`) repeat each other more than ${most} times, the limit: write the values out`,
    ),
  list: () => unreadable('front-matter.list', [], 'it must be a list of `key: value` lines'),
  language: () =>
    unreadable('front-matter.language', [], 'it must be YAML; other languages are not read, and code is never run'),
};
