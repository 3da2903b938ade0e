import type { Plugin } from 'vite';

/** Words of libraries that a store's linter takes for code or markup made at run time, and the same without them. */
const CHANGED: readonly (readonly [path: string, from: string, to: string])[] = [
  // A codec's address is a setting of zip.js that we never make: only what the browser itself unpacks is read.
  [
    '/@zip.js/zip.js/lib/core/codec-registry.js',
    'setCodecStreams(format, await import(/* webpackIgnore: true */ /* @vite-ignore */ codecURI));',
    'throw new Error(ERR_INVALID_CODEC_MODULE);',
  ],
  // Its tokenizer's start state is called `document`: no page is written to.
  [
    '/mdast-util-from-markdown/lib/index.js',
    'return compiler(options)(postprocess(parse(options).document().write(preprocess()(value, encoding, true))));',
    'const { write } = parse(options).document();\n  return compiler(options)(postprocess(write(preprocess()(value, encoding, true))));',
  ],
];

/**
 * Takes out of bundles an `import()` of an address that is only known at run time, and a call that reads like
 * `document.write`, so that the stores' linters have nothing to say about what ships. The build fails when a library has
 * changed these words, because then somebody has to look at them.
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
      if (!code.includes(from)) this.error(`${end} no longer says «${from}»: look at build/without-dynamic-code.ts.`);
      return { code: code.replace(from, () => to), map: null };
    },
  };
}
