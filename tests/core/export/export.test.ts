import { expect, test } from 'vitest';
import { chapterLines } from '../../../core/export/chapter-lines.ts';
import { chaptersOf } from '../../../core/export/chapters.ts';
import { chaptersJson } from '../../../core/export/chapters-json.ts';
import { chaptersVtt } from '../../../core/export/chapters-vtt.ts';
import { csvCell } from '../../../core/export/csv.ts';
import { glossaryCsv } from '../../../core/export/glossary-csv.ts';
import { noteMarkdown, sectionMarkdown } from '../../../core/export/note-markdown.ts';
import { timestampsYaml } from '../../../core/export/timestamps-yaml.ts';
import { decodeChapters } from '../../../core/timeline/decode-chapters.ts';
import { editionOf, timelineOf, VIDEO } from './made-up.ts';

const titled = (...titles: readonly string[]) =>
  editionOf(titles.map((title) => `### ${title}\n\nWords about it.\n`).join('\n'), 'lang: en\n');

test('the outline becomes chapter lines that YouTube accepts, and that are read back', () => {
  const edition = titled('The shop', 'The spring', 'The tower');
  const { text: lines, fault } = chapterLines(edition, timelineOf(edition, [0, 95.7, 3671]), 'Opening');
  expect(fault).toBeNull();
  expect(lines).toBe('0:00 The shop\n1:35 The spring\n1:01:11 The tower\n');
  expect(decodeChapters(lines)?.map(({ start }) => start)).toEqual([0, 95, 3671]);
});

test('the times go into the front matter as they are pasted', () => {
  const edition = titled('The shop', '2', 'A: b');
  const pasted = timestampsYaml(timelineOf(edition, [0, 95.7, 3671]));
  const again = editionOf('### The shop\n\nA.\n\n### 2\n\nB.\n\n### A: b\n\nC.\n', `lang: en\n${pasted}`);
  expect(again.sections.map(({ id }) => again.timestamps[id])).toEqual([0, 95, 3671]);
});

test('chapters begin at zero: with the first section if it nearly does, else with an opening', () => {
  const edition = titled('The shop', 'The spring');
  expect(chapterLines(edition, timelineOf(edition, [4, 60]), 'Opening').text).toBe('0:00 The shop\n1:00 The spring\n');
  expect(chapterLines(edition, timelineOf(edition, [40, 60]), 'Opening').text).toBe(
    '0:00 Opening\n0:40 The shop\n1:00 The spring\n',
  );
});

test('a chapter under ten seconds, which YouTube would refuse, and a section without a title are left out', () => {
  const edition = editionOf('Before.\n\n### One\n\nA.\n\n### Two\n\nB.\n\n### Three\n\nC.\n', 'lang: en\n');
  expect(chapterLines(edition, timelineOf(edition, [0, 0, 6, 30]), 'Opening').text).toBe('0:00 One\n0:30 Three\n');
});

test('a note out of order gives ascending chapters', () => {
  const edition = titled('Later', 'Earlier');
  expect(chapterLines(edition, timelineOf(edition, [100, 0]), 'Opening').text).toBe('0:00 Earlier\n1:40 Later\n');
});

test('the last chapter is at least ten seconds long, and angle brackets, which YouTube refuses, are replaced', () => {
  const edition = titled('a > b', '\\<c>', 'Tail');
  const timeline = { ...timelineOf(edition, [0, 60, 595]), duration: 600 };
  expect(chapterLines(edition, timeline, 'Opening')).toEqual({ text: '0:00 a › b\n1:00 ‹c›\n', fault: 'too-few' });
});

test('lines that YouTube would not accept are reported', () => {
  const many = titled(...Array.from({ length: 60 }, (_, at) => `Section ${at} ${'x'.repeat(90)}`));
  const timeline = timelineOf(
    many,
    many.sections.map((_, at) => at * 20),
  );
  expect(chapterLines(many, timeline, 'Opening').fault).toBe('too-long');
  const two = titled('One', 'Two');
  expect(chapterLines(two, timelineOf(two, [0, 60]), 'Opening').fault).toBe('too-few');
});

test('chapters survive WebVTT and JSON unchanged, including short ones', () => {
  const edition = titled('a --> b & <c>', 'Two', 'Tail');
  const chapters = chaptersOf(edition, { ...timelineOf(edition, [3, 60, 595]), duration: 600 }, 'Opening', 0);
  expect(chapters.map(({ start, end }) => [start, end])).toEqual([
    [0, 3],
    [3, 60],
    [60, 595],
    [595, 600],
  ]);
  const expected = chapters.map(({ start, title }) => ({ start, title }));
  expect(decodeChapters(chaptersVtt(chapters))).toEqual(expected);
  expect(decodeChapters(chaptersJson(VIDEO, edition.title, chapters))).toEqual(expected);
});

const RICH = `### The spring

**Mara**: It was the **annealing** (annealing: cooling slowly), *not* the wheel, see [the book](https://example.org/a_b).

**Mara**: 1) stays * a < paragraph.

- first
- second
  1. inner

> A clock
> waits.

| part | fault |
| --- | --- |
| spring | a\\|b |

\`\`\`
tick  tock
\`\`\`
`;

test('a note as Markdown has its facts as properties and every section under its id', () => {
  const edition = editionOf(RICH, "lang: en\nspeaker: [Mara, Lin]\ndate: '2025-02-12'\n");
  const text = noteMarkdown(VIDEO, edition, timelineOf(edition, [754.9]));
  expect(text).toMatch(/^---\ntitle: "A talk on clocks"\nsource: https:\/\/www\.youtube\.com\/watch\?v=clockmaker1\n/);
  expect(text).toContain('date: 2025-02-12\nlang: en\nspeaker:\n  - "Mara"\n  - "Lin"\n---\n');
  expect(text).toContain('### The spring {#the-spring}\n');
  expect(text).toContain('**Mara**: It was the **annealing** (annealing: cooling slowly), *not* the wheel');
  expect(text).toContain('```\ntick  tock\n```');
});

test('an unsure time has ≈; a copied section has its address on a line of its own', () => {
  const edition = titled('The shop');
  const [section] = edition.sections;
  const [time] = timelineOf(edition, [61], 'viewer').sections;
  expect(sectionMarkdown(VIDEO, section, time ?? null, 'en')).toBe(
    '### The shop\n\n1:01 · https://www.youtube.com/watch?v=clockmaker1&t=61s\n\nWords about it.',
  );
  const unsure = time ? { ...time, source: 'duration' as const, latest: 200 } : null;
  expect(sectionMarkdown(VIDEO, section, unsure, 'en')).toContain('\n\n≈ 1:01 · ');
});

const WORDING = {
  columns: ['Term', 'Other names', 'Explanation', 'Section', 'Link', 'Kind'],
  kinds: { term: 'Term', person: 'Person', organisation: 'Organisation', product: 'Product', book: 'Book' },
} as const;

test('the glossary as CSV has Anki’s header lines, and survives commas, quotes and line breaks', () => {
  const body =
    '### The spring\n\nIt was the **annealing** (annealing: cooling slowly, "with patience"). ' +
    'Then **tempering** (Anlassen: heating again).\n';
  const edition = editionOf(body, 'lang: en\npeople: [Nobody Explained]\n');
  const lines = glossaryCsv(VIDEO, edition, timelineOf(edition, [61]), WORDING).split('\r\n');
  expect(lines.slice(0, 4)).toEqual([
    '\uFEFF#separator:Comma',
    '#html:false',
    '#columns:Term,Other names,Explanation,Section,Link,Kind',
    '#tags column:6',
  ]);
  expect(lines.slice(4)).toEqual([
    'annealing,,"cooling slowly, ""with patience""",The spring,https://www.youtube.com/watch?v=clockmaker1&t=61s,Term',
    'tempering,Anlassen,heating again,The spring,https://www.youtube.com/watch?v=clockmaker1&t=61s,Term',
    '',
  ]);
});

test('a cell that a spreadsheet would run as a formula is made harmless', () => {
  const body = '### The spring\n\nIt was the **annealing** (=HYPERLINK: "+1"). \n';
  const edition = editionOf(body, 'lang: en\n');
  expect(csvCell('=1+1')).toBe("'=1+1");
  expect(['+1', '-1', '@x', '\tx', '＝1', 'a=1'].map(csvCell)).toEqual(["'+1", "'-1", "'@x", "'\tx", "'＝1", 'a=1']);
  expect([' =1', '\n=1'].map(csvCell)).toEqual(["' =1", `"'\n=1"`]);
  expect(glossaryCsv(VIDEO, edition, null, WORDING)).not.toMatch(/(?:^|,)"?=/m);
});
