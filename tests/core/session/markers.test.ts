import { expect, test } from 'vitest';
import type { Edition } from '../../../core/note/episode.ts';
import { LONGEST_MARKER, sectionMarkers } from '../../../core/session/markers.ts';
import type { Timeline } from '../../../core/timeline/timeline.ts';

/** Sections of these levels, a second apart. */
function drawn(levels: readonly number[], most: number, titleOf = (at: number) => String(at)): readonly string[] {
  const sections = levels.map((level, at) => ({ id: `s${at}`, title: titleOf(at), level, blocks: [] }));
  const times = sections.map(({ id }, at) => ({ section: id, start: at, earliest: at, latest: at, source: 'author' }));
  const timeline = { sections: times, duration: 9000, ordered: true } as unknown as Timeline;
  return sectionMarkers(timeline, { sections } as unknown as Edition, most).map(
    ({ start, title }) => `${start} ${title}`,
  );
}

test('every section is drawn while they fit', () => {
  expect(drawn([2, 3, 3, 2], 4)).toEqual(['0 0', '1 1', '2 2', '3 3']);
});

test('of too many, those of the outermost levels that fit', () => {
  expect(drawn([2, 3, 4, 4, 3, 2], 4)).toEqual(['0 0', '1 1', '4 4', '5 5']);
  expect(drawn([2, 3, 4, 4, 3, 2], 3)).toEqual(['0 0', '5 5']);
});

test('of too many of one level, some from everywhere', () => {
  expect(drawn([0, 0, 0, 0, 0, 0, 0], 3)).toEqual(['0 0', '3 3', '6 6']);
  const many = drawn(Array(5000).fill(3), 2000);
  expect(many.length).toBeLessThanOrEqual(2000);
  expect(many.at(-1)).toBe('4998 4998');
});

test('a title that nobody could read there is cut', () => {
  expect(drawn([1], 1, () => 'x'.repeat(LONGEST_MARKER + 1))).toEqual([`0 ${'x'.repeat(LONGEST_MARKER)}`]);
});
