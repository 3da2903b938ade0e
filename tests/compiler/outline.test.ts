import { describe, expect, test } from 'vitest';
import { compileNote } from '../../compiler/compile.ts';
import { sectionText } from '../../core/note/section-text.ts';

const compile = (body: string, front = '') =>
  compileNote({
    file: 'note.md',
    text: `---\ntitle: A talk\nsource: https://youtu.be/aBcDeFgHiJ1\nlang: en\n${front}---\n\n${body}\n`,
  });
/** Level, start and title of every section. */
const outlineOf = (body: string, front = '') => {
  const { edition } = compile(body, front);
  return edition?.sections.map(({ id, title, level }) => [level, edition.timestamps[id] ?? null, title]);
};

describe('times in headings are removed from the titles', () => {
  test.each([
    ['[01:34](https://youtu.be/aBcDeFgHiJ1?t=94) Static types', 'Static types', 94],
    ['Vectors (1:34)', 'Vectors', 94],
    ['Vectors [1:34]', 'Vectors', 94],
    ['Vectors `[01:34-02:00]`', 'Vectors', 94],
    ['Vectors `[Chapter 01:34-02:00]`', 'Vectors', 94],
    ['Vectors [1:34](https://youtu.be/aBcDeFgHiJ1?t=94)', 'Vectors', 94],
    ['Vectors [[1:34](https://youtu.be/aBcDeFgHiJ1?t=94)]', 'Vectors', 94],
    ['1:34 Vectors', 'Vectors', 94],
    ['01:34 – Vectors', 'Vectors', 94],
    ['1:34 - 2:10 Vectors', 'Vectors', 94],
    ['**1:34** Vectors', 'Vectors', 94],
    ['⏱️ 1:34 | Vectors', 'Vectors', 94],
    ['【1:34】Vectors', 'Vectors', 94],
    ['[0:01:34.7] Vectors', 'Vectors', 94.7],
    ['1m34s Vectors', 'Vectors', 94],
    ['[Vectors](https://youtu.be/aBcDeFgHiJ1?t=1m34s)', 'Vectors', 94],
    ['Vectors (62:30)', 'Vectors', 3750],
    ['Vectors (1:34) {#vectors}', 'Vectors', 94],
  ])('%s', (heading, title, start) => {
    expect(outlineOf(`### [0:00] Start\n\nText.\n\n### ${heading}\n\nText.`)).toEqual([
      [3, 0, 'Start'],
      [3, start, title],
    ]);
  });

  test('and an id that is written stays', () => {
    const { edition } = compile('### Start (0:00)\n\nText.\n\n### Vectors (1:34) {#two}\n\nText.');
    expect(edition?.timestamps).toEqual({ start: 0, two: 94 });
  });

  test.each(['At 10:30 am', 'John 3:16', 'A 16:9 picture', '1:1 meetings', 'Room 12:345'])(
    '%s is not a time',
    (heading) => {
      expect(outlineOf(`### ${heading}\n\nText.`)).toEqual([[3, null, heading]]);
    },
  );

  test('times that go back and forth are mentions, not an outline', () => {
    const body = '### 9:10 Breakfast\n\nText.\n\n### 3:20 Nap\n\nText.\n\n### 1:05 Lunch\n\nText.';
    expect(outlineOf(body)?.map(([, start]) => start)).toEqual([null, null, null]);
  });

  test('the author’s own timestamps win', () => {
    const { edition } = compile('### One (0:10)\n\nText.\n\n### Two (1:00)\n\nText.', "timestamps: {one: '0:12'}\n");
    expect(edition?.timestamps).toEqual({ one: 12, two: 60 });
  });

  test('a time after the end of the video is reported and left out', () => {
    const { edition, problems } = compile('### One (0:10)\n\nText.\n\n### Two (9:00)\n\nText.', "duration: '5:00'\n");
    expect(edition?.timestamps).toEqual({ one: 10 });
    expect(problems).toMatchObject([{ rule: 'timestamp-beyond', line: 12 }]);
  });
});

describe('a list of times is the outline', () => {
  test('of links, dashes and plain times', () => {
    const body =
      '### Show notes\n\n* **[00:00](#t=00:00)** Welcome\n* **[05:04](#t=05:04)** What the compiler does\n* 12:18 – Server components\n* [0:20:17](https://youtu.be/aBcDeFgHiJ1?t=1217) Questions\n\n### Links\n\n- One';
    expect(outlineOf(body)).toEqual([
      [3, 0, 'Welcome'],
      [3, 304, 'What the compiler does'],
      [3, 738, 'Server components'],
      [3, 1217, 'Questions'],
      [3, null, 'Links'],
    ]);
  });

  test('with content below an item, and nested lists', () => {
    const body =
      '- 0:00 Start\n  - a remark\n- 2:00 Middle\n  - 2:30 Part one\n  - 3:00 Part two\n- A remark on it all\n- 4:00 End';
    expect(outlineOf(body)).toEqual([
      [2, 0, 'Start'],
      [2, 120, 'Middle'],
      [3, 150, 'Part one'],
      [3, 180, 'Part two'],
      [2, 240, 'End'],
    ]);
    expect(compile(body).edition?.sections.map(sectionText)[0]).toBe('a remark');
    expect(JSON.stringify(compile(body).edition)).toContain('A remark on it all');
  });

  test('as the lines of a description', () => {
    const body = 'A talk about wheels.\n0:00 Intro\n2:28 Early wheels\n4:09 Spokes 24/7\nThanks for watching.';
    expect(outlineOf(body)).toEqual([
      [0, null, ''],
      [2, 0, 'Intro'],
      [2, 148, 'Early wheels'],
      [2, 249, 'Spokes 24/7'],
    ]);
    expect(JSON.stringify(compile(body).edition)).toContain('Thanks for watching.');
  });

  test('with the times at the end, as rows of a table, on separate lines, as bold headings', () => {
    const wanted = [0, 148, 249];
    const starts = (body: string) => outlineOf(body)?.flatMap(([, start]) => start ?? []);
    expect(starts('Intro - 0:00\nEarly wheels - 2:28\nSpokes - 4:09')).toEqual(wanted);
    expect(starts('| Time | Topic |\n| - | - |\n| 0:00 | Intro |\n| 2:28 | Early wheels |\n| 4:09 | Spokes |')).toEqual(
      wanted,
    );
    expect(starts('0:00 Intro\n\nText.\n\n2:28 - Early wheels\n\n* A remark\n\n4:09 Spokes\n\nText.')).toEqual(wanted);
    expect(
      starts(
        '**Intro [0:00](https://youtu.be/aBcDeFgHiJ1?t=0)**\nText.\n\n**Wheels (2:28)**\nText.\n\n**Spokes (4:09)**\nText.',
      ),
    ).toEqual(wanted);
    expect(starts('0:00\nIntro\n2:28\nEarly wheels\n4:09\nSpokes')).toEqual(wanted);
  });

  test('an address in an item is not lost, and a long item is cut', () => {
    const long =
      'This goes on for a while and says all there is to say about wheels, spokes, rims, hubs and the roads that they were made for in the first place.';
    const { edition } = compile(`- 0:00 About [wheels](https://example.org/wheels)\n- 1:00 ${long}`);
    expect(edition?.sections.map(({ title }) => title)).toEqual([
      'About wheels',
      expect.stringMatching(/^This goes on .{20,70}…$/),
    ]);
    expect(JSON.stringify(edition?.sections[0]?.blocks)).toContain('https://example.org/wheels');
    expect(edition?.sections.map(sectionText)[1]).toBe(long);
  });

  test('the list above sections of the same names gives them their starts', () => {
    const body = '## Chapters\n\n- 0:00 Intro\n- 2:28 Early wheels\n\n## Intro\n\nText.\n\n## Early wheels\n\nText.';
    expect(outlineOf(body)?.filter(([, , title]) => title !== 'Chapters')).toEqual([
      [2, 0, 'Intro'],
      [2, 148, 'Early wheels'],
    ]);
  });

  test('times in sentences and quotes are only mentioned', () => {
    expect(
      outlineOf(
        '## One\n\nAs she says at 12:30, and again at 2:10.\n\n> **[0:00]** "A quote."\n\n> **[27:52]** "Another."',
      ),
    ).toEqual([[2, null, 'One']]);
  });
});

test('a section takes the time its text begins with', () => {
  const body =
    '## Wheels\n\n[00:12](https://youtu.be/aBcDeFgHiJ1?t=12)\n\nText.\n\n## Spokes\n\n[1:02:03] Spokes hold it together.';
  expect(outlineOf(body)).toEqual([
    [2, 12, 'Wheels'],
    [2, 3723, 'Spokes'],
  ]);
  expect(compile(body).edition?.sections.map(sectionText)[0]).toBe('Text.');
});

test('a whole note that is one list: headings in it are sections, Logseq’s times are theirs', () => {
  const body =
    '- # Huffman coding\n\t- {{video https://youtu.be/aBcDeFgHiJ1}}\n\t- {{youtube-timestamp 183}} Can we use codes of our own?\n\t- ## Codes of many lengths\n\t  collapsed:: true\n\t\t- {{youtube-timestamp 521}} Frequent letters get short codes.\n- ## Summary of it\n\t- One\n\t\t- Two';
  expect(outlineOf(body)).toEqual([
    [1, 183, 'Huffman coding'],
    [2, 521, 'Codes of many lengths'],
    [2, null, 'Summary of it'],
  ]);
  expect(outlineOf('- Wheels\n\t- {{youtube-timestamp 10}} One\n\t- {{youtube-timestamp 20}} Two')).toEqual([
    [2, 10, 'Wheels'],
    [3, 10, 'One'],
    [3, 20, 'Two'],
  ]);
});

describe('chapters of the front matter', () => {
  test.each([
    ["chapters:\n  - {time: '0:00', title: Intro}\n  - {time: '2:28', title: Wheels}\n"],
    ['chapters:\n  - start: 0\n    title: Intro\n  - start: 148\n    title: Wheels\n'],
    ['chapters: ["0:00 Intro", "2:28 Wheels"]\n'],
    ["timestamps:\n  '0:00': Intro\n  '2:28': Wheels\n"],
    ['timestamps: |\n  0:00 Intro\n  2:28 Wheels\n'],
  ])('%s', (front) => {
    expect(outlineOf('Text.', front)).toEqual([
      [0, null, ''],
      [3, 0, 'Intro'],
      [3, 148, 'Wheels'],
    ]);
    expect(outlineOf('## Intro\n\nText.\n\n## Wheels\n\nText.', front)).toEqual([
      [2, 0, 'Intro'],
      [2, 148, 'Wheels'],
    ]);
    expect(compile('Text.', front).problems).toEqual([]);
  });
});
