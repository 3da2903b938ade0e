import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import bcd from '@mdn/browser-compat-data' with { type: 'json' };
import { expect, test } from 'vitest';
import { ROOT } from '../scripts/programs.mjs';

/**
 * No old browser is to be had here, so what we say of the oldest is checked against browser-compat-data: each API of
 * extensions that is called, and every method in the source whose name browsers learned late. CSS falls back by itself.
 */
interface Statement {
  readonly __compat?: { readonly support: Readonly<Record<string, unknown>> };
}
type Browser = 'chrome' | 'firefox' | 'firefox_android';

const { oldestBrowsers } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly oldestBrowsers: { readonly chrome: string; readonly firefox: string; readonly firefoxAndroid: string };
};
const OLDEST: Readonly<Record<Browser, number>> = {
  chrome: Number(oldestBrowsers.chrome),
  firefox: Number(oldestBrowsers.firefox),
  firefox_android: Number(oldestBrowsers.firefoxAndroid),
};

/** Asked for before they are used, or with another way where they are missing. */
const GUARDED = new Set(['sidePanel.close']);
/** What only one kind of browser is asked for, or is asked only when it has it. */
const ONLY: Readonly<Record<string, readonly Browser[]>> = {
  sidePanel: ['chrome'],
  windows: ['chrome', 'firefox'],
  omnibox: ['chrome', 'firefox'],
  commands: ['chrome', 'firefox'],
};

/** The version a browser learned something in: 0 for always, infinite for never. */
function since(path: readonly string[], browser: Browser): number | null {
  let node: unknown = bcd;
  for (const step of path) node = (node as Readonly<Record<string, unknown>> | undefined)?.[step];
  const support = (node as Statement | undefined)?.__compat?.support[browser];
  if (support === undefined) return null;
  const [newest] = [support].flat() as { version_added?: string | boolean; flags?: unknown }[];
  const added = newest?.version_added;
  if (typeof added !== 'string' || newest?.flags) return Number.POSITIVE_INFINITY;
  return added === 'preview' ? Number.POSITIVE_INFINITY : Number(added.replace('≤', ''));
}

const sources = globSync('{core,compiler,components,entrypoints,platform}/**/*.{ts,tsx}', { cwd: ROOT })
  .map((file) => readFileSync(join(ROOT, file), 'utf8'))
  // Comments tell of what is not used.
  .map((text) => text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ''));
const code = sources.join('\n');

test('every API of extensions that we call is there in the oldest browsers', () => {
  const called = new Set(
    [...code.matchAll(/\bbrowser\.([a-z]\w+)\.([a-z]\w+)/g)].map(([, space, name]) => `${space}.${name}`),
  );
  expect(called.size).toBeGreaterThan(20);
  const late: string[] = [];
  for (const call of called) {
    const [space = '', name = ''] = call.split('.');
    if (GUARDED.has(call)) continue;
    for (const browser of ONLY[space] ?? (['chrome', 'firefox', 'firefox_android'] as const)) {
      const version = since(['webextensions', 'api', space, name], browser);
      if (version !== null && version > OLDEST[browser]) late.push(`${call}: ${browser} ${version}`);
    }
  }
  expect(late).toEqual([]);
});

/** Methods by the type they are of; a name that several types have is as old as the oldest of them that we could mean. */
const BUILTINS = [
  'Array',
  'TypedArray',
  'String',
  'Object',
  'Promise',
  'Set',
  'Map',
  'Iterator',
  'RegExp',
  'Intl',
  'URL',
  'Uint8Array',
];
const INTERFACES = [
  'AbortSignal',
  'Blob',
  'Response',
  'ReadableStream',
  'Element',
  'HTMLElement',
  'Document',
  'CSSStyleSheet',
  'URL',
  'URLSearchParams',
  'LockManager',
  'StorageManager',
  'Navigator',
  'Animation',
];

/** Everything that browsers learned after a version, by its name alone: as many suspects as can be. */
function learnedAfter(browser: Browser, version: number): Map<string, number> {
  const found = new Map<string, number>();
  const known = new Map<string, number>();
  for (const [root, types] of [
    [['javascript', 'builtins'], BUILTINS],
    [['api'], INTERFACES],
  ] as const) {
    for (const type of types) {
      let node: unknown = bcd;
      for (const step of [...root, type]) node = (node as Readonly<Record<string, unknown>> | undefined)?.[step];
      for (const name of Object.keys((node as object | undefined) ?? {})) {
        const added = since([...root, type, name], browser);
        if (added === null || !/^[a-z]\w{4,}$/.test(name)) continue;
        known.set(name, Math.min(known.get(name) ?? Number.POSITIVE_INFINITY, added));
      }
    }
  }
  for (const [name, added] of known) if (added > version) found.set(name, added);
  return found;
}

/** Names that mean something else with us, with the reason. */
const CLEARED: Readonly<Record<string, string>> = {
  union: "valibot's, for schemas",
  escape: 'of CSS, which is old; that of RegExp is new',
};

test.each(['chrome', 'firefox'] as const)('no method in the source is newer than the oldest %s', (browser) => {
  const late = [...learnedAfter(browser, OLDEST[browser])].filter(
    ([name]) => !Object.hasOwn(CLEARED, name) && new RegExp(`\\w\\.${name}\\(`).test(code),
  );
  expect(late).toEqual([]);
});

test('README says the versions that the manifests state', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  expect(readme).toContain(`| Chrome, Edge, Brave, Chromium | ${OLDEST.chrome} |`);
  expect(readme).toContain(`| Firefox | ${OLDEST.firefox} |`);
});
