import { expect, test } from 'vitest';
import { searchNote } from '../../../core/note/search-note.ts';
import { editionOf } from '../export/made-up.ts';

const EDITION = editionOf(
  '### Ｓpring 弹簧\n\n' +
    `${'A long way before it. '.repeat(5)}The SPRING and the spring again. ${'A long way after it. '.repeat(10)}\n\n` +
    '<details><summary>Original</summary>\n\nDie Feder: a spring.\n\n</details>\n\n' +
    '### The wheel\n\nNothing of the kind.\n',
  'lang: en\n',
);

test('finds a text in titles, words and originals, whatever its case or width, and counts it', () => {
  const { count, sections } = searchNote(EDITION, ' sPring ');
  expect(count).toBe(4);
  expect(sections.map(({ section }) => section)).toEqual([EDITION.sections[0].id]);
  expect(sections[0]?.title).toEqual([[0, 6]]);
  expect(sections[0]?.passages.map(({ ranges }) => ranges.length)).toEqual([2, 1]);
});

test('every range of a passage holds what was sought, and a passage is short', () => {
  for (const { passages } of searchNote(EDITION, 'spring').sections) {
    for (const { text, ranges } of passages) {
      expect(text.length).toBeLessThan(200);
      for (const [from, to] of ranges) expect(text.slice(from, to).toLowerCase()).toBe('spring');
    }
  }
});

test('nothing sought, or nothing there, finds nothing', () => {
  expect(searchNote(EDITION, '  ')).toEqual({ count: 0, sections: [] });
  expect(searchNote(EDITION, 'pendulum')).toEqual({ count: 0, sections: [] });
});

test('a passage writes the colon after who speaks as its language does', () => {
  const said = (lang: string) =>
    searchNote(
      editionOf('### One\n\n**Ada**: A spring.\n\n**Bob**: Yes.\n', `lang: ${lang}\nspeaker: [Ada, Bob]\n`),
      'spring',
    ).sections[0]?.passages[0]?.text;
  expect(said('en')).toBe('Ada: A spring.');
  expect(said('zh-Hans')).toBe('Ada：A spring.');
});
