import { expect, test } from 'vitest';
import { nextTranslation } from '../../../core/transcript/asked-translations.ts';

const HOUR = 3600 * 1000;

test('a translation may be asked for again a day later, in another language at once', () => {
  const asked = { en: 100 * HOUR };
  expect(nextTranslation(asked, 'en', 101 * HOUR)).toBe(124 * HOUR);
  expect(nextTranslation(asked, 'en', 124 * HOUR)).toBeNull();
  expect(nextTranslation(asked, 'zh-Hans', 101 * HOUR)).toBeNull();
});

test('a clock set back, or a language named like a property of every object, holds nothing up', () => {
  expect(nextTranslation({ en: 100 * HOUR }, 'en', 1 * HOUR)).toBeNull();
  expect(nextTranslation({}, 'constructor', 1 * HOUR)).toBeNull();
});
