import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUILD = `${ROOT}/.output/chrome-mv3`;

/** Code that turns text into code or markup, or pulls in Node's Buffer. The stores' reviewers look for the same. */
const FORBIDDEN = {
  eval: /(?<![\w.$])eval\s*\(/,
  'new Function': /\bnew\s+Function\b|(?<![\w.$])Function\s*\(\s*["'`]/,
  Buffer: /(?<![\w.$])Buffer\s*(?:\.\s*(?:from|alloc)|\()|["']buffer["']/,
  innerHTML: /\.(?:inner|outer)HTML\s*=(?!=)|\.insertAdjacentHTML\b|\.setHTMLUnsafe\b|document\.write\s*\(/,
  'code from elsewhere': /\bimport\s*\(\s*["'`]https?:|\bimportScripts\s*\(\s*["'`]https?:/,
};

test('no chunk turns text into code or markup, or loads code from elsewhere', () => {
  const scripts = globSync('**/*.js', { cwd: BUILD });
  expect(scripts.length).toBeGreaterThan(10);
  const found = scripts.flatMap((file) => {
    const text = readFileSync(`${BUILD}/${file}`, 'utf8');
    return Object.entries(FORBIDDEN).flatMap(([what, pattern]) => {
      const at = pattern.exec(text);
      return at ? [`${file}: ${what}: ${text.slice(Math.max(0, at.index - 60), at.index + 60)}`] : [];
    });
  });
  expect(found).toEqual([]);
});

test('no page of the extension loads anything from elsewhere', () => {
  for (const file of globSync('**/*.html', { cwd: BUILD })) {
    const text = readFileSync(`${BUILD}/${file}`, 'utf8');
    expect(text.match(/(?:src|href)="https?:[^"]*"/g), file).toBeNull();
  }
});

test('every package in the extension is on the page of notices with its licence', () => {
  const page = readFileSync(`${BUILD}/notices.html`, 'utf8');
  const { packages } = JSON.parse(readFileSync(`${ROOT}/package-lock.json`, 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly version: string; readonly dependencies?: object }>>;
  };
  const named = [...page.matchAll(/<li>(\S+) (\S+)/g)].map(([, name = '', version = '']) => [name, version] as const);
  expect(named.length).toBeGreaterThan(50);
  // The versions of the lock file, wherever npm has installed the package.
  for (const [name, version] of named) {
    const places = Object.keys(packages).filter((path) => path.endsWith(`node_modules/${name}`));
    expect(places.map((path) => packages[path]?.version)).toContain(version);
  }
  // Dependencies of package.json, indirect ones, and the licences of data.
  const names = named.map(([name]) => name);
  // @ariakit/react only re-exports its own packages.
  const bundled = Object.keys(packages['']?.dependencies ?? {}).filter((name) => name !== '@ariakit/react');
  expect(bundled.filter((name) => !names.includes(name))).toEqual([]);
  expect(names).toEqual(
    expect.arrayContaining(['webextension-polyfill', 'scheduler', 'micromark', 'rolldown', 'vite']),
  );
  for (const licence of ['Mozilla Public License', 'Apache License', 'The Sleevenotes authors']) {
    expect(page).toContain(licence);
  }
});
