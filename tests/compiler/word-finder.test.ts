import { expect, test } from 'vitest';
import { createWordFinder } from '../../compiler/word-finder.ts';
import fc from '../fast-check.ts';

const LETTERS = fc.constantFrom('a', '内', '𠀀');
/** Of few letters, so that words begin with others and contain them. */
const word = fc.string({ unit: LETTERS, minLength: 1, maxLength: 4 });
const dictionary = fc.uniqueArray(fc.tuple(word, word), { selector: ([each]) => each, minLength: 8, maxLength: 40 });
const text = fc.string({ unit: fc.oneof(LETTERS, fc.constant('\n')), minLength: 30, maxLength: 60 });

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
