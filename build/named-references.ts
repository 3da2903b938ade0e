import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const TABLE = fileURLToPath(new URL('../node_modules/decode-named-character-reference/index.js', import.meta.url));

/** Makes workers decode `&amp;` with a table of all names: the decoder's browser version needs a document. */
export function namedReferences(): Plugin {
  return {
    name: 'sleevenotes:named-references',
    enforce: 'pre',
    resolveId: (id) => (id === 'decode-named-character-reference' ? TABLE : null),
  };
}
