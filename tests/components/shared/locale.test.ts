// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { languageName, listText } from '../../../components/shared/locale.ts';

beforeEach(() => {
  document.documentElement.lang = 'en';
});

test('names from right to left keep to their place in a list', () => {
  expect(listText(['Mara Holt', 'דנה לוי', 'Ada'])).toBe('Mara Holt, \u2068דנה לוי\u2069, and Ada');
  expect(listText(['Mara Holt', '林远'])).toBe('Mara Holt and 林远');
});

test('a language is called as it calls itself, isolated where that is from right to left', () => {
  expect(languageName('zh-Hans')).toBe('简体中文');
  expect(languageName('he')).toBe('\u2068עברית\u2069');
});
