import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/** Notes rarely use characters outside the basic multilingual plane. */
const isBasic = (line: string) => /^(.) (.)( |$)/.test(line);

/**
 * Reduces the one dictionary of OpenCC that is in a bundle, of characters, to those that names are recognised by, each with
 * its first conversion. All others are in a file; see script-file.ts.
 */
export function smallOpencc(): Plugin {
  return {
    name: 'sleevenotes:small-opencc',
    enforce: 'pre',
    async transform(_code, id) {
      const [path = ''] = id.split('?', 1);
      if (!path.endsWith('/opencc-js/dist/esm-lib/dict/TSCharacters.js')) return undefined;
      const { default: whole } = (await import(pathToFileURL(path).href)) as { default: string };
      // Stored without OpenCC's separators, a sixth smaller: `头頭发髮` for `头 頭|发 髮`.
      const pairs = whole
        .split('|')
        .filter(isBasic)
        .map(([from = '', , to = '']) => from + to);
      const code = `export default ${JSON.stringify(pairs.join(''))}.match(/../g).map(([a, b]) => a + ' ' + b).join('|');`;
      return { code, map: null };
    },
  };
}
