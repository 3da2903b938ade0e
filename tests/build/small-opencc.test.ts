import { ConverterFactory } from 'opencc-js/core';
import toSimplified from 'opencc-js/dict/TSCharacters';
import { build } from 'vite';
import { expect, test } from 'vitest';
import {
  packCharacters,
  packPhrases,
  turnedAround,
  unpackCharacters,
  unpackPhrases,
} from '../../build/packed-words.ts';
import { smallOpencc } from '../../build/small-opencc.ts';
import { pairsOf, WORDS_TO, type WordPair } from '../../compiler/script-words.ts';

const isBasic = ([word, written]: WordPair) => word.length === 1 && written.length === 1 && word !== written;
const lines = (pairs: readonly WordPair[]) => pairs.map((pair) => pair.join(' ')).sort();

test('characters come out of their packing as they went in', () => {
  const pairs = pairsOf(toSimplified).filter(isBasic);
  expect(pairs.length).toBeGreaterThan(2900);
  const packed = packCharacters(pairs);
  expect(packed).toMatch(/^[\x20-\x7e]+$/);
  expect(lines(pairsOf(unpackCharacters(packed)))).toEqual(lines(pairs));
});

test('phrases come out of their packing as they went in, and those it is not made for are left out', () => {
  const characters = '发 發|头 頭|只 只|这 這';
  const alone = ConverterFactory([characters]);
  const phrases: WordPair[] = [
    ['头发', '頭髮'],
    ['发卡', '髮卡'],
    ['一只', '一隻'],
    ['这只', '這隻'],
    ['这只是', '這只是'],
    ['发发', '髮髮'],
  ];
  const others: WordPair[] = [
    ['头发丝', '頭髮絲'],
    ['\u{20000}只', '\u{20000}隻'],
  ];
  const packed = packPhrases([...phrases, ...others], alone);
  expect(lines(pairsOf(unpackPhrases(packed, characters)))).toEqual(lines(phrases));
});

test('a dictionary turned around says the first of several, but for the exceptions', () => {
  expect(turnedAround('發 发|髮 发|後 后', '后后')).toBe('发 發|后 后');
});

/** The compiler's dictionaries as a bundle has them. */
async function bundled(): Promise<typeof WORDS_TO> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [smallOpencc()],
    build: {
      write: false,
      lib: {
        entry: new URL('../../compiler/script-words.ts', import.meta.url).pathname,
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

test('a bundle converts as the whole dictionaries do', async () => {
  const words = await bundled();
  const simplified =
    '这只是一只鸟。他发现头发干了，干部在树干下吃面条，面对现实；皇后后来离开，公里与心里，复杂与恢复，钟表，关系与系统，制造半导体。';
  const traditional = WORDS_TO['zh-Hant']().convert(simplified);
  expect(traditional).toContain('這只是一隻鳥');
  expect(words['zh-Hant']().convert(simplified)).toBe(traditional);
  const chinese = '乾隆皇帝的頭髮乾了，著作與跟著，藉口與憑藉。';
  expect(words['zh-Hans']().convert(chinese)).toBe(WORDS_TO['zh-Hans']().convert(chinese));
});
