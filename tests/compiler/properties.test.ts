import { expect, test } from 'vitest';
import { compileNote } from '../../compiler/compile.ts';
import type { Edition } from '../../core/note/episode.ts';
import fc from '../fast-check.ts';
import { markdown } from './any-note.ts';

const FRONT = '---\nsource: https://youtu.be/abcdefghijk\n---\n\n';
const compile = (text: string) => compileNote({ file: 'any.md', text });

test('no text makes the compiler throw; a note without an episode has an error', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        markdown,
        markdown.map((text) => FRONT + text),
        markdown.map((text) => `---\n${text}`),
      ),
      (text) => {
        const { edition, videoId, problems } = compile(text);
        const errors = problems.filter(({ severity }) => severity === 'error');
        expect(edition === null).toBe(errors.length > 0);
        expect(videoId === null).toBe(edition === null);
        for (const { line, column } of problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(text.split(/\r\n?|\n/).length);
          expect(column).toBeGreaterThanOrEqual(1);
        }
      },
    ),
    { numRuns: 1500 },
  );
});

test('an episode is plain data: it survives JSON, and compiling is deterministic', () => {
  fc.assert(
    fc.property(markdown, (text) => {
      const { edition } = compile(FRONT + text);
      expect(JSON.parse(JSON.stringify(edition))).toEqual(edition);
      expect(compile(FRONT + text).edition).toEqual(edition);
    }),
    { numRuns: 300 },
  );
});

test('editing the text of one section changes no id, and no other section', () => {
  const heading = fc.constantFrom('Bread', 'Butter', 'Bread', '面包', 'A {#a}', '!');
  const words = fc.stringMatching(/^[a-z面包 ]{0,20}$/);
  const sections = fc.array(fc.record({ heading, text: words }), { minLength: 1, maxLength: 8 });
  const noteOf = (all: readonly { heading: string; text: string }[]) =>
    FRONT + all.map(({ heading: title, text }) => `### ${title}\n\n${text}\n`).join('\n');
  const ids = (edition: Edition | null) => edition?.sections.map(({ id }) => id);
  fc.assert(
    fc.property(sections, fc.nat(), words, (all, pick, text) => {
      const at = pick % all.length;
      const before = compile(noteOf(all)).edition;
      const after = compile(noteOf(all.map((each, index) => (index === at ? { ...each, text } : each)))).edition;
      expect(ids(after)).toEqual(ids(before));
      expect(new Set(ids(before)).size).toBe(all.length);
      expect(after?.sections.filter((_, index) => index !== at)).toEqual(
        before?.sections.filter((_, index) => index !== at),
      );
    }),
    { numRuns: 300 },
  );
});
