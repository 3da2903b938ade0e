import { expect, test } from 'vitest';
import { languagesFromBrowser, withHabit } from '../../../core/settings/browser-languages.ts';
import { defaultSettings, readSettings } from '../../../core/settings/migrations.ts';

test.each([
  ['an English browser', ['en-US', 'en'], ['en', 'zh-Hans']],
  ['a browser in Taiwan', ['zh-TW', 'zh', 'en-US'], ['zh-Hant', 'zh-Hans', 'en']],
  ['a browser in Hong Kong', ['zh-HK', 'en'], ['zh-Hant', 'en']],
  ['one in Macau', ['zh-MO'], ['zh-Hant', 'en']],
  ['one that speaks Cantonese', ['yue-HK'], ['zh-Hant', 'en']],
  ['a browser in China', ['zh-CN', 'zh'], ['zh-Hans', 'en']],
  ['one in Singapore', ['zh-SG', 'en-SG'], ['zh-Hans', 'en']],
  ['one that names the script', ['zh-Hant-CN'], ['zh-Hant', 'en']],
  ['a Brazilian browser', ['pt-BR', 'pt', 'en'], ['pt', 'en', 'zh-Hans']],
  ['a Serbian one in Latin script', ['sr-Latn-RS'], ['sr-Latn', 'en', 'zh-Hans']],
  ['one that names nonsense', ['', 'not a tag', 'ja'], ['ja', 'en', 'zh-Hans']],
  ['one that says nothing', [], ['en', 'zh-Hans']],
])('%s wants its own languages first', (_, browser, wanted) => {
  expect(languagesFromBrowser(browser)).toEqual(wanted);
});

test('a language chosen by hand is preferred from then on', () => {
  expect(withHabit(['en', 'zh-Hans'], 'zh-Hant')).toEqual(['zh-Hant', 'en', 'zh-Hans']);
  expect(withHabit(['en', 'zh-Hans'], 'zh-Hans')).toEqual(['zh-Hans', 'en']);
  const same = ['en', 'ja'];
  expect(withHabit(same, 'en')).toBe(same);
});

test('the default order that version 1 stored is dropped; any other stays', () => {
  expect(readSettings({ languages: ['zh-Hans', 'en'], theme: 'dark', version: 1 })).toEqual({
    ...defaultSettings,
    theme: 'dark',
    languages: [],
  });
  expect(readSettings({ languages: ['en', 'zh-Hans'], version: 1 }).languages).toEqual(['en', 'zh-Hans']);
  expect(readSettings({ languages: ['zh-Hans', 'en'], version: 2 }).languages).toEqual(['zh-Hans', 'en']);
});
