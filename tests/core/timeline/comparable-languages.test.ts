import { expect, test } from 'vitest';
import { comparableLanguages } from '../../../core/timeline/comparable-languages.ts';

test.each([
  ['zh-Hant', ['zh', 'en']],
  ['en-GB', ['en', 'zh']],
  ['de', ['de']],
])('a note in %s can be compared with captions in %j', (note, languages) => {
  expect(comparableLanguages(note)).toEqual(languages);
});
