import type { Trie } from 'opencc-js/core';
import type { Edition } from '../core/note/episode.ts';
import { otherScript } from '../core/note/other-script.ts';
import { rewriteEdition } from '../core/note/rewrite-edition.ts';
import type { ScriptWords } from '../core/note/script-words.ts';
import { surnamesOf } from './surnames.ts';
import { addTaiwanWords } from './taiwan-exchange.ts';
import { pairAt, UNITS, type WordStarts, wordStarts } from './word-starts.ts';

/** A dictionary, and where its words may begin. */
interface Words extends WordStarts {
  readonly dictionary: Trie;
}

/** Where the words of each dictionary begin, found on first use: most notes are in one script. */
const known = new WeakMap<Trie, Words>();

function wordsOf(dictionary: Trie): Words {
  const words = known.get(dictionary) ?? { dictionary, ...wordStarts(dictionary) };
  known.set(dictionary, words);
  return words;
}

/**
 * The edition with its conversion to the other script of Chinese: the dictionary entries that occur in its texts, and the words
 * for which Taiwan has others. Replacing these gives the same result as the whole dictionaries, because the longest match at
 * every place is among them. An edition in any other language is returned unchanged.
 */
export function withConversion<E extends Edition>(edition: E, { toHant, toHans, toTaiwan }: ScriptWords): E {
  const language = otherScript(edition.language);
  if (language === null) return edition;
  const { dictionary, begins, pairs } = wordsOf(language === 'zh-Hant' ? toHant : toHans);
  const people = language === 'zh-Hant' ? surnamesOf(edition) : [];
  const used = new Map<string, string>();
  const exchanged = new Map<string, string>();
  const convert = (text: string) => dictionary.convert(text);
  /** 1 for each code unit whose own word is among those used already, or that has none. */
  const done = new Uint8Array(UNITS);
  rewriteEdition(edition, (text) => {
    for (const { name, surname } of people) if (text.includes(name)) used.set(name, surname + convert(name.slice(1)));
    for (let at = 0; at < text.length; ) {
      const unit = text.charCodeAt(at);
      if (!begins[unit] || (done[unit] && !pairs[pairAt(text, at)])) {
        at += 1;
        continue;
      }
      const found = dictionary.matchPrefix(text, at);
      const end = found?.end ?? at + 1;
      if (found) used.set(text.slice(at, end), found.value);
      if (end === at + 1) done[unit] = 1;
      at = end;
    }
    if (language === 'zh-Hant') addTaiwanWords(exchanged, toTaiwan, text, convert);
    return text;
  });
  if (used.size === 0) return edition;
  const taiwan = exchanged.size > 0 && { taiwan: written(exchanged) };
  return { ...edition, conversion: { language, words: written(used), ...taiwan } };
}

const written = (words: ReadonlyMap<string, string>): string =>
  [...words]
    .map((pair) => pair.join(' '))
    .sort()
    .join('|');
