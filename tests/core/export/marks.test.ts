import { describe, expect, it } from 'vitest';
import { chaptersJson } from '../../../core/export/chapters-json.ts';
import { chaptersVtt } from '../../../core/export/chapters-vtt.ts';
import { marksAnnotations } from '../../../core/export/marks-annotations.ts';
import { markLines, marksChapters } from '../../../core/export/marks-chapters.ts';
import { marksCsv } from '../../../core/export/marks-csv.ts';
import { marksMarkdown } from '../../../core/export/marks-markdown.ts';
import { EXAMPLE_TEMPLATE, marksByTemplate, unknownPlaceholders } from '../../../core/export/marks-template.ts';
import { marksText } from '../../../core/export/marks-text.ts';
import type { Mark } from '../../../core/marks/mark.ts';
import { readAnnotations } from '../../../core/marks/read-annotations.ts';
import { readMarksMarkdown } from '../../../core/marks/read-marks-markdown.ts';
import { decodeChapters } from '../../../core/timeline/decode-chapters.ts';
import fc from '../../fast-check.ts';
import { anyMark, mark, video } from '../marks/made-up.ts';

const wording = { opening: 'Opening', untitled: 'Mark' };
const lens = [
  mark({ id: 'a', at: 65.5, words: 'Look this up', quote: { kind: 'caption', text: 'ground on wet sand' } }),
  mark({ id: 'b', at: 3, words: 'Two\nlines', starred: true }),
  mark({ id: 'c', at: 4000, quote: { kind: 'term', text: 'meniscus' } }),
];
/** Marks with ids of their own, none deleted. */
const some = fc
  .array(anyMark, { maxLength: 8 })
  .map((list) => list.map((one, at) => ({ ...one, id: `m${at}`, deleted: null })));
const ofOneVideo = some.map((list) => list.map((one) => ({ ...one, video: video('lens-talk-1') })));

describe('as Markdown', () => {
  it('each has its time, which opens the video there', () => {
    expect(marksMarkdown(lens)).toBe(`## [How a lens is ground](https://youtu.be/lens-talk-1)

- [0:03](https://youtu.be/lens-talk-1?t=3) ★ Two
  lines
- [1:05](https://youtu.be/lens-talk-1?t=65) Look this up
  > ground on wet sand
- [1:06:40](https://youtu.be/lens-talk-1?t=4000)
  > meniscus
`);
  });

  it('all come back', () => {
    const plain = (text: string) =>
      text
        .replaceAll(/\r\n?/gu, '\n')
        .split('\n')
        .map((line) => (line.trim() === '' ? '' : line))
        .join('\n')
        .trim();
    const essence = ({
      video: of,
      at,
      words,
      quote,
      starred,
    }: Pick<Mark, 'video' | 'at' | 'words' | 'quote' | 'starred'>) =>
      `${of} ${Math.floor(at)} ${JSON.stringify([plain(words), quote && plain(quote.text), starred])}`;
    fc.assert(
      fc.property(some, (marks) => {
        expect(readMarksMarkdown(marksMarkdown(marks)).map(essence).sort()).toEqual(marks.map(essence).sort());
      }),
    );
  });

  it('are found among other text, whatever it is', () => {
    const text = `# Mine\n\nWords.\n\n- [ ] task\n${marksMarkdown(lens)}\nMore words\n- [1:00](https://example.org)`;
    expect(readMarksMarkdown(text)).toHaveLength(3);
    expect(readMarksMarkdown(text)[0]?.videoTitle).toBe('How a lens is ground');
    fc.assert(fc.property(fc.string(), (any) => void readMarksMarkdown(any)));
  });
});

describe('as Web Annotations', () => {
  it('all come back to the last letter', () => {
    fc.assert(
      fc.property(some, (marks) => {
        const read = readAnnotations(JSON.parse(marksAnnotations(marks)), 0);
        expect(read ?? []).toEqual(marks);
      }),
    );
  });

  it('those of another program are read, too, and what is about no video is left out', () => {
    const annotation = {
      type: 'Annotation',
      id: 'https://notes.example/a/1',
      body: 'Why sand?',
      target: 'https://www.youtube.com/watch?v=lens-talk-1#t=12.5,20',
    };
    expect(readAnnotations([annotation, { ...annotation, target: 'https://example.org/#t=3' }], 7)).toEqual([
      mark({
        id: 'https:--notes.example-a-1',
        videoTitle: '',
        at: 12.5,
        words: 'Why sand?',
        created: 7,
        changed: 7,
      }),
    ]);
  });

  it('nothing of any other file', () => {
    fc.assert(fc.property(fc.jsonValue(), (any) => void readAnnotations(any, 0)));
    expect(readAnnotations({ chapters: [] }, 0)).toBeNull();
  });
});

describe('as chapters', () => {
  it('JSON and WebVTT give back each moment and its line', () => {
    fc.assert(
      fc.property(ofOneVideo, (marks) => {
        const chapters = marksChapters(marks, 50_000, wording);
        const wanted = chapters.map(({ start, title }) => ({ start, title }));
        for (const text of [chaptersJson(video('lens-talk-1'), 'T', chapters), chaptersVtt(chapters)]) {
          expect(decodeChapters(text) ?? []).toEqual(wanted);
        }
        const moments = new Set(marks.map(({ at }) => Math.floor(at)));
        expect(chapters.filter(({ start }) => moments.has(start)).length).toBe(moments.size);
      }),
    );
  });

  it('each lasts up to the next, the last one ten seconds where the video’s length is not known', () => {
    expect(marksChapters(lens, null, wording)).toEqual([
      { start: 0, end: 3, title: 'Opening' },
      { start: 3, end: 65, title: 'Two' },
      { start: 65, end: 4000, title: 'Look this up' },
      { start: 4000, end: 4010, title: 'meniscus' },
    ]);
  });

  it('YouTube’s lines keep its rules, and it is said what was changed', () => {
    expect(markLines(lens, 5000, wording)).toEqual({
      text: '0:00 Two\n1:05 Look this up\n1:06:40 meniscus\n',
      fault: null,
      changes: { opening: false, moved: true, dropped: 0, renamed: 0 },
    });
    const crowded = [20, 25, 40, 55, 4995].map((at, n) => mark({ id: `${n}`, at, words: `<${n}>` }));
    expect(markLines(crowded, 5000, wording)).toEqual({
      text: '0:00 Opening\n0:20 ‹0›\n0:40 ‹2›\n0:55 ‹3›\n',
      fault: null,
      changes: { opening: true, moved: false, dropped: 2, renamed: 3 },
    });
    expect(markLines(lens.slice(0, 1), 5000, wording).fault).toBe('too-few');
    expect(markLines([], 5000, wording)).toMatchObject({ text: '', changes: { dropped: 0, opening: false } });
  });

  it('YouTube’s lines are ten seconds apart from 0:00 on, for any marks', () => {
    fc.assert(
      fc.property(ofOneVideo, (marks) => {
        const { text, fault } = markLines(marks, 50_000, wording);
        const starts = text
          .split('\n')
          .filter(Boolean)
          .map(
            (line) =>
              line
                .split(' ')[0]
                ?.split(':')
                .reduce((sum, part) => sum * 60 + Number(part), 0) ?? 0,
          );
        if (marks.length > 0) expect(starts[0]).toBe(0);
        for (const [at, start] of starts.entries()) expect(start - (starts[at - 1] ?? -10)).toBeGreaterThanOrEqual(10);
        expect(fault === 'too-few').toBe(starts.length < 3);
      }),
    );
  });
});

describe('as CSV for Anki', () => {
  const columns = ['Quotation', 'Words', 'Link', 'Section', 'Video'] as const;
  /** By RFC 4180. */
  function cells(text: string): readonly (readonly string[])[] {
    const rows: string[][] = [[]];
    for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gu)) {
      rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
      if (end === '\r\n') rows.push([]);
      if (end === '') break;
    }
    return rows.slice(0, -1);
  }

  it('come back cell by cell, and no cell is a formula', () => {
    fc.assert(
      fc.property(ofOneVideo, (marks) => {
        const rows = cells(marksCsv(marks, columns)).slice(5);
        expect(marksCsv(marks, columns)).toContain('#columns:Quotation,Words,Link,Section,Video\r\n');
        for (const row of cells(marksCsv(marks, columns)))
          for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@]/u);
        for (const row of rows) {
          expect(row).toHaveLength(5);
          expect(row[0]).not.toBe('');
        }
      }),
    );
  });

  it('a formula among the words is a text', () => {
    expect(marksCsv([mark({ words: '=HYPERLINK("https://example.org")' })], columns)).toContain(`"'=HYPERLINK(""https`);
  });

  it('the front is what was heard, else the words, else the time', () => {
    const fronts = cells(marksCsv(lens, columns))
      .slice(3)
      .map(([front]) => front);
    expect(fronts).toEqual(['Two', 'ground on wet sand', 'meniscus']);
    expect(marksCsv([mark()], columns)).toContain('\r\n1:05,,https://www.youtube.com/watch?v=lens-talk-1&t=65s,,');
  });
});

describe('by a template', () => {
  const day = () => '2026-11-26';
  it('a line with nothing to say is left out, and several lines keep their place', () => {
    expect(marksByTemplate(EXAMPLE_TEMPLATE, lens, day)).toBe(`---
title: "How a lens is ground"
source: https://www.youtube.com/watch?v=lens-talk-1
---

- [0:03](https://youtu.be/lens-talk-1?t=3) ★ Two
  lines
- [1:05](https://youtu.be/lens-talk-1?t=65) Look this up
  > ground on wet sand
- [1:06:40](https://youtu.be/lens-talk-1?t=4000)
  > meniscus
`);
  });

  it('a title in quotes stays one value of YAML', () => {
    const titled = mark({ videoTitle: 'The "best" lens\\' });
    expect(marksByTemplate('title: "{{title}}"', [titled], day)).toBe('title: "The \\"best\\" lens\\\\"');
  });

  it('what a mark says is no placeholder', () => {
    expect(marksByTemplate('{{marks}}\n{{words}}\n{{/marks}}', [mark({ words: '{{url}} $& {{marks}}' })], day)).toBe(
      '{{url}} $& {{marks}}\n',
    );
  });

  it('a placeholder nobody knows is named, and stays', () => {
    expect(unknownPlaceholders('{{titel}} {{title}} {{marks}}{{/marks}} {{constructor}}')).toEqual([
      'titel',
      'constructor',
    ]);
    expect(marksByTemplate('{{constructor}} {{count}}', lens, day)).toBe('{{constructor}} 3');
  });
});

it('as plain text each is one line', () => {
  expect(marksText(lens)).toBe(`How a lens is ground
https://youtu.be/lens-talk-1
★ 0:03 Two lines
1:05 Look this up “ground on wet sand”
1:06:40 “meniscus”
`);
});
