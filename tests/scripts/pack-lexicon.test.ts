import { expect, test } from 'vitest';
import { unpackLexicon } from '../../core/timeline/lexicon-zh-en.ts';
import { packLexicon } from '../../scripts/lexicon/pack-lexicon.ts';
import fc from '../fast-check.ts';

const characters = (alphabet: string) => fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength: 12 });
const entry = fc.tuple(
  characters('学习数据模型一人'),
  fc.uniqueArray(fc.tuple(characters('abcde01'), fc.constantFrom('A', 'C', 'Z')), { selector: ([stem]) => stem }),
);

test('a packed lexicon has the words, stems and probabilities that were packed', () => {
  fc.assert(
    fc.property(fc.uniqueArray(entry, { selector: ([word]) => word, minLength: 1, maxLength: 60 }), (entries) => {
      const { words } = unpackLexicon(packLexicon(entries));
      const expected = entries.map(([word, list]) => [
        word,
        list.map(([stem, letter]) => [stem, 0.8 ** (letter.charCodeAt(0) - 65)]),
      ]);
      expect(Object.fromEntries(words)).toEqual(Object.fromEntries(expected));
    }),
  );
});

test('traditional characters find the simplified words', () => {
  const { simplify } = unpackLexicon(packLexicon([['学习', [['learn', 'A']]]]));
  expect(simplify?.('學習')).toBe('学习');
});
