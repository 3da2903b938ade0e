import { Trie } from 'opencc-js/core';
import toTraditional from 'opencc-js/dict/STCharacters';
import toTraditionalPhrases from 'opencc-js/dict/STPhrases';
import toSimplified from 'opencc-js/dict/TSCharacters';
import toSimplifiedPhrases from 'opencc-js/dict/TSPhrases';
import taiwanPhrases from 'opencc-js/dict/TWPhrases';
import taiwan from 'opencc-js/dict/TWVariants';
import type { ScriptWords, WordPair } from '../core/note/script-words.ts';
import { CHARACTERS, HELD, LEFT_OUT, STAYING, WRITTEN } from './script-rules.ts';
import { isUsedInTaiwan, OUR_TAIWAN_WORDS } from './taiwan-words.ts';

/** OpenCC's dictionaries that ours are made of. */
export interface Dictionaries {
  readonly STCharacters: readonly WordPair[];
  readonly STPhrases: readonly WordPair[];
  readonly TSCharacters: readonly WordPair[];
  readonly TSPhrases: readonly WordPair[];
  readonly TWPhrases: readonly WordPair[];
  readonly TWVariants: readonly WordPair[];
}

/** The pairs of an OpenCC dictionary; of several conversions of a word, the likeliest, which comes first. */
export const pairsOf = (dictionary: string): WordPair[] =>
  dictionary.split('|').map((line) => {
    const [word = '', written = ''] = line.split(' ');
    return [word, written];
  });

/**
 * Adds to `words` only the phrases whose conversion differs from that by the characters and phrases added before, shortest
 * first, and returns those. OpenCC lists every common word with an ambiguous character; seven in eight only repeat the
 * conversion of their characters, and some of these would tear their neighbours apart (`更复|杂`).
 */
export function takeUpPhrases(words: Trie, phrases: readonly WordPair[]): readonly WordPair[] {
  return phrases
    .toSorted(([a], [b]) => a.length - b.length)
    .filter(([phrase, written]) => {
      if (LEFT_OUT.has(phrase) || words.convert(phrase) === written) return false;
      words.addWord(phrase, written);
      return true;
    });
}

/** A dictionary of characters alone. */
export function charactersOf(pairs: readonly WordPair[]): Trie {
  const words = new Trie();
  for (const [character, written] of pairs) if (character !== written) words.addWord(character, written);
  return words;
}

function wordsOf(characters: readonly WordPair[], phrases: readonly WordPair[]): Trie {
  const words = charactersOf(characters);
  takeUpPhrases(words, phrases);
  return words;
}

const taiwanForms = charactersOf(pairsOf(taiwan));

/** The pairs with Taiwan's variants, which most readers of traditional characters are used to: 裡, not 裏. */
export const inTaiwan = (pairs: readonly WordPair[]): readonly WordPair[] =>
  pairs.map(([word, written]) => [word, taiwanForms.convert(written)]);

const ours = new Map(CHARACTERS);

/** Characters alone, to traditional ones as Taiwan writes them. */
export const charactersToTraditional = (pairs: readonly WordPair[]): readonly WordPair[] =>
  inTaiwan(pairs).map(([character, written]) => [character, ours.get(character) ?? written]);

/** To traditional characters, by our own rules before OpenCC's; see script-rules.ts. */
function wordsToTraditional({ STCharacters, STPhrases, TWVariants }: Dictionaries): Trie {
  // Characters that only Taiwan writes differently (着 as 著) are only in its own table.
  const characters = [...TWVariants, ...charactersToTraditional(STCharacters)];
  const words = wordsOf(characters, inTaiwan(STPhrases));
  for (const word of HELD) words.addWord(word, words.convert(word));
  const single = charactersOf(characters);
  for (const [word, written] of WRITTEN) words.addWord(word, single.convert(written));
  for (const [stays, those] of STAYING)
    for (const word of those)
      words.addWord(
        word,
        word
          .split(stays)
          .map((part) => single.convert(part))
          .join(stays),
      );
  return words;
}

const isExchanged = ([word, written]: WordPair) => word !== written;

/** OpenCC's words that are exchanged or kept whole, and that shorter ones and ours do not cover; in Taiwan's characters. */
export function taiwanPhrasesOf(words: Trie, phrases: readonly WordPair[]): readonly WordPair[] {
  const used = phrases
    .map(([word, written]): WordPair => [taiwanForms.convert(word), taiwanForms.convert(written)])
    .filter(([word]) => isUsedInTaiwan(word));
  const all = [...used, ...OUR_TAIWAN_WORDS];
  const telling = new Set(takeUpPhrases(words, all.filter(isExchanged)));
  // Words that are not exchanged are kept whole, even if they contain one that is.
  for (const [word] of all.filter((pair) => !isExchanged(pair))) words.addWord(word, word);
  return used.filter((pair) => telling.has(pair) || !isExchanged(pair));
}

/** To Taiwan's words, from traditional Chinese in Taiwan's characters; see taiwan-words.ts. */
function wordsOfTaiwan({ TWPhrases }: Dictionaries): Trie {
  const words = new Trie();
  taiwanPhrasesOf(words, TWPhrases);
  return words;
}

/** All that converts Chinese, made of OpenCC's dictionaries and our own rules. */
export const makeScriptWords = (from: Dictionaries): ScriptWords => ({
  toHant: wordsToTraditional(from),
  toHans: wordsOf(from.TSCharacters, from.TSPhrases),
  toTaiwan: wordsOfTaiwan(from),
});

/** OpenCC's dictionaries as they are. */
export const wholeDictionaries = (): Dictionaries => ({
  STCharacters: pairsOf(toTraditional),
  STPhrases: pairsOf(toTraditionalPhrases),
  TSCharacters: pairsOf(toSimplified),
  TSPhrases: pairsOf(toSimplifiedPhrases),
  TWPhrases: pairsOf(taiwanPhrases),
  TWVariants: pairsOf(taiwan),
});

/** The words of the whole dictionaries: half a second's work for build and command line. */
export const wholeScriptWords = (): ScriptWords => makeScriptWords(wholeDictionaries());
