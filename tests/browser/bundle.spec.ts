import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

const BUILD = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));

/** What turns text into code or markup, or drags Node's Buffer in. Reviewers of the stores look for the same. */
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

test('no page of ours loads anything from elsewhere', () => {
  for (const file of globSync('**/*.html', { cwd: BUILD })) {
    const text = readFileSync(`${BUILD}/${file}`, 'utf8');
    expect(text.match(/(?:src|href)="https?:[^"]*"/g), file).toBeNull();
  }
});
