import { expect, test } from 'vitest';
import { parseBody } from '../../compiler/tree.ts';
import fc from '../fast-check.ts';

test('a body without GitHub’s extensions gives the same tree without them', () => {
  const piece = fc.constantFrom(
    ...['# ', '## T\n', '\n', '\n\n', '- ', '1. ', '> ', '**', '*', '_', '`', '```\n', '---\n', '===\n', '    ', '\t'],
    ...['[a](b)', '[a]', '[b]: c\n', '![x](y)', '<details>', '</details>', '<!-- x -->', '\\', '&amp;', 'word', ' '],
    ...['反向传播', '，', '。', '（', '）', ':', '-', '+', 'www', '//', '^', '[ ', ' ]', '\r\n'],
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
      (text) => {
        fc.pre(!/:-|-:|:\/\/|\[\^|\[ \]/.test(text));
        // The address in front forces the extensions; the rest is the same text.
        const alone = parseBody(`# x\n\n${text}`).children;
        const beside = parseBody(`# @\n\n${text}`).children;
        expect(beside.slice(1)).toEqual(alone.slice(1));
      },
    ),
    { numRuns: 300 },
  );
});

test.each([
  ['| a | b |\n|---|---|\n| 1 | 2 |', 'table'],
  ['a\n:-\nb', 'table'],
  ['see https://example.com', 'link'],
  ['see www.example.com', 'link'],
  ['write to a@example.com', 'link'],
  ['~~gone~~', 'delete'],
  ['a[^1]\n\n[^1]: b', 'footnoteReference'],
  ['- [ ] to do', '"checked":false'],
  ['- [X] done', '"checked":true'],
])('%j has a %s', (text, what) => {
  expect(JSON.stringify(parseBody(text))).toContain(what);
});
