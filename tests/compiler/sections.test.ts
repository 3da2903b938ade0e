import { expect, test } from 'vitest';
import { compileNote } from '../../compiler/compile.ts';

const sectionsOf = (body: string) => {
  const text = `---\nsource: https://youtu.be/aaaaaaaaaaa\ntitle: T\n---\n${body}`;
  return compileNote({ file: 'a.md', text }).edition?.sections.map(({ id, title }) => [id, title]);
};

test('a comment before the first heading makes no section, but text beside it does', () => {
  expect(sectionsOf('<!-- chunk 1/2 -->\n\n### Tea\n\nHot.\n')).toEqual([['tea', 'Tea']]);
  expect(sectionsOf('<!-- chunk 1/2 -->\n\nWelcome.\n\n### Tea\n\nHot.\n')).toEqual([
    ['opening', ''],
    ['tea', 'Tea'],
  ]);
  expect(sectionsOf('<!-- chunk 1/1 -->\n')).toEqual([['opening', '']]);
});
