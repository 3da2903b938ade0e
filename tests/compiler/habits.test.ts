import { expect, test } from 'vitest';
import { compileNote } from '../../compiler/compile.ts';
import fc from '../fast-check.ts';

/** One way of writing each, some of them cut off in the middle. */
const FRONT = [
  'title: A talk: on wheels',
  'title: "Quoted" in part',
  'Title: [wheels',
  "date: '2025-02-12'",
  'date: 1739318400000',
  'duration: PT57M48S',
  'length: soon',
  'url: https://youtu.be/aBcDeFgHiJ1',
  'source: YouTube',
  'youtube: aBcDeFgHiJ1',
  'source:\n  - <https://youtu.be/aBcDeFgHiJ1>',
  'author: ["[[Ada Example]]", {name: Ben}]',
  'summary: |\n  Two\n  lines',
  'description: "> [!note]"',
  "chapters: ['0:00 Intro', {time: '1:00', title: Wheels}]",
  "transcript:\n- header: One\n- {line: Words, time: '0:10', who: Ben}",
  "timestamps: {one: '0:10', '1:00': Two}",
  'timestamps: 12',
  'tags: #wheels',
  '\tindented: x',
  'lang: klingon',
];
const BODY = [
  '# A talk',
  '## [1:02](https://youtu.be/aBcDeFgHiJ1?t=62) Wheels',
  '### Spokes (0:10) {#spokes}',
  '#### 12:34',
  '![](https://youtu.be/aBcDeFgHiJ1)',
  '{{< youtube aBcDeFgHiJ1 >}}',
  '<iframe src="https://www.youtube.com/embed/aBcDeFgHiJ1">',
  '- 0:00 Intro\n  - 0:30 Part\n- 1:00 End',
  '0:00 Intro\n1:00 Middle\nno time\n2:00 End',
  '| Time | Topic |\n| - | - |\n| 0:00 | Intro |',
  '## Transcript',
  '[00:00:41.5] CC: Hi.',
  '**12:07** · Ann: One door',
  '```vtt\n00:00:01.000 --> 00:00:02.000\nHi\n```',
  '> [!summary]- TL;DR\n> Short.',
  '> [!',
  '## Summary',
  '**TL;DR:** Short.',
  'summary:: Short.',
  '## Key terms',
  '- **Term** (other): meaning',
  'Term\n: meaning',
  '**退火**（annealing：慢慢冷却）',
  '**What:** a rule',
  '[[page|words]] ==mark== ![[file.png]] %%note%%',
  '%%',
  '==',
  '{{',
  '{% raw',
  ':::tip Title',
  ':::',
  '!!! note "x"\n    text',
  '```ad-tip',
  'a[^1] b^[inline] c[^x]',
  '[^1]: note',
  '- # Heading\n\t- {{youtube-timestamp 183}} text\n\t- ## Deep\n\t\t- more',
  '<details><summary>Transcript</summary>\n\n0:01 Hi\n\n</details>',
  'key:: value ^block-1',
  '`[[code]]',
  '$\\frac{{a}}{b}$',
  'Ann 0:12',
  '1:00:00',
  '(',
  ' '.repeat(5),
];

test('mixtures of all ways of writing, cut off anywhere, compile to valid data or to problems', () => {
  const text = fc
    .record({
      front: fc.subarray(FRONT, { maxLength: 8 }),
      body: fc.array(fc.constantFrom(...BODY), { maxLength: 14 }),
      gap: fc.constantFrom('\n', '\n\n'),
      close: fc.constantFrom('---', '...', ''),
      open: fc.constantFrom('---\nsource: https://youtu.be/aBcDeFgHiJ1', '---', '', '+++', '{'),
      cut: fc.nat(600),
    })
    .map(({ front, body, gap, close, open, cut }) => {
      const whole = [open, ...front, close, ''].join('\n') + body.join(gap);
      return cut < 300 ? whole.slice(0, whole.length - Math.min(cut, whole.length)) : whole;
    });
  fc.assert(
    fc.property(text, (note) => {
      const { edition, problems } = compileNote({ file: 'Some note.md', text: note });
      expect(edition === null).toBe(problems.some(({ severity }) => severity === 'error'));
      for (const { line } of problems) expect(line).toBeGreaterThan(0);
      if (!edition) return;
      expect(JSON.parse(JSON.stringify(edition))).toEqual(edition);
      const ids = edition.sections.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [id, start] of Object.entries(edition.timestamps)) {
        expect(ids).toContain(id);
        expect(start).toBeGreaterThanOrEqual(0);
      }
      const cues = edition.transcript?.cues ?? [];
      expect(cues.map(({ start }) => start)).toEqual(cues.map(({ start }) => start).toSorted((a, b) => a - b));
      expect(cues.every((cue) => cue.text !== '')).toBe(true);
    }),
    { numRuns: 400 },
  );
});
