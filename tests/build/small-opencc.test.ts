import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { smallOpencc } from '../../build/small-opencc.ts';
import { WORDS_TO, wordsOfTaiwan } from '../../compiler/script-words.ts';

/** The compiler's dictionaries as in a bundle. */
async function bundled(): Promise<Bundled> {
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
  const code = Buffer.from(chunk.code).toString('base64');
  return (await import(/* @vite-ignore */ `data:text/javascript;base64,${code}`)) as Bundled;
}

interface Bundled {
  readonly WORDS_TO: typeof WORDS_TO;
  readonly wordsOfTaiwan: typeof wordsOfTaiwan;
}

test('a bundle converts like the whole dictionaries', async () => {
  const { WORDS_TO: words, wordsOfTaiwan: bundledTaiwan } = await bundled();
  const simplified =
    '这只是一只鸟。他发现头发干了，干部在树干下吃面条，面对现实；皇后后来离开，公里与心里，复杂与恢复，钟表，关系与系统，制造半导体。';
  const traditional = WORDS_TO['zh-Hant']().convert(simplified);
  expect(traditional).toContain('這只是一隻鳥');
  expect(words['zh-Hant']().convert(simplified)).toBe(traditional);
  const chinese = '乾隆皇帝的頭髮乾了，著作與跟著，藉口與憑藉。';
  expect(words['zh-Hans']().convert(chinese)).toBe(WORDS_TO['zh-Hans']().convert(chinese));
  const mainland = '內存與芯片，電視頻道裡的視頻，人工智能的算法，理智能夠戰勝，支持這份文件，大數據分析。';
  const taiwan = wordsOfTaiwan().convert(mainland);
  expect(taiwan).toBe('記憶體與晶片，電視頻道裡的影片，人工智慧的演算法，理智能夠戰勝，支持這份文件，大數據分析。');
  expect(bundledTaiwan().convert(mainland)).toBe(taiwan);
});
