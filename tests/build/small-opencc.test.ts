import { createRequire } from 'node:module';
import whole from 'opencc-js/dict/TSCharacters';
import { expect, test } from 'vitest';
import { smallOpencc } from '../../build/small-opencc.ts';

type Transform = (code: string, id: string) => Promise<{ readonly code: string }>;

test('in a bundle a character has the first conversion of OpenCC’s own list, in the same form', async () => {
  const path = createRequire(import.meta.url)
    .resolve('opencc-js/dict/TSCharacters')
    .replaceAll('\\', '/');
  const module = path.replace(/\/dist\/.*/, '/dist/esm-lib/dict/TSCharacters.js');
  const { code } = await (smallOpencc().transform as unknown as Transform)('', module);
  const { default: bundled } = (await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`
  )) as {
    default: string;
  };
  const lines = bundled.split('|');
  expect(lines).toContain('頭 头');
  expect(lines).toContain('乾 干');
  expect(lines.length).toBeGreaterThan(2000);
  const known = new Set(whole.split('|').map((line) => line.split(' ').slice(0, 2).join(' ')));
  expect(lines.filter((line) => !known.has(line))).toEqual([]);
});
