import type { Trie } from 'opencc-js/core';
import type { Edition } from '../core/note/episode.ts';
import { type ChineseScript, otherScript } from '../core/note/other-script.ts';
import { rewriteEdition } from '../core/note/rewrite-edition.ts';
import { WORDS_TO } from './script-words.ts';

/** Made when the first note asks for them: most notes are in one script. */
const known = new Map<ChineseScript, Trie>();

function wordsTo(script: ChineseScript): Trie {
  const words = known.get(script) ?? WORDS_TO[script]();
  known.set(script, words);
  return words;
}

/**
 * The edition with its conversion to the other script of Chinese: those of OpenCC's words that are its own. Replaced by
 * these alone, its texts come out as by the whole dictionary, because at every place the longest word is among them.
 * Any other edition is returned as it is.
 */
export function withConversion<E extends Edition>(edition: E): E {
  const language = otherScript(edition.language);
  if (language === null) return edition;
  const dictionary = wordsTo(language);
  const used = new Map<string, string>();
  rewriteEdition(edition, (text) => {
    for (let at = 0; at < text.length; ) {
      const found = dictionary.matchPrefix(text, at);
      if (found) used.set(text.slice(at, found.end), found.value);
      at = found ? found.end : at + 1;
    }
    return text;
  });
  if (used.size === 0) return edition;
  const words = [...used].map((pair) => pair.join(' ')).sort();
  return { ...edition, conversion: { language, words: words.join('|') } };
}
