import type { Plugin } from 'vite';

/**
 * Takes out of gray-matter what a browser must not have: the `eval` that runs JavaScript front matter (our compiler
 * refuses it anyway; an extension's content policy and its reviewers refuse the mere word) and Node's `Buffer`, which
 * gray-matter makes of every file and nobody reads.
 */
export function safeGrayMatter(): Plugin {
  return {
    name: 'sleevenotes:safe-gray-matter',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('/gray-matter/lib/')) return;
      const safe = code
        .replace('return eval(str) || {};', "throw new Error('JavaScript front matter is not read');")
        .replace("typeof input === 'string' ? Buffer.from(input) : input", 'input');
      return safe === code ? undefined : { code: safe, map: null };
    },
  };
}
