import { describe, expect, it } from 'vitest';
import { compileNote } from '../../../compiler/compile.ts';
import { noteOfMarks } from '../../../core/export/note-of-marks.ts';
import { blockText } from '../../../core/note/section-text.ts';
import fc from '../../fast-check.ts';
import { anyMark, mark, video } from '../marks/made-up.ts';

const wording = { opening: 'Opening', untitled: 'Mark' };
const lens = video('lens-talk-1');
const marks = [
  mark({ id: 'a', at: 65, words: 'Look *this* up\n# soon', quote: { kind: 'caption', text: 'ground on wet sand' } }),
  mark({ id: 'b', at: 300, words: '[[glass]] & 1. sand', starred: true }),
  mark({ id: 'c', at: 20 }),
];
const chapters = [
  { start: 240, title: 'The polish' },
  { start: 30, title: 'The blank: a # of glass' },
];

function compiled(text: string) {
  const { videoId, edition, problems } = compileNote({ file: 'any.md', text });
  if (!edition) throw new Error(JSON.stringify(problems));
  const sections = edition.sections.map(({ id, title, blocks }) => ({
    title,
    start: edition.timestamps[id],
    words: blocks.map((block) => blockText(block, edition.language)),
  }));
  return { videoId, edition, problems, sections };
}

describe('a note of chapters and marks', () => {
  const note = compiled(
    noteOfMarks({ videoId: lens, title: 'Lenses: "how"', duration: 600, chapters, marks }, wording),
  );

  it('is a note without a problem, about the video', () => {
    expect(note.problems).toEqual([]);
    expect(note.videoId).toBe(lens);
    expect(note.edition).toMatchObject({ title: 'Lenses: "how"', duration: 600 });
  });

  it('has the chapters for sections, with the marks made in each', () => {
    expect(note.sections).toEqual([
      { title: 'Opening', start: 0, words: ['Mark 0:20'] },
      {
        title: 'The blank: a # of glass',
        start: 30,
        words: ['Look *this* up\n\n# soon 1:05', 'ground on wet sand'],
      },
      { title: 'The polish', start: 240, words: ['★ [[glass]] & 1. sand 5:00'] },
    ]);
  });
});

describe('a note of marks alone', () => {
  it('has a section for each', () => {
    const note = compiled(noteOfMarks({ videoId: lens, title: '', duration: null, chapters: [], marks }, wording));
    expect(note.sections).toEqual([
      { title: 'Mark', start: 20, words: [] },
      { title: 'Look *this* up', start: 65, words: ['# soon 1:05', 'ground on wet sand'] },
      { title: '[[glass]] & 1. sand', start: 300, words: [] },
    ]);
    const heard = mark({ quote: { kind: 'caption', text: 'ground on wet sand' } });
    const chapter = { start: 0, title: 'The blank' };
    const about = { videoId: lens, title: '', duration: null, chapters: [chapter], marks: [heard] };
    expect(compiled(noteOfMarks(about, wording)).sections[0]?.words).toEqual(['ground on wet sand 1:05']);
  });

  it('is a note to begin with also when there is nothing', () => {
    const note = compiled(noteOfMarks({ videoId: lens, title: 'T', duration: 5, chapters: [], marks: [] }, wording));
    expect(note.edition.title).toBe('T');
  });
});

it('whatever is in chapters and marks, sections and starts are theirs', () => {
  const any = fc.record({
    chapters: fc.uniqueArray(
      fc.record({ start: fc.nat(20_000), title: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }) }),
      { minLength: 1, maxLength: 6, selector: ({ start }) => start },
    ),
    marks: fc.array(anyMark, { maxLength: 6 }),
    title: fc.string({ unit: 'grapheme', maxLength: 40 }),
  });
  fc.assert(
    fc.property(any, (about) => {
      const own = about.marks.map((one) => ({ ...one, video: lens }));
      const note = compiled(noteOfMarks({ videoId: lens, duration: 50_000, ...about, marks: own }, wording));
      expect(note.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      const named = about.chapters.filter(({ title }) => title.trim() !== '').map(({ start }) => start);
      const starts = note.sections.map(({ start }) => start);
      for (const start of named) expect(starts).toContain(start);
    }),
  );
});
