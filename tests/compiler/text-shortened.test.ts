import { expect, test } from 'vitest';
import { compileNote } from '../../compiler/compile.ts';

const compiled = (frontMatter: string, body: string) =>
  compileNote({
    file: 'made-up.md',
    text: `---\nsource: https://www.youtube.com/watch?v=clockmaker1\n${frontMatter}---\n${body}`,
  });
const MARKS = '\u0300'.repeat(95_000);
const said = ({ problems }: ReturnType<typeof compiled>) => problems.map(({ sentence, line }) => [sentence, line]);

test('excessive marks on a letter are cut everywhere', () => {
  const note = compiled(`title: a${MARKS}\npeople: [b${MARKS}]\n`, `### One\n\nc${MARKS} d\n`);
  expect(said(note)).toEqual([['text-shortened.marks', 3]]);
  expect(JSON.stringify(note.edition).length).toBeLessThan(2000);
  expect(note.edition?.title).toBe(`a${'\u0300'.repeat(30)}`);
});

test('a long title and heading are cut, a long name is left out', () => {
  const words = 'a '.repeat(20_000);
  const note = compiled(`title: ${words}\npeople: [${words}, Ada]\n`, `### One\n\nText.\n\n### ${words}\n\nText.\n`);
  expect(said(note).sort()).toEqual([
    ['text-shortened.name', 4],
    ['text-shortened.title', 10],
    ['text-shortened.title', 3],
  ]);
  expect(note.edition?.title).toHaveLength(1000);
  expect(note.edition?.sections[1]?.title).toHaveLength(1000);
  expect(note.edition?.glossary.map(({ term }) => term)).toEqual(['Ada']);
});

test('a paragraph as long as the longest real one is kept whole', () => {
  const paragraph = '一段很长的话，'.repeat(50_000);
  const note = compiled('lang: zh-Hans\n', `### 一\n\n${paragraph}\n`);
  expect(said(note)).toEqual([]);
  expect(JSON.stringify(note.edition)).toContain(paragraph);
});
