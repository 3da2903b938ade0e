import { expect, test } from 'vitest';
import { originalLanguage } from '../../../platform/youtube/original-sound.ts';

/** Encodes pairs as a protocol buffer: each is a field 1 with its key and value as fields 1 and 2. */
function encoded(pairs: Readonly<Record<string, string>>): string {
  const field = (number: number, text: string) => String.fromCharCode((number << 3) | 2, text.length) + text;
  const all = Object.entries(pairs).map(([key, value]) => field(1, field(1, key) + field(2, value)));
  return btoa(all.join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
const dubbed = { tags: 'acont=dubbed-auto:lang=de', id: 'de.10' };

test.each([
  ['by the id of its sound', [dubbed, { tags: 'acont=original:lang=en-US', id: 'en-US.4' }], 'en-US'],
  ['by its tags, without an id', [dubbed, { tags: 'acont=original:lang=en-US', id: '' }], 'en-US'],
  ['encoded', [dubbed, { tags: encoded({ acont: 'original', lang: 'pt-BR' }), id: '' }], 'pt-BR'],
  [
    'encoded, with an id',
    [
      { tags: encoded({ acont: 'dubbed', lang: 'de' }), id: 'de.1' },
      { tags: encoded({ acont: 'original', lang: 'fr' }), id: 'fr.4' },
    ],
    'fr',
  ],
  ['not at all', [dubbed], null],
  ['in tags that are none', [{ tags: '%%%', id: 'en.4' }], null],
  ['without any', [], null],
] as const)('the original is told %s', (_, formats, language) => {
  expect(originalLanguage(formats)).toBe(language);
});
