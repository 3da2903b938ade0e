import { expect, test } from 'vitest';
import { tokenize } from '../../../core/timeline/features.ts';

const texts = (text: string) => tokenize(text).map((token) => token.text);

test.each([
  ['1.5万', '15,000'],
  ['15K', 'fifteen thousand'],
  ['2 trillion', 'two trillion'],
  ['2万亿', 'two trillion'],
  ['二十五年', 'twenty five'],
  ['3亿', '300 million'],
  ['3億', '300 million'],
  ['2兆', 'two trillion'],
  ['3억', '300 million'],
  ['1.5만', '15,000'],
  ['2조', 'two trillion'],
  ['一億二千万人', '120 million'],
  ['1億2000万円', 'one hundred twenty million'],
  ['1조 5천억 원', '1.5 trillion'],
  ['三十五パーセント', 'thirty five'],
  ['이십오년', 'twenty five'],
  ['삼백만', 'three million'],
  ['스물다섯 명', 'twenty five'],
  ['二〇二五年', '2025'],
  ['350', 'three hundred and fifty'],
])('%s and %s are the same number', (a, b) => {
  expect(texts(a).filter((text) => text.startsWith('#'))).toEqual(texts(b));
});

test('a word that only looks like a number is not one', () => {
  for (const word of ['이사', '구조', '조만간', '열심히', '일', '三四']) {
    expect(texts(word).filter((text) => text.startsWith('#'))).toEqual([]);
  }
});

test('numbers that follow each other stay apart', () => {
  expect(texts('三千 2000 1万 3万')).toEqual(['#3000', '三千', '#2000', '#10000', '#30000']);
});

test('forms of a word share a stem', () => {
  expect(texts('trains training TRAINED')).toEqual(['train', 'train', 'train']);
});

test('function words are dropped', () => {
  expect(texts('and then it’s what they have')).toEqual([]);
});

test('one is a pronoun, not a number', () => {
  expect(texts('one model')).toEqual(['model']);
});

test('Han, kana and hangul are kept in runs, Latin words between them are separate', () => {
  expect(texts('训练GPT4模型')).toEqual(['训练', 'gpt4', '模型']);
});

test('other scripts are words too', () => {
  expect(texts('Привет мир')).toEqual(['привет', 'мир']);
});
