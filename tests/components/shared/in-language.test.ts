import { expect, test } from 'vitest';
import { inLanguage } from '../../../components/shared/in-language.ts';

test.each(['ar', 'he', 'fa', 'ur', 'ar-EG', 'az-Arab'])('a text in %s reads from right to left', (lang) => {
  expect(inLanguage(lang)).toEqual({ lang, dir: 'rtl' });
});

test.each(['en', 'zh-Hans', 'zh-Hant', 'ja', 'ru'])('a text in %s reads from left to right', (lang) => {
  expect(inLanguage(lang)).toEqual({ lang, dir: 'ltr' });
});

test('the direction of a text in an unknown language is automatic', () => {
  expect(inLanguage('')).toEqual({ lang: '', dir: 'auto' });
  expect(inLanguage('no language')).toMatchObject({ dir: 'auto' });
  expect(inLanguage(undefined)).toEqual({});
});
