import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { FAMILIES } from '../compiler/language-signs.ts';

/** What franc's own module exports: by script and language, its trigrams from the commonest on. */
interface Data {
  readonly data: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/**
 * Removes the trigrams of languages that the compiler never asks franc about, 78 of 113 kB (gzip). The command line has
 * them all, with the same result.
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
      // A fifth of them would be the bars that franc splits them at.
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
