import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { FAMILIES } from '../compiler/language-signs.ts';

/** The exports of franc's data module: trigrams by script and language, most common first. */
interface Data {
  readonly data: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/**
 * Removes the trigrams of languages that the compiler never passes to franc, 78 of 113 kB (gzip). The command line has them
 * all, with the same result.
 */
export function fewTrigrams(): Plugin {
  return {
    name: 'sleevenotes:few-trigrams',
    enforce: 'pre',
    async transform(_code, id) {
      const path = id.split('?', 1)[0] ?? id;
      if (!/\/franc\/data\.js$/.test(path)) return;
      const { data } = (await import(pathToFileURL(path).href)) as Data;
      const kept = Object.entries(FAMILIES).map(([script, family]) => {
        const asked = new Set(Object.values(family).flatMap(({ franc }) => franc));
        return [script, Object.fromEntries(Object.entries(data[script] ?? {}).filter(([code]) => asked.has(code)))];
      });
      // The bars that franc splits them at would be a fifth of the text.
      const written = JSON.stringify(Object.fromEntries(kept)).replaceAll('|', '');
      return {
        code: [
          'export const data = {};',
          `for (const [script, languages] of Object.entries(${written})) {`,
          '  data[script] = {};',
          "  for (const code in languages) data[script][code] = languages[code].match(/.{3}/gu).join('|');",
          '}',
        ].join('\n'),
        map: null,
      };
    },
  };
}
