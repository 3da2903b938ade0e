import type { Plugin } from 'vite';

/** Code of libraries that a store's linter reports as dynamic code or markup, and an equivalent that it does not report. */
const CHANGED: readonly (readonly [path: string, from: string, to: string])[] = [
  // A custom codec's address, a setting of zip.js that is never used here: the browser's own decompression is enough.
  [
    '/@zip.js/zip.js/lib/core/codec-registry.js',
    'setCodecStreams(format, await import(/* webpackIgnore: true */ /* @vite-ignore */ codecURI));',
    'throw new Error(ERR_INVALID_CODEC_MODULE);',
  ],
  // The tokenizer's start state is called `document`: this does not write to a page.
  [
    '/mdast-util-from-markdown/lib/index.js',
    'return compiler(options)(postprocess(parse(options).document().write(preprocess()(value, encoding, true))));',
    'const { write } = parse(options).document();\n  return compiler(options)(postprocess(write(preprocess()(value, encoding, true))));',
  ],
];

/**
 * Removes from bundles an `import()` of a run-time address and a call that looks like `document.write`, so that the stores'
 * linters report nothing. The build fails when a library has changed this code, so that the replacement is reviewed.
 */
export function withoutDynamicCode(): Plugin {
  return {
    name: 'sleevenotes:without-dynamic-code',
    enforce: 'pre',
    apply: 'build',
    transform(code, id) {
      const path = id.split('?', 1)[0] ?? id;
      const change = CHANGED.find(([end]) => path.endsWith(end));
      if (!change) return;
      const [end, from, to] = change;
      if (!code.includes(from)) this.error(`${end} no longer contains «${from}»: adapt build/without-dynamic-code.ts.`);
      return { code: code.replace(from, () => to), map: null };
    },
  };
}
