import { describe, expect, it } from 'vitest';
import type { Mark } from '../../../core/marks/mark.ts';
import { filterMarks, findMarks, groupMarks, type MarkState, titleOfVideo } from '../../../core/marks/search-marks.ts';
import { mark, video } from './made-up.ts';

const marks = [
  mark({ id: 'words', words: 'Überlegen: 透镜 und Schliff' }),
  mark({ id: 'quote', quote: { kind: 'caption', text: 'ground on wet sand' }, starred: true }),
  mark({ id: 'section', section: { note: 'n', id: 's', title: 'The polish' } }),
  mark({ id: 'gone', words: 'sand', deleted: 5 }),
];
/** All that is found, however often the search was interrupted. */
function search(query: string, state: MarkState = 'all'): readonly Mark[] {
  const work = findMarks(filterMarks(marks, state), query);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
const ids = (some: readonly Mark[]) => some.map(({ id }) => id);

describe('searching', () => {
  it.each([
    ['ueberlegen', ['words']],
    ['schliff 透镜', ['words']],
    ['SAND', ['quote']],
    ['polish', ['section']],
    ['lens ground', ['words', 'quote', 'section']],
    ['lens-talk-1', ['words', 'quote', 'section']],
    ['absent', []],
    ['', ['words', 'quote', 'section']],
  ])('%s finds %o', (query, found) => expect(ids(search(query))).toEqual(found));

  it('finds starred and deleted ones alone', () => {
    expect(ids(search('', 'starred'))).toEqual(['quote']);
    expect(ids(search('sand', 'deleted'))).toEqual(['gone']);
  });
});

describe('a list', () => {
  const day = (moment: number) => `day ${moment}`;
  const some = [
    mark({ id: 'a', at: 90, created: 1 }),
    mark({ id: 'b', at: 5, created: 3 }),
    mark({ id: 'c', video: video('clocks-talk'), created: 2 }),
  ];

  it('by video begins with the one marked last, in the order of the talk', () => {
    expect(groupMarks(some, 'video', day).map(({ marks: each }) => ids(each))).toEqual([['b', 'a'], ['c']]);
  });
  it('by date begins with today', () => {
    expect(groupMarks(some, 'date', day).map(({ key }) => key)).toEqual(['day 3', 'day 2', 'day 1']);
  });
});

it('a video is called as it was called last, and by its id where no title is known', () => {
  expect(titleOfVideo([mark({ videoTitle: 'Old', created: 1 }), mark({ videoTitle: 'New', created: 2 })])).toBe('New');
  expect(titleOfVideo([mark({ videoTitle: '', created: 9 }), mark({ videoTitle: 'Old', created: 1 })])).toBe('Old');
  expect(titleOfVideo([mark({ videoTitle: '' })])).toBe('lens-talk-1');
});
