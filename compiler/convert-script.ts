import type { Trie } from 'opencc-js/core';
import type { Edition } from '../core/note/episode.ts';
import { type ChineseScript, otherScript } from '../core/note/other-script.ts';
import { rewriteEdition } from '../core/note/rewrite-edition.ts';
import { WORDS_TO } from './script-words.ts';

declare module 'opencc-js/core' {
  interface Trie {
    /** By code point. */
    readonly map: TrieNode;
  }
  interface TrieNode extends ReadonlyMap<number, TrieNode> {}
}

/** A dictionary, and tables that tell of most places in a text without it that no word begins there. */
interface Words {
  readonly dictionary: Trie;
  /** 1 for each code unit that begins a word. */
  readonly begins: Uint8Array;
  /** 1 for each two code units that begin a longer word, by {@link pairAt}; a few others have it, too. */
  readonly pairs: Uint8Array;
}

const UNITS = 0x1_0000;
const PAIRS = 0x4_0000;

/** The place of two code units in a table. */
const pairAt = (text: string, at: number): number =>
  (Math.imul(text.charCodeAt(at), 0x9e3b) ^ text.charCodeAt(at + 1)) & (PAIRS - 1);

/** Made when the first note asks for them: most notes are in one script. */
const made = new Map<ChineseScript, Words>();

function wordsTo(script: ChineseScript): Words {
  const words = made.get(script) ?? withTables(WORDS_TO[script]());
  made.set(script, words);
  return words;
}

function withTables(dictionary: Trie): Words {
  const begins = new Uint8Array(UNITS);
  const pairs = new Uint8Array(PAIRS);
  for (const [code, next] of dictionary.map) {
    const first = String.fromCodePoint(code);
    begins[first.charCodeAt(0)] = 1;
    if (first.length > 1) pairs[pairAt(first, 0)] = 1;
    for (const second of next.keys()) pairs[pairAt(first + String.fromCodePoint(second), 0)] = 1;
  }
  return { dictionary, begins, pairs };
}

/**
 * The edition with its conversion to the other script of Chinese: those of OpenCC's words that are its own. Replaced by
 * these alone, its texts come out as by the whole dictionary, because at every place the longest word is among them.
 * Any other edition is returned as it is.
 */
export function withConversion<E extends Edition>(edition: E): E {
  const language = otherScript(edition.language);
  if (language === null) return edition;
  const { dictionary, begins, pairs } = wordsTo(language);
  const used = new Map<string, string>();
  /** 1 for each code unit whose own word is among those used already, or that has none. */
  const done = new Uint8Array(UNITS);
  rewriteEdition(edition, (text) => {
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
    return text;
  });
  if (used.size === 0) return edition;
  const words = [...used].map((pair) => pair.join(' ')).sort();
  return { ...edition, conversion: { language, words: words.join('|') } };
}
