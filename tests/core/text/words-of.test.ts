import { expect, test } from 'vitest';
import { wordsOf } from '../../../core/text/words-of.ts';

test('lines break between Chinese words, never before a comma or after an opening bracket', () => {
  const words = wordsOf('怎样进的 Google：蜡笔曲线，和“照计划”走的人生');
  expect(words.join('')).toBe('怎样进的 Google：蜡笔曲线，和“照计划”走的人生');
  for (const word of words) {
    expect(word).not.toMatch(/^[，：”。的 ]/u);
    expect(word).not.toMatch(/[“（《]$/u);
  }
  expect(words).toContain('曲线，');
  expect(words.some((word) => word.startsWith('“'))).toBe(true);
});

test('Japanese and traditional Chinese titles are split, too', () => {
  expect(wordsOf('機械学習の基礎').length).toBeGreaterThan(1);
  expect(wordsOf('兩位老工程師，一團會長大的模型').length).toBeGreaterThan(3);
});

test.each(['Introductions: who Jeff Dean is', 'مرحبا بالعالم', '', '，，'])('%j is one piece', (text) => {
  expect(wordsOf(text)).toEqual([text]);
});
