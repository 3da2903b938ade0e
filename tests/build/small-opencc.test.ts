import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { smallOpencc } from '../../build/small-opencc.ts';
import { WORDS_TO } from '../../compiler/script-words.ts';

/** The compiler's dictionaries as in a bundle. */
async function bundled(): Promise<typeof WORDS_TO> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [smallOpencc()],
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(new URL('../../compiler/script-words.ts', import.meta.url)),
        formats: ['es'],
        fileName: 'words',
      },
    },
  });
  const [{ output } = { output: [] }] = Array.isArray(built) ? built : [];
  const [chunk] = output;
  if (chunk?.type !== 'chunk') throw new Error('nothing was built');
  const url = `data:text/javascript;base64,${Buffer.from(chunk.code).toString('base64')}`;
  return ((await import(/* @vite-ignore */ url)) as { WORDS_TO: typeof WORDS_TO }).WORDS_TO;
}

test('a bundle converts like the whole dictionaries', async () => {
  const words = await bundled();
  const simplified =
    '这只是一只鸟。他发现头发干了，干部在树干下吃面条，面对现实；皇后后来离开，公里与心里，复杂与恢复，钟表，关系与系统，制造半导体。';
  const traditional = WORDS_TO['zh-Hant']().convert(simplified);
  expect(traditional).toContain('這只是一隻鳥');
  expect(words['zh-Hant']().convert(simplified)).toBe(traditional);
  const chinese = '乾隆皇帝的頭髮乾了，著作與跟著，藉口與憑藉。';
  expect(words['zh-Hans']().convert(chinese)).toBe(WORDS_TO['zh-Hans']().convert(chinese));
});
