import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldName, foldWords } from '../../../core/glossary/fold.ts';

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

test('plain texts, which are folded on a shorter way, come out as all others do', () => {
  const plain = fc
    .array(fc.constantFrom(...'aZ9 +#&<=>$^`~|-_.\'"张量处理，。、；：？！（）「」『』《》“”‘’…—·～'), {
      maxLength: 20,
    })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(plain, (text) => {
      // A letter with an accent sends it the long way.
      expect(foldWords(`é ${text}`)).toBe(`e ${foldWords(text)}`.trim());
    }),
  );
});
