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
      const lines = whole.split('|').filter(isBasic);
      return { code: `export default ${JSON.stringify(lines.map((line) => line.slice(0, 3)).join('|'))};`, map: null };
    },
  };
}
