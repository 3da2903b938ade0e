import { describe, expect, test } from 'vitest';
import { compileNote } from '../../compiler/compile.ts';

const compile = (front: string, body = '### One\n\nText.', file = 'note.md') =>
  compileNote({ file, text: `---\nsource: https://youtu.be/aBcDeFgHiJ1\nlang: en\n${front}\n---\n\n${body}\n` });

test.each([
  ['title: A talk', 'A talk'],
  ['Title: 6 - Hybrid cloud', '6 - Hybrid cloud'],
  ['title: 42', '42'],
])('the title of %s', (front, title) => {
  expect(compile(front).edition?.title).toBe(title);
});

test.each([
  ['speaker: Ada Example', ['Ada Example']],
  ['author: ["[[Ada Example]]"]', ['Ada Example']],
  ['Author: "[[people/Ada Example|Ada]]"', ['Ada']],
  ['author: [[Ada Example]]', ['Ada Example']],
  ['author:\n  - [[Ada Example]]\n  - "[[people/Bo Example#Life]]"', ['Ada Example', 'Bo Example']],
  ['guests: [{name: Ada Example, url: https://example.org}]\nhost: Ben Example', ['Ben Example', 'Ada Example']],
  [
    'speakers: Ada Example (founder, Example Inc.), Ben Example',
    ['Ada Example (founder, Example Inc.)', 'Ben Example'],
  ],
  ['speaker: Ann Example, Example Inc.', ['Ann Example']],
  ['speaker: 王小明、李大华', ['王小明', '李大华']],
  ['speaker: Ada Example & Mary Ann Sample', ['Ada Example', 'Mary Ann Sample']],
  ['speaker: Example & Sons', ['Example & Sons']],
  ['authors:\n  - "[Ada Example](https://example.org)"', ['Ada Example']],
])('the speakers of %s', (front, speakers) => {
  expect(compile(front).edition?.speakers).toEqual(speakers);
});

test.each([
  ["date: '2025-02-12'", '2025-02-12'],
  ['Date: "2020-05-10T00:01:00Z"', '2020-05-10'],
  ['published: 2025/2/12', '2025-02-12'],
  ['upload_date: 20250212', '2025-02-12'],
  ['releaseDate: February 12, 2025', '2025-02-12'],
  ['date: 12 Feb 2025', '2025-02-12'],
  ['date: 2025年2月12日', '2025-02-12'],
  ['date: "[[2025-02-12]]"', '2025-02-12'],
  ['date: 1739318400000', '2025-02-12'],
  ['date: soon\ncreated: 2025-02-12', '2025-02-12'],
  ['date: 2025', null],
])('the date of %s', (front, date) => {
  expect(compile(front).edition?.date).toBe(date);
});

describe('the length', () => {
  test.each([
    ["duration: '2:15:35'", 8135],
    ['duration: 8135', 8135],
    ['duration: PT57M48S', 3468],
    ['duration: PT00H57M48S', 3468],
    ['duration: 57 min', 3420],
    ['length: 1h 2m', 3720],
    ['runtime: 1 hour, 5 minutes', 3900],
    ['video_length: "01:10:55"', 4255],
    ['duration: 62分钟', 3720],
  ])('of %s', (front, seconds) => {
    const { edition, problems } = compile(front);
    expect(edition?.duration).toBe(seconds);
    expect(problems).toEqual([]);
  });

  test('that cannot be read is reported at its own key', () => {
    expect(compile('title: A talk\nLength: long').problems).toMatchObject([{ rule: 'duration-unreadable', line: 5 }]);
  });
});
