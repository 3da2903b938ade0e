import { expect, test } from 'vitest';
import { foldForSearch, foldName, foldWords } from '../../../core/text/fold.ts';
import fc from '../../fast-check.ts';

test.each([
  ['Back-Propagation', 'back propagation'],
  ['Crème brûlée', 'creme brulee'],
  ['ＴＰＵ', 'tpu'],
  ['C++ & C#', 'c++ & c#'],
  ['（张量）处理器、TPU', '张量 处理器 tpu'],
  ['“AT&T”——公司', 'at&t 公司'],
  ['ガギグ', 'ガギグ'],
])('%s is compared as %s', (text, words) => {
  expect(foldWords(text)).toBe(words);
  expect(foldName(text)).toBe(words.replaceAll(' ', ''));
});

const text = fc
  .array(
    fc.constantFrom(
      ...'aZ9 +#&`´-_.Ææßøßéüİıſﬁ½™ 张量，。がガｶﾞﾄ한한글ￂﾡёйїЙσςΆשּךمُآ٣',
      '\u0301',
      '\u0323',
      '\u0308',
      '\u00ad',
      '\u200d',
      '👩',
      '\ud83d',
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

test('canonically equivalent texts fold to the same, and folding is idempotent', () => {
  fc.assert(
    fc.property(text, (given) => {
      expect(foldWords(given.normalize('NFD'))).toBe(foldWords(given));
      expect(foldWords(given.normalize('NFC'))).toBe(foldWords(given));
      // Parts of a Korean syllable separated by an invisible character are composed only by the second normalisation.
      expect(foldWords(foldWords(given))).toBe(foldWords(given).normalize('NFC'));
    }),
    { numRuns: 1000 },
  );
});

test('a range of a folded text is mapped back to the original', () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (given, one, two) => {
      for (const { text: folded, rangeOf } of foldForSearch(given)) {
        if (folded === '') continue;
        const from = one % folded.length;
        const to = from + 1 + (two % (folded.length - from));
        const [start, end] = rangeOf(from, to);
        expect(start).toBeLessThan(end);
        const needle = folded.slice(from, to).trim();
        const spellings = foldForSearch(given.slice(start, end)).map((each) => each.text);
        expect(spellings.some((each) => each.includes(needle))).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});

test('a letter keeps no more marks than real writing has, so that thousands cost nothing', () => {
  expect(foldWords(`a${'\u0300'.repeat(95_000)}b`)).toBe('ab');
  expect(foldWords(`ก${'\u0e48\u0e38'.repeat(50_000)}`).length).toBeLessThan(20);
  const [folded] = foldForSearch(`x a${'\u0300\u0323'.repeat(50_000)} y`);
  expect(folded.text).toBe('x a y');
  expect(folded.rangeOf(2, 3)).toEqual([2, 100_003]);
});
