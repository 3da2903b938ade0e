import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConverterFactory } from 'opencc-js/core';
import type { Plugin } from 'vite';
import { charactersOf, inTaiwan, pairsOf, takeUpPhrases, type WordPair } from '../compiler/script-words.ts';
import { packCharacters, packPhrases, turnedAround } from './packed-words.ts';

const UNPACK = fileURLToPath(new URL('./packed-words.ts', import.meta.url));

const dictionary = async (folder: string, name: string): Promise<string> =>
  ((await import(join(folder, `${name}.js`))) as { default: string }).default;

/** Beyond the basic plane lie characters nobody writes notes with. */
const isBasic = (pair: WordPair) => pair.every((word) => word.length === 1) && pair[0] !== pair[1];
const written = (pairs: readonly WordPair[]) => pairs.map((pair) => pair.join(' ')).join('|');

/** The dictionary of single characters with what lies beyond the basic plane left out. */
const basic = async (folder: string, name: string) => pairsOf(await dictionary(folder, name)).filter(isBasic);

/** What `STCharacters` says that turning `TSCharacters` around does not. */
function exceptions(toSimplified: string, toTraditional: readonly WordPair[]): string {
  const turned = new Map(pairsOf(turnedAround(toSimplified, '')));
  const right = new Map(toTraditional);
  const wrong = [...turned].filter(([word]) => !right.has(word)).map(([word]) => word + word);
  return [...wrong, ...toTraditional.filter(([word, as]) => turned.get(word) !== as).map((pair) => pair.join(''))].join(
    '',
  );
}

/** Each dictionary's new module; the rest of OpenCC stays as it is. */
const MODULES: Readonly<Record<string, (folder: string) => Promise<string>>> = {
  async TSCharacters(folder) {
    const packed = packCharacters(await basic(folder, 'TSCharacters'));
    return `import { unpackCharacters } from ${JSON.stringify(UNPACK)};
      export default unpackCharacters(${JSON.stringify(packed)});`;
  },
  async STCharacters(folder) {
    const differing = exceptions(written(await basic(folder, 'TSCharacters')), await basic(folder, 'STCharacters'));
    return `import { turnedAround } from ${JSON.stringify(UNPACK)};
      import toSimplified from './TSCharacters.js';
      export default turnedAround(toSimplified, ${JSON.stringify(differing)});`;
  },
  async STPhrases(folder) {
    const characters = await basic(folder, 'STCharacters');
    const phrases = pairsOf(await dictionary(folder, 'STPhrases'));
    const telling = new Set(takeUpPhrases(charactersOf(inTaiwan(characters)), inTaiwan(phrases)).map(([word]) => word));
    const packed = packPhrases(
      phrases.filter(([word]) => telling.has(word)),
      ConverterFactory([written(characters)]),
    );
    return `import { unpackPhrases } from ${JSON.stringify(UNPACK)};
      import characters from './STCharacters.js';
      export default unpackPhrases(${JSON.stringify(packed)}, characters);`;
  },
  async TSPhrases(folder) {
    const characters = await basic(folder, 'TSCharacters');
    const telling = takeUpPhrases(charactersOf(characters), pairsOf(await dictionary(folder, 'TSPhrases')));
    return `export default ${JSON.stringify(written(telling))};`;
  },
};

/**
 * Makes OpenCC's dictionaries small enough for an extension: what they say of the characters and phrases notes are
 * written with, in a twentieth of their size. The build and the command line have them whole; see docs/adr/0010.
 */
export function smallOpencc(): Plugin {
  return {
    name: 'sleevenotes:small-opencc',
    enforce: 'pre',
    async transform(_code, id) {
      const path = id.split('?', 1)[0] ?? id;
      const name = /\/opencc-js\/dist\/esm-lib\/dict\/(\w+)\.js$/.exec(path)?.[1];
      const make = name === undefined || !Object.hasOwn(MODULES, name) ? undefined : MODULES[name];
      return make && { code: await make(dirname(path)), map: null };
    },
  };
}
