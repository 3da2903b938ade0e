import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Trie } from 'opencc-js/core';
import type { Plugin } from 'vite';
import {
  charactersOf,
  inTaiwan,
  pairsOf,
  taiwanPhrasesOf,
  takeUpPhrases,
  type WordPair,
} from '../compiler/script-words.ts';

const dictionary = async (folder: string, name: string): Promise<readonly WordPair[]> =>
  pairsOf(((await import(pathToFileURL(join(folder, `${name}.js`)).href)) as { default: string }).default);

/** Notes rarely use characters outside the basic multilingual plane. */
const isBasic = (pair: WordPair) => pair.every((word) => word.length === 1) && pair[0] !== pair[1];
const basic = async (folder: string, name: string) => (await dictionary(folder, name)).filter(isBasic);

/** A module with the pairs in OpenCC's format, `头 頭|发 髮`. Pairs of characters are stored without the separators: `头頭发髮`. */
function moduleOf(pairs: readonly WordPair[]): string {
  if (!pairs.every(isBasic)) return `export default ${JSON.stringify(pairs.map((pair) => pair.join(' ')).join('|'))};`;
  const characters = JSON.stringify(pairs.flat().join(''));
  return `export default ${characters}.match(/../g).map(([word, written]) => word + ' ' + written).join('|');`;
}

/** The entries kept of each dictionary; dictionaries not listed here are unchanged. */
const REMAINS: Readonly<Record<string, (folder: string) => Promise<readonly WordPair[]>>> = {
  TSCharacters: (folder) => basic(folder, 'TSCharacters'),
  STCharacters: (folder) => basic(folder, 'STCharacters'),
  // The compiler leaves out phrases that only repeat the conversion of their characters: 42,256 of 49,238. Of the others,
  // bundles keep those of two characters, and those of up to four that contain such a phrase.
  async STPhrases(folder) {
    const phrases = await dictionary(folder, 'STPhrases');
    const characters = charactersOf(inTaiwan(await basic(folder, 'STCharacters')));
    const telling = takeUpPhrases(characters, inTaiwan(phrases)).map(([phrase]) => phrase);
    const pairs = new Set(telling.filter((phrase) => phrase.length === 2));
    const overrules = (phrase: string) =>
      phrase.length <= 4 && Array.from(phrase).some((_, at) => pairs.has(phrase.slice(at, at + 2)));
    const kept = new Set(telling.filter((phrase) => pairs.has(phrase) || overrules(phrase)));
    return phrases.filter(([phrase]) => kept.has(phrase));
  },
  TSPhrases: async (folder) =>
    takeUpPhrases(charactersOf(await basic(folder, 'TSCharacters')), await dictionary(folder, 'TSPhrases')),
  TWPhrases: async (folder) => taiwanPhrasesOf(new Trie(), await dictionary(folder, 'TWPhrases')),
};

/**
 * Reduces OpenCC's dictionaries in bundles to the entries that the compiler uses, a seventh of their size. The build and the
 * command line use the whole dictionaries, with the same result but for rare longer phrases; see docs/adr/0010.
 */
export function smallOpencc(): Plugin {
  return {
    name: 'sleevenotes:small-opencc',
    enforce: 'pre',
    async transform(_code, id) {
      const path = id.split('?', 1)[0] ?? id;
      const name = /\/opencc-js\/dist\/esm-lib\/dict\/(\w+)\.js$/.exec(path)?.[1];
      const remains = name !== undefined && Object.hasOwn(REMAINS, name) ? REMAINS[name] : undefined;
      return remains && { code: moduleOf(await remains(dirname(path))), map: null };
    },
  };
}
