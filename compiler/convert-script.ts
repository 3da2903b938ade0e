import type { Edition } from '../core/note/episode.ts';
import { otherScript } from '../core/note/other-script.ts';
import { rewriteEdition } from '../core/note/rewrite-edition.ts';
import { pairsIn, type ScriptWords } from '../core/note/script-words.ts';
import { surnamesOf } from './surnames.ts';
import { taiwanExchange } from './taiwan-exchange.ts';
import { createWordFinder, UNITS, type WordFinder } from './word-finder.ts';

/**
 * The edition with its conversion to the other script of Chinese: the dictionary entries that occur in its texts, and the words
 * for which Taiwan has others. Replacing these gives the same result as the whole dictionaries, because the longest match at
 * every place is among them. An edition in any other language is returned unchanged.
 */
export type AddConversion = <E extends Edition>(edition: E) => E;

/** Some 20 ms. */
export function createConversion(words: ScriptWords): AddConversion {
  const toHant = createWordFinder(pairsIn(words.toHant));
  // Few notes are written in traditional script.
  let toHans: WordFinder | undefined;
  const exchangedIn = taiwanExchange(pairsIn(words.toTaiwan), toHant.convert);

  /** 1 for each code unit that is among the used words. One for all notes, for the sake of garbage collection. */
  const known = new Uint8Array(UNITS);

  return (edition) => {
    const language = otherScript(edition.language);
    if (language === null) return edition;
    const text = textOf(edition);
    const used = new Map<string, string>();
    for (const { name, surname } of language === 'zh-Hant' ? surnamesOf(edition) : [])
      if (text.includes(name)) used.set(name, surname + toHant.convert(name.slice(1)));
    known.fill(0);
    if (language === 'zh-Hans') toHans ??= createWordFinder(pairsIn(words.toHans));
    const finder = toHans && language === 'zh-Hans' ? toHans : toHant;
    finder.eachWord(text, (begin, end, written) => {
      if (end === begin + 1) {
        const unit = text.charCodeAt(begin);
        if (known[unit]) return;
        known[unit] = 1;
      }
      used.set(text.slice(begin, end), written);
    });
    if (used.size === 0) return edition;
    const exchanged = language === 'zh-Hant' ? exchangedIn(text) : new Map<string, string>();
    const taiwan = exchanged.size > 0 && { taiwan: stored(exchanged) };
    return { ...edition, conversion: { language, words: stored(used), ...taiwan } };
  };
}

/** All texts of an edition, one after the other, with line breaks between them, which no word has. */
function textOf(edition: Edition): string {
  const texts: string[] = [];
  rewriteEdition(edition, (text) => {
    texts.push(text);
    return text;
  });
  return texts.join('\n');
}

const stored = (words: ReadonlyMap<string, string>): string =>
  [...words.keys()]
    .sort()
    .map((word) => `${word} ${words.get(word)}`)
    .join('|');
