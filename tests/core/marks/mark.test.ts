import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  changedMark,
  compareMarks,
  cutText,
  heardBetween,
  LONGEST_QUOTE,
  LONGEST_WORDS,
  momentBefore,
  newMark,
} from '../../../core/marks/mark.ts';
import { markSchema } from '../../../core/marks/mark-schema.ts';
import { mark, video } from './made-up.ts';

describe('a new mark', () => {
  const marking = {
    id: 'a',
    video: video('lens-talk-1'),
    videoTitle: 'How a lens is ground',
    at: -3,
    words: 'x'.repeat(LONGEST_WORDS + 5),
    quote: { kind: 'caption' as const, text: '光'.repeat(LONGEST_QUOTE + 5) },
    section: null,
    now: 7,
  };

  it('can be read again, however long what was heard', () => {
    const made = newMark(marking);
    expect(v.parse(markSchema, JSON.parse(JSON.stringify(made)))).toEqual(made);
    expect(made).toMatchObject({ at: 0, created: 7, changed: 7, starred: false, deleted: null });
    expect(made.quote?.text).toMatch(/光…$/);
  });
});

describe('the moment meant', () => {
  it('is some seconds back', () => expect(momentBefore(65, 5, 1)).toBe(60));
  it('is twice as much of the video at double speed', () => expect(momentBefore(65, 5, 2)).toBe(55));
  it('is never before the beginning', () => expect(momentBefore(3, 5, 1)).toBe(0));
});

describe('what was heard', () => {
  const cues = [
    { start: 0, text: 'a lens is' },
    { start: 4, text: ' ground by hand ' },
    { start: 9, text: 'on sand' },
  ];
  it('begins with the line that was being spoken', () =>
    expect(heardBetween(cues, 5, 10)).toBe('ground by hand on sand'));
  it('is that line alone at one moment', () => expect(heardBetween(cues, 3, 3)).toBe('a lens is'));
  it('is nothing without lines', () => expect(heardBetween([], 3, 8)).toBe(''));
  it('is nothing before the first line', () => expect(heardBetween([{ start: 20, text: 'later' }], 3, 8)).toBe(''));
});

describe('a change', () => {
  it('is later than the one before, also when the clock was set back', () => {
    expect(changedMark(mark({ changed: 100 }), { words: 'new' }, 50)).toMatchObject({ words: 'new', changed: 101 });
  });
  it('leaves the rest as it is', () => {
    expect(changedMark(mark({ starred: true, words: 'mine' }), { at: -1 }, 5)).toMatchObject({
      starred: true,
      words: 'mine',
      at: 0,
    });
  });
});

it('marks stand in the order of the video, those of one moment in the order they were made', () => {
  const list = [mark({ id: 'c', at: 9 }), mark({ id: 'b', at: 3, created: 2 }), mark({ id: 'a', at: 3, created: 3 })];
  expect(list.toSorted(compareMarks).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
});

it('a text is never cut amid a character', () => {
  expect(cutText('ab😀cd', 4)).toBe('ab…');
  expect(cutText('abcd', 4)).toBe('abcd');
});
