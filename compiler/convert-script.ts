import type { Edition } from '../core/note/episode.ts';
import { otherScript } from '../core/note/other-script.ts';
import { editionTexts } from '../core/note/rewrite-edition.ts';
import { pairsIn, type ScriptWords } from '../core/note/script-words.ts';
import { surnamesOf } from './surnames.ts';
import { taiwanExchange } from './taiwan-exchange.ts';
import { createWordFinder } from './word-finder.ts';

/**
 * The edition with its conversion to the other script of Chinese: the dictionary entries that occur in its texts, and the words
 * for which Taiwan has others. Replacing these gives the same result as the whole dictionaries, because the longest match at
 * every place is among them. An edition in any other language is returned unchanged.
 */
export type AddConversion = <E extends Edition>(edition: E) => E;

/** Some 20 ms. */
export function createConversion(words: ScriptWords): AddConversion {
  const toHant = createWordFinder(pairsIn(words.toHant));
  // At once, although few notes are in traditional script: `words`, tens of thousands of maps, would be kept for it.
  const toHans = createWordFinder(pairsIn(words.toHans));
  const exchangedIn = taiwanExchange(pairsIn(words.toTaiwan), toHant.convert);

  return (edition) => {
    const language = otherScript(edition.language);
    if (language === null) return edition;
    const text = editionTexts(edition).join('\n');
    const used = new Map<string, string>();
    for (const { name, surname } of language === 'zh-Hant' ? surnamesOf(edition) : [])
      if (text.includes(name)) used.set(name, surname + toHant.convert(name.slice(1)));
    const finder = language === 'zh-Hans' ? toHans : toHant;
    const seen = new Uint8Array(finder.size);
    finder.eachWord(text, (begin, end, word) => {
      if (seen[word]) return;
      seen[word] = 1;
      used.set(text.slice(begin, end), finder.writtenInstead(word));
    });
    if (used.size === 0) return edition;
    const exchanged = language === 'zh-Hant' ? exchangedIn(text) : new Map<string, string>();
    const taiwan = exchanged.size > 0 && { taiwan: stored(exchanged) };
    return { ...edition, conversion: { language, words: stored(used), ...taiwan } };
  };
}

const stored = (words: ReadonlyMap<string, string>): string =>
  [...words.keys()]
    .sort()
    .map((word) => `${word} ${words.get(word)}`)
    .join('|');
