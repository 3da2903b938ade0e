import { describe, expect, it } from 'vitest';
import { marksAnnotations } from '../../../core/export/marks-annotations.ts';
import { marksMarkdown } from '../../../core/export/marks-markdown.ts';
import { mergeMarks } from '../../../core/marks/merge-marks.ts';
import { readMarks } from '../../../core/marks/read-marks.ts';
import { mark } from './made-up.ts';

const here = [
  mark({ id: 'a', at: 65.5, words: 'Look this up', quote: { kind: 'caption', text: 'ground on wet sand' } }),
  mark({ id: 'b', at: 3, words: 'Two\nlines' }),
];
let made = 0;
const read = (text: string, present = here) => readMarks(text, present, () => `new ${++made}`, 7);

describe('a file of marks', () => {
  it.each([
    ['Markdown', marksMarkdown(here)],
    ['Web Annotations', marksAnnotations(here)],
  ])('in %s doubles none that is here', (_, text) => {
    expect(mergeMarks(here, read(text) ?? [])).toEqual(here);
  });

  it('in Markdown brings what is new, once', () => {
    const item = '- [2:00](https://youtu.be/lens-talk-1?t=120) New\n';
    const marks = read(marksMarkdown(here) + item + item) ?? [];
    expect(mergeMarks(here, marks).map(({ at, words }) => [at, words])).toEqual([
      [65.5, 'Look this up'],
      [3, 'Two\nlines'],
      [120, 'New'],
    ]);
  });

  it('in Markdown with one that was deleted brings it as another', () => {
    const deleted = here.map((one) => ({ ...one, deleted: 5 }));
    expect(
      mergeMarks(deleted, read(marksMarkdown(here), deleted) ?? []).filter((one) => one.deleted === null),
    ).toHaveLength(2);
  });

  it('without a mark is none', () => {
    for (const text of ['', 'Words', '{}', '[', '[1]', '{"type":"Annotation"}']) expect(read(text)).toBeNull();
  });
});
