import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWordFinder } from '../../compiler/word-finder.ts';

/** Few letters, so that words share beginnings and contain each other; 丁 and 𠀀 share a place with others in the tables or not. */
const letters = fc.string({ unit: fc.constantFrom('a', '内', '存', '丁', '𠀀'), minLength: 1, maxLength: 5 });
const dictionary = fc.uniqueArray(fc.tuple(letters, letters), { selector: ([word]) => word, maxLength: 40 });
const text = fc.string({ unit: fc.constantFrom('a', '内', '存', '丁', '𠀀', '\n'), maxLength: 60 });

test('at every place the longest word is replaced', () => {
  fc.assert(
    fc.property(dictionary, text, (pairs, given) => {
      const words = new Map(pairs);
      let expected = '';
      for (let at = 0; at < given.length; ) {
        const longest = [...words.keys()]
          .filter((word) => given.startsWith(word, at))
          .sort((a, b) => b.length - a.length)[0];
        expected += longest === undefined ? given.charAt(at) : words.get(longest);
        at += longest?.length ?? 1;
      }
      expect(createWordFinder(pairs).convert(given)).toBe(expected);
    }),
  );
});

test('where a word begins, one may begin', () => {
  fc.assert(
    fc.property(dictionary, text, (pairs, given) => {
      const { eachWord, mayBegin } = createWordFinder(pairs);
      eachWord(given, (begin) => expect(mayBegin(given, begin)).toBe(true));
    }),
  );
});
