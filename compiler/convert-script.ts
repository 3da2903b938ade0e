import type { Trie } from 'opencc-js/core';
import type { Edition } from '../core/note/episode.ts';
import { type ChineseScript, otherScript } from '../core/note/other-script.ts';
import { rewriteEdition } from '../core/note/rewrite-edition.ts';
import { WORDS_TO, wordsOfTaiwan } from './script-words.ts';

/** Made when the first note asks for them: most notes are in one script. */
const known = new Map<ChineseScript | 'taiwan', Trie>();

function made(name: ChineseScript | 'taiwan', make: () => Trie): Trie {
  const words = known.get(name) ?? make();
  known.set(name, words);
  return words;
}

/** Words of a dictionary and how they are written. */
type Used = Map<string, string>;

function addUsed(used: Used, dictionary: Trie, text: string): void {
  for (let at = 0; at < text.length; ) {
    const found = dictionary.matchPrefix(text, at);
    if (found) used.set(text.slice(at, found.end), found.value);
    at = found ? found.end : at + 1;
  }
}

const written = (used: Used) =>
  [...used]
    .map((pair) => pair.join(' '))
    .sort()
    .join('|');

/**
 * The edition with its conversion to the other script of Chinese: those of OpenCC's words that are its own, and those that
 * Taiwan calls otherwise. Replaced by these alone, its texts come out as by the whole dictionary, because at every place the
 * longest word is among them. Any other edition is returned as it is.
 */
export function withConversion<E extends Edition>(edition: E): E {
  const language = otherScript(edition.language);
  if (language === null) return edition;
  const dictionary = made(language, WORDS_TO[language]);
  const taiwan = language === 'zh-Hant' ? made('taiwan', wordsOfTaiwan) : null;
  const words: Used = new Map();
  const exchanged: Used = new Map();
  rewriteEdition(edition, (text) => {
    addUsed(words, dictionary, text);
    if (taiwan) addUsed(exchanged, taiwan, dictionary.convert(text));
    return text;
  });
  if (words.size === 0) return edition;
  const conversion = {
    language,
    words: written(words),
    ...(exchanged.size > 0 && { taiwan: written(exchanged) }),
  };
  return { ...edition, conversion };
}
