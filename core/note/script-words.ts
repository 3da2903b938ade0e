import { Trie } from 'opencc-js/core';

declare module 'opencc-js/core' {
  interface Trie {
    /** By code point. */
    readonly map: TrieNode;
  }
  interface TrieNode extends ReadonlyMap<number, TrieNode> {
    /** How the word that ends here is written. */
    readonly trie_val?: string;
  }
}

/** What converts Chinese: dictionaries whose longest word is replaced at every place of a text. */
export interface ScriptWords {
  /** To traditional characters as Taiwan writes them. */
  readonly toHant: Trie;
  readonly toHans: Trie;
  /** From a text in these traditional characters to Taiwan's vocabulary: `內存 記憶體`. */
  readonly toTaiwan: Trie;
}

/** A word and how it is written instead. */
export type WordPair = readonly [word: string, written: string];

/**
 * The three dictionaries as a file. What one direction says of the other is left out: a third of the whole.
 */
export interface ScriptFile {
  /** Simplified and traditional characters, by turns, each one code unit. */
  readonly characters: string;
  /**
   * To traditional characters, separated by `|`: phrases as they are written there, for their characters say how they are
   * written here, or `word written` where they do not.
   */
  readonly phrases: string;
  /** To simplified characters, `word written|…`: what does not follow from `characters`. */
  readonly simplified: string;
  /** `word written|…`. */
  readonly taiwan: string;
}

/** The words of a dictionary, shorter ones first. */
export function pairsIn({ map }: Trie): readonly WordPair[] {
  const pairs: WordPair[] = [];
  const add = (node: Trie['map'], word: string) => {
    if (node.trie_val !== undefined) pairs.push([word, node.trie_val]);
    for (const [code, next] of node) add(next, word + String.fromCodePoint(code));
  };
  add(map, '');
  return pairs.sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1));
}

const isCharacter = (pair: WordPair) => pair.every((word) => word.length === 1);
const written = (pairs: readonly WordPair[]) => pairs.map((pair) => pair.join(' ')).join('|');

/** By traditional character the first simplified one that becomes it. */
const inverseOf = (characters: readonly WordPair[]) =>
  new Map(characters.toReversed().map(([simple, traditional]) => [traditional, simple]));

/** The characters of a text as a table has them; others stay. */
const byCharacter = (text: string, table: ReadonlyMap<string, string>) =>
  Array.from(text, (each) => table.get(each) ?? each).join('');

/** The inverse of {@link readScripts}. */
export function writeScripts({ toHant, toHans, toTaiwan }: ScriptWords): ScriptFile {
  const hant = pairsIn(toHant);
  const hans = pairsIn(toHans);
  const characters = hant.filter(isCharacter);
  const inverse = inverseOf(characters);
  const known = new Map(hans);
  const surplus = [...inverse.keys()].filter((each) => !known.has(each)).map((each): WordPair => [each, each]);
  const simplified = [...hans.filter(([word, simple]) => inverse.get(word) !== simple), ...surplus];
  const table = new Map([...inverse, ...simplified]);
  const phrases = hant
    .filter((pair) => !isCharacter(pair))
    .map((pair) => (byCharacter(pair[1], table) === pair[0] ? pair[1] : pair.join(' ')));
  return {
    characters: characters.flat().join(''),
    phrases: phrases.join('|'),
    simplified: written(simplified),
    taiwan: written(pairsIn(toTaiwan)),
  };
}

/** Some milliseconds. @param file Made by this extension's own build; nothing is checked. */
export function readScripts({ characters, phrases, simplified, taiwan }: ScriptFile): ScriptWords {
  const pairs = Array.from({ length: characters.length / 2 }, (_, at): WordPair => {
    return [characters.charAt(2 * at), characters.charAt(2 * at + 1)];
  });
  const inverse = inverseOf(pairs);
  const rest = simplified.split('|').map((line): WordPair => {
    const [word = '', simple = ''] = line.split(' ');
    return [word, simple];
  });
  const table = new Map([...inverse, ...rest]);
  const toHant = dictionary(pairs);
  for (const phrase of phrases.split('|')) {
    const [word = '', traditional] = phrase.split(' ');
    if (traditional === undefined) toHant.addWord(byCharacter(word, table), word);
    else toHant.addWord(word, traditional);
  }
  const toTaiwan = new Trie();
  toTaiwan.loadDict(taiwan);
  return { toHant, toHans: dictionary(table), toTaiwan };
}

function dictionary(pairs: Iterable<WordPair>): Trie {
  const words = new Trie();
  for (const [word, written] of pairs) words.addWord(word, written);
  return words;
}
