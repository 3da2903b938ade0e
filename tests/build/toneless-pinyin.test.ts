import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pinyin } from 'pinyin-pro';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tonelessPinyin } from '../../build/toneless-pinyin.ts';
import fc from '../fast-check.ts';

const ROOT = join(import.meta.dirname, '../..');
const options = { toneType: 'none', type: 'array', nonZh: 'consecutive' } as const;

let folder: string;
let trimmed: typeof pinyin;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sleevenotes-pinyin-'));
  const entry = join(createRequire(import.meta.url).resolve('pinyin-pro'), '../../dist/index.mjs');
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    plugins: [tonelessPinyin()],
    build: { lib: { entry, formats: ['es'], fileName: 'trimmed' }, outDir: folder, minify: false },
  });
  const [bundle = ''] = (await readdir(folder)).filter((file) => /\.m?js$/.test(file));
  // Otherwise the two would be the same.
  expect(await readFile(join(folder, bundle), 'utf8')).not.toContain('chóng qìng');
  trimmed = (await import(pathToFileURL(join(folder, bundle)).href)).pinyin;
});
afterAll(() => rm(folder, { recursive: true }));

const differing = (texts: readonly string[]) =>
  texts.filter((text) => trimmed(text, options).join(' ') !== pinyin(text, options).join(' '));

test('every run of Han characters in the bundled notes has the same reading as with the whole dictionary', async () => {
  const files = (await readdir(join(ROOT, 'content'))).map((file) => readFile(join(ROOT, 'content', file), 'utf8'));
  const runs = [...new Set((await Promise.all(files)).join('\n').match(/\p{Script=Han}{2,}/gu))];
  expect(runs.length).toBeGreaterThan(1000);
  expect(differing(runs)).toEqual([]);
});

test('so do words that are read otherwise than their characters', () => {
  const words = [
    '银行',
    '行长',
    '重庆',
    '长乐',
    '音乐',
    '单于',
    '会计',
    '朝鲜',
    '角色',
    '大夫',
    '参差',
    '曾国藩',
    '女巫',
  ];
  expect(differing(words)).toEqual([]);
  expect(trimmed('银行行长', options)).toEqual(['yin', 'hang', 'hang', 'zhang']);
});

test('so do words that share a character with one that is read otherwise', () => {
  expect(
    differing(['有人参与', '有人参加', '银行为', '银行动', '睡觉得', '大夫人', '不便宜', '音乐趣', '很长大家']),
  ).toEqual([]);
  expect(trimmed('有人参与', options)).toEqual(['you', 'ren', 'can', 'yu']);
});

test('so does every phrase of the dictionaries by itself', async () => {
  const data = join(createRequire(import.meta.url).resolve('pinyin-pro'), '../../dist/esm/data');
  const dictionaries = ['dict2', 'dict3', 'dict4', 'dict5'].map((name) => readFile(join(data, `${name}.mjs`), 'utf8'));
  const phrases = (await Promise.all(dictionaries)).flatMap((code) => code.match(/\p{Script=Han}{2,}/gu) ?? []);
  expect(phrases.length).toBeGreaterThan(3000);
  expect(differing(phrases)).toEqual([]);
});

test('and any characters in a row', () => {
  const character = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCharCode(code));
  fc.assert(
    fc.property(fc.array(character, { minLength: 1, maxLength: 8 }), (parts) => {
      expect(differing([parts.join('')])).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('and surnames that are read in a way of their own', () => {
  const names = [
    '单丽华',
    '曾国强',
    '解缙',
    '查良镛',
    '朴槿惠',
    '仇英',
    '区志强',
    '缪荣株',
    '尉迟恭',
    '万俟卨',
    '欧阳修',
  ];
  const read = (name: string, by: typeof pinyin) => by(name, { ...options, surname: 'head' }).join(' ');
  expect(names.map((name) => read(name, trimmed))).toEqual(names.map((name) => read(name, pinyin)));
});
