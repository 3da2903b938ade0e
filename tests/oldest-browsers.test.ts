import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../scripts/programs.mjs';
import { type Browser, dataAt, lateIn, OLDEST, since } from './browser-compat.ts';

/**
 * No old browser is to be had here, so what we say of the oldest is checked against browser-compat-data: each API of
 * extensions that is called, each key of the manifests, and every method in the source whose name browsers learned late.
 * oldest-css.test.ts does the same for the style sheets.
 */

/** Asked for before they are used, or with another way where they are missing. */
const GUARDED = new Set(['sidePanel.close']);
/** What only one kind of browser is asked for, or is asked only when it has it. */
const ONLY: Readonly<Record<string, readonly Browser[]>> = {
  sidePanel: ['chrome'],
  windows: ['chrome', 'firefox'],
  omnibox: ['chrome', 'firefox'],
  commands: ['chrome', 'firefox'],
};

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
    late.push(...lateIn(['webextensions', 'api', space, name], ONLY[space]).map((which) => `${call}: ${which}`));
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
      for (const name of Object.keys(dataAt([...root, type]) ?? {})) {
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

/** Keys whose value names things that the data lists below the key: `permissions: ["storage"]` is `permissions.storage`. */
const LISTS = new Set(['permissions', 'optional_permissions']);
/** Keys that a browser without them passes over, with all below them, and what it does instead. */
const PASSED_OVER: Readonly<Record<string, string>> = {
  commands: 'phones have no keys for them',
  omnibox: 'the popup looks up the same',
  sidebar_action: 'on a phone the panel is a tab',
  'browser_specific_settings.gecko_android': 'is for phones alone',
};
const isPassedOver = (key: string) =>
  Object.keys(PASSED_OVER).some((over) => key === over || key.startsWith(`${over}.`));

/** Where the data keeps each key that a manifest has, down to the keys that it knows. */
function keysOf(value: unknown, path: readonly string[] = ['webextensions', 'manifest']): (readonly string[])[] {
  if (Array.isArray(value)) {
    const isList = LISTS.has(path.at(-1) ?? '');
    return isList ? value.map((name) => [...path, String(name)]) : value.flatMap((each) => keysOf(each, path));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .map(([key, below]) => [[...path, key], below] as const)
    .filter(([at]) => dataAt(at) !== undefined)
    .flatMap(([at, below]) => [at, ...keysOf(below, at)]);
}

test.each([
  ['chrome', ['chrome']],
  ['firefox', ['firefox', 'firefox_android']],
] as const)('every key of the manifest for %s is there in the oldest browsers', (build, browsers) => {
  const manifest = readFileSync(join(ROOT, 'tests', 'browser', 'manifests', `${build}.json`), 'utf8');
  const keys = keysOf(JSON.parse(manifest));
  expect(keys.length).toBeGreaterThan(20);
  const late = keys
    .map((path) => [path.slice(2).join('.'), lateIn(path, browsers)] as const)
    .filter(([key, without]) => without.length > 0 && !isPassedOver(key));
  expect(late).toEqual([]);
});

test('README says the versions that the manifests state', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  expect(readme).toContain(`| Chrome, Edge, Brave, Chromium | ${OLDEST.chrome} |`);
  expect(readme).toContain(`| Firefox | ${OLDEST.firefox} |`);
});
