import { expect, test } from 'vitest';
import { align } from '../../../core/timeline/align.ts';
import { isUnsure } from '../../../core/timeline/basis.ts';
import type { Evidence } from '../../../core/timeline/timeline.ts';
import { editionOf } from '../export/made-up.ts';

const UNKNOWN: Evidence = { duration: null, chapters: [], chapterOrigin: 'unknown', transcript: null };
const note = (words: number, frontMatter = '') =>
  editionOf(
    ['One', 'Two', 'Three'].map((title) => `### ${title}\n\n${'tick tock '.repeat(words)}\n`).join('\n'),
    frontMatter,
  );

test.each([1, 5, 50, 5000])('a note of %i words on a video of unknown length has no sure time', (words) => {
  const { sections } = align(note(words), UNKNOWN, []);
  expect(sections.map(isUnsure)).toEqual([true, true, true]);
  for (const { start, earliest, latest } of sections) {
    expect(earliest).toBeLessThanOrEqual(start);
    expect(latest).toBeGreaterThanOrEqual(start);
  }
});

test('given times stay sure, and so does the length given in the note', () => {
  const edition = note(50);
  const [first, second] = edition.sections;
  const given = align(edition, UNKNOWN, [{ section: second?.id ?? '', start: 70, by: 'viewer' }]);
  expect(given.sections.map(isUnsure)).toEqual([true, false, true]);
  const known = align(note(50, 'duration: 10:00\n'), UNKNOWN, []);
  expect(known.sections[0]).toMatchObject({ section: first.id, start: 0, latest: 0 });
});
