import { describe, expect, test } from 'vitest';
import { compileNote } from '../../compiler/compile.ts';
import { compileLibrary } from '../../compiler/library.ts';
import { sectionText, summaryText } from '../../core/note/section-text.ts';

const SOURCE = 'source: https://youtu.be/aBcDeFgHiJ1\nlang: en\n';
const compile = (body: string, front = 'title: A talk\n', file = 'note.md') =>
  compileNote({ file, text: `---\n${SOURCE}${front}---\n\n${body}\n` });
const titles = (body: string, front?: string) => compile(body, front).edition?.sections.map(({ title }) => title);

describe('the title', () => {
  test.each([
    ['the front matter’s', 'Title: A talk\n', '# Another\n\n## One\n\nText.', 'note.md', 'A talk'],
    ['the only heading of the first level', '', '# A talk\n\n## One\n\nText.', 'note.md', 'A talk'],
    [
      'the file’s name',
      '',
      '## 📺 Video\n\nText.',
      'Talks/2024-11-22 How queues hide trouble.md',
      'How queues hide trouble',
    ],
    ['without the video’s id', '', 'Text.', '2024-01-02-how-queues-work-[aBcDeFgHiJ1].en.md', 'how queues work'],
    ['of its folder', '', 'Text.', 'content/how-queues-work/index.md', 'how queues work'],
    [
      'of the first section, which says more than a slug',
      '',
      '## Queues hide trouble\n\nText.',
      'talk-12.md',
      'Queues hide trouble',
    ],
    ['a slug, where nothing says more', '', '## Notes\n\nText.', 'queues-hide-trouble.md', 'queues hide trouble'],
  ])('is %s', (_, front, body, file, title) => {
    expect(compile(body, front, file).edition?.title).toBe(title);
  });

  test('a heading that only repeats it is not a section, unless there is text below it', () => {
    expect(titles('# A talk\n\n![](https://youtu.be/aBcDeFgHiJ1)\n\n## One\n\nText.')).toEqual(['One']);
    expect(titles('# A talk\n\nText.\n\n## One\n\nText.')).toEqual(['A talk', 'One']);
  });
});

describe('the summary', () => {
  test.each([
    ['summary: What it says.\n', 'Text.', 'What it says.'],
    ['Summary: What it says.\n', 'Text.', 'What it says.'],
    ['tldr: What it says.\n', 'Text.', 'What it says.'],
    ['description: What it says.\n', 'Text.', 'What it says.'],
    ['intro: What it says.\nkey_points: [One, Two]\n', 'Text.', 'What it says.\n\nOne\nTwo'],
    ['', '> [!summary]\n> What it says.\n\nText.', 'What it says.'],
    ['', '> [!abstract]- TL;DR\n> What it says.\n\nText.', 'What it says.'],
    ['', 'Text.\n\n## TL;DR\n\nWhat it says.\n\n## One\n\nText.', 'What it says.'],
    ['', '## 📝 Summary\n\nWhat it says.\n\n## One\n\nText.', 'What it says.'],
    ['', '## 总结\n\nWhat it says.\n\n## One\n\nText.', 'What it says.'],
    ['', '## Краткое содержание\n\nWhat it says.\n\n## One\n\nText.', 'What it says.'],
    ['', '**TL;DR:** What it says.\n\n## One\n\nText.', 'What it says.'],
    ['', '**TL;DR:** “What” it says.\n\n## One\n\nText.', '“What” it says.'],
    ['', 'Summary: — (What) it says.\n\n## One\n\nText.', '(What) it says.'],
    ['', 'summary:: What it says.\n\nText.', 'What it says.'],
  ])('of %j and %j', (front, body, summary) => {
    const { edition } = compile(body, `title: A talk\n${front}`);
    expect(
      summaryText(edition?.summary ?? [])
        .replaceAll(/\s+/g, ' ')
        .trim(),
    ).toBe(summary.replaceAll(/\s+/g, ' '));
    expect(JSON.stringify(edition?.sections)).not.toContain('What it says.');
    expect(JSON.stringify(edition?.sections)).toContain('Text.');
  });

  test('a description is appended, unless it says the same', () => {
    const front = 'title: A talk\ndescription: Why pools.\n';
    expect(summaryText(compile('> [!summary]\n> Small pools.\n\nText.', front).edition?.summary ?? [])).toBe(
      'Small pools.\n\nWhy pools.',
    );
    expect(compile('> [!summary]\n> Why pools? Why pools.\n\nText.', front).edition?.summary).toHaveLength(1);
  });

  test.each(['Enjoy the videos and music you love.', '在 YouTube 上畅享你喜爱的视频和音乐。'])(
    'is not YouTube’s description of itself: %s',
    (description) => {
      expect(compile('Text.', `title: A talk\ndescription: ${JSON.stringify(description)}\n`).edition?.summary).toEqual(
        [],
      );
    },
  );

  test('a note with nothing else keeps it as a section, too', () => {
    expect(titles('## Summary\n\nWhat it says.')).toEqual(['Summary']);
  });
});

describe('a transcript is kept apart', () => {
  const CLIPPED =
    'What we say of wheels.\n\n## Transcript\n\n### Introduction\n\n**0:00** · Hello and welcome.\n\n**0:05** · Today: wheels.\n\nAnd their history.\n\n### Spokes\n\n**1:02:03** · Ben Example: Spokes hold it together.';

  test('as cues with speakers; its headings are chapters', () => {
    const { edition } = compile(CLIPPED);
    expect(edition?.transcript).toEqual({
      language: expect.any(String),
      cues: [
        { start: 0, text: 'Hello and welcome.' },
        { start: 5, text: 'Today: wheels. And their history.' },
        { start: 3723, text: 'Spokes hold it together.', speaker: 'Ben Example' },
      ],
    });
    expect(edition?.sections.map(({ title, blocks }) => [title, blocks.length])).toEqual([
      ['', 1],
      ['Introduction', 0],
      ['Spokes', 0],
    ]);
    expect(edition?.timestamps).toEqual({ introduction: 0, spokes: 3723 });
  });

  test('its chapters appear once when a list has them, too, with the times of the list', () => {
    const list = 'Chapters:\n0:00 Intro\n0:05 Wheels\n1:02 Spokes\n\n';
    const spoken =
      '## Transcript\n\n### Intro\n\n### Wheels\n\n**0:05** · Of wheels.\n\n### Spokes\n\n**1:29** · Of spokes.';
    expect(compile(list + spoken).edition?.timestamps).toEqual({ intro: 0, wheels: 5, spokes: 62 });
    expect(titles(list + spoken)).toEqual(['', 'Intro', 'Wheels', 'Spokes']);
    // Without the list, a chapter without a cue of its own begins with the next one.
    expect(compile(spoken).edition?.timestamps).toEqual({ intro: 5, wheels: 5, spokes: 89 });
    expect(titles(spoken)).toEqual(['Intro', 'Wheels', 'Spokes']);
  });

  test.each([
    [
      'paragraphs',
      Array.from(
        { length: 12 },
        (_, at) => `[00:00:${String(at * 5).padStart(2, '0')}.5] CC: Words of line ${at}.`,
      ).join('\n\n'),
      0.5,
    ],
    [
      'lines',
      Array.from(
        { length: 12 },
        (_, at) => `[00:0${Math.floor(at / 6)}:${String((at % 6) * 10).padStart(2, '0')}] words of line ${at}`,
      ).join('\n'),
      0,
    ],
    [
      'a list',
      `## Transcript\n\n${Array.from({ length: 12 }, (_, at) => `- 0:${String(at * 5).padStart(2, '0')} words of line ${at}`).join('\n')}`,
      0,
    ],
    [
      'quotes',
      `## 逐字稿\n\n${Array.from({ length: 12 }, (_, at) => `> 0:${String(at * 5).padStart(2, '0')} words of line ${at}`).join('\n>\n')}`,
      0,
    ],
    [
      'YouTube’s own copy',
      `## Transcript\n\n${Array.from({ length: 12 }, (_, at) => `0:${String(at * 5).padStart(2, '0')}\nwords of line ${at}`).join('\n')}`,
      0,
    ],
    [
      'captions',
      `## Subtitles\n\n\`\`\`vtt\n${Array.from({ length: 12 }, (_, at) => `00:00:${String(at * 5).padStart(2, '0')}.000 --> 00:00:59.000\nwords of line ${at}\n`).join('\n')}\`\`\``,
      0,
    ],
    [
      'names before times',
      `## Transcript\n\n${Array.from({ length: 12 }, (_, at) => `**Ada Example** (0:${String(at * 5).padStart(2, '0')}): words of line ${at}`).join('\n\n')}`,
      0,
    ],
  ])('of %s', (_, body, first) => {
    const { edition } = compile(body);
    expect(edition?.transcript?.cues).toHaveLength(12);
    expect(edition?.transcript?.cues[0]?.start).toBe(first);
    expect(edition?.transcript?.cues.every(({ text }) => /^words of line \d+\.?$/i.test(text))).toBe(true);
    expect(edition?.sections.flatMap(({ blocks }) => blocks)).toEqual([]);
    expect(edition?.glossary).toEqual([]);
  });

  test('of the front matter', () => {
    const front =
      "title: A talk\ntranscript:\n- header: Introduction\n- {line: Welcome., sec: 85, time: '1:25', who: Ben}\n- header: Wheels\n- {line: They roll., time: '2:00'}\n";
    const { edition, problems } = compile('Text.', front);
    expect(edition?.transcript?.cues).toEqual([
      { start: 85, text: 'Welcome.', speaker: 'Ben' },
      { start: 120, text: 'They roll.' },
    ]);
    expect(edition?.timestamps).toEqual({ introduction: 85, wheels: 120 });
    expect(problems).toEqual([]);
  });

  test('one without times stays text', () => {
    const { edition } = compile('## Transcript\n\nHello and welcome.');
    expect(edition?.transcript).toBeUndefined();
    expect(edition?.sections.map(sectionText)).toEqual(['Hello and welcome.']);
  });

  test('a few remarks with times are not a transcript', () => {
    const body = Array.from({ length: 5 }, (_, at) => `${at}:00 A remark of mine`).join('\n\n');
    expect(compile(body).edition?.transcript).toBeUndefined();
  });
});

describe('notes of one video', () => {
  const analysis = `---\n${SOURCE}title: What it means\nsummary: Wheels matter.\n---\n\n## One\n\nText.\n`;
  const other = `---\n${SOURCE}title: Another view\n---\n\n## One\n\nOther text.\n`;
  const lines = Array.from(
    { length: 12 },
    (_, at) => `[00:00:${String(at * 5).padStart(2, '0')}] words of line ${at}`,
  ).join('\n\n');
  const transcript = `---\n${SOURCE}title: Transcript\ndescription: From the channel.\n---\n\n## Transcript\n\n${lines}\n`;
  const note = (file: string, text: string) => ({ file, text });

  test('stand side by side, in one language, too', () => {
    const { episodes, problems } = compileLibrary([note('a.md', analysis), note('b.md', other)]);
    expect(episodes.map(({ editions }) => editions.map(({ title }) => title))).toEqual([
      ['What it means', 'Another view'],
    ]);
    expect(problems).toEqual([]);
  });

  test('a transcript file joins those that have none', () => {
    const { episodes } = compileLibrary([note('t.md', transcript), note('a.md', analysis), note('b.md', other)]);
    const [editions = []] = episodes.map((episode) => episode.editions);
    expect(editions.map(({ title }) => title)).toEqual(['What it means', 'Another view']);
    for (const { transcript: heard } of editions) expect(heard?.cues).toHaveLength(12);
    expect(editions.map(({ summary }) => summaryText(summary))).toEqual([
      'Wheels matter.\n\nFrom the channel.',
      'From the channel.',
    ]);
  });

  test('two files with the same text are one note', () => {
    const { episodes, problems } = compileLibrary([note('a.md', analysis), note('copy of a.md', `${analysis}\n`)]);
    expect(episodes[0]?.editions).toHaveLength(1);
    expect(problems).toMatchObject([{ rule: 'edition-duplicate', file: 'copy of a.md' }]);
  });
});

describe('the glossary', () => {
  const termsOf = (body: string) =>
    compile(body).edition?.glossary.map(({ term, aliases, definition }) => [term, ...aliases, definition]);

  test.each([
    ['- **Predicate**: decides the route.\n- **Filter** — changes a request\n- `Egress`: traffic that leaves'],
    [
      '| Term | Meaning |\n| - | - |\n| Predicate | decides the route |\n| Filter | changes a request |\n| Egress | traffic that leaves |',
    ],
    ['Predicate\n: decides the route\n\nFilter\n: changes a request\n\nEgress\n: traffic that leaves'],
    ['**Predicate:** decides the route.\n\n**Filter** - changes a request\n\nEgress: traffic that leaves'],
    [
      '- **Predicate**\n  - decides the route\n- **Filter**\n  - changes a request\n- **Egress**\n  - traffic that leaves',
    ],
  ])('of a list under a heading that says so: %j', (list) => {
    const wanted = [
      ['Predicate', 'decides the route'],
      ['Filter', 'changes a request'],
      ['Egress', 'traffic that leaves'],
    ];
    for (const heading of ['Key terms', '📖 Glossary', 'Terminology', '关键术语', '用語', '주요 용어', 'Термины']) {
      expect(termsOf(`## ${heading}\n\n${list}`)).toEqual(wanted);
    }
    expect(termsOf(`## Key points\n\n${list}`)).toEqual([]);
  });

  test('with other names in brackets; a sentence in bold is not a term', () => {
    const list =
      '- **HBM** (high-bandwidth memory): fast memory beside a chip\n- **Never ask for more than you need, or you wait**: a rule';
    expect(termsOf(`## Concepts\n\n${list}`)).toEqual([['HBM', 'high-bandwidth memory', 'fast memory beside a chip']]);
  });

  test('does not take a clause for a term', () => {
    const body =
      '**地方公司相对境外同行被重新估值**（补贴），**从一个模型里蒸馏引导**（distillation），而**蒸馏**（distillation）是。\n\n**매일 세 번 넘게 실패하면 FDS**(탐지)가 막는다.';
    expect(termsOf(body)?.map(([term]) => term)).toEqual(['蒸馏']);
  });
});

test('labels of points are not speakers', () => {
  const speakersOf = (body: string) => [
    ...new Set(compile(body).edition?.sections.flatMap(({ blocks }) => blocks.flatMap(({ speaker }) => speaker ?? []))),
  ];
  const points = (a: string, b: string) =>
    `### One\n\n**${a}:** Ask first.\n\n**${b}:** It is short.\n\n### Two\n\n**${a}:** Spell it out.\n\n**${b}:** Gaps are filled.`;
  expect(speakersOf(points('What', 'Why'))).toEqual([]);
  expect(speakersOf(points('The rule', 'Its reason'))).toEqual([]);
  expect(speakersOf('### One\n\n**Why:** One.\n\n**Why:** Two.\n\n**Why:** Three.')).toEqual([]);
  expect(speakersOf('**Ann:** To share.\n\n**Ben:** And why?\n\n**Ann:** To learn.\n\n**Ben:** I see.')).toEqual([
    'Ann',
    'Ben',
  ]);
});

describe('footnotes', () => {
  test('are numbered at the reference and placed at the end of its section', () => {
    const body =
      '## One\n\nThe wheel is old.[^age] It rolls.[^1]\n\n## Two\n\nA cart has two,[^cart] as said.[^age] And inline.^[A remark.]\n\n[^age]: Six thousand years.\n[^1]: On most floors.\n[^cart]: Or *four*.\n\n    With a second paragraph.';
    const sections = compile(body).edition?.sections ?? [];
    expect(sections.map(sectionText)).toEqual([
      'The wheel is old.1 It rolls.2\n\n1 Six thousand years.\n\n2 On most floors.',
      'A cart has two,3 as said.1 And inline.4\n\n3 Or four.\n\nWith a second paragraph.\n\n4 A remark.',
    ]);
    expect(JSON.stringify(sections[0]?.blocks[0])).toContain('"tagName":"sup"');
  });

  test('a footnote referred to by another follows it', () => {
    const body =
      '## One\n\nOld.[^a] Again.[^b]\n\n[^a]: See [^b] and [^c].\n[^b]: The second.\n[^c]: The third, not [^a].';
    expect(compile(body).edition?.sections.map(sectionText)).toEqual([
      'Old.1 Again.2\n\n1 See 2 and 3.\n\n2 The second.\n\n3 The third, not 1.',
    ]);
  });

  test('a reference in a heading is a superscript digit', () => {
    const sections = compile('## One[^a]\n\nText.\n\n[^a]: A remark.').edition?.sections ?? [];
    expect(sections.map(({ title }) => title)).toEqual(['One¹']);
    expect(sections.map(sectionText)).toEqual(['Text.\n\n1 A remark.']);
  });

  test.each([
    ['which calls a note', '[^a]: See [^b].\n[^b]: A remark.'],
    ['each of which calls the other', '[^a]: See [^b].\n[^b]: A remark, as [^a] says.'],
  ])('one that no text calls is not lost: %s', (_, notes) => {
    const text = compile(`## One\n\nText.\n\n${notes}`).edition?.sections.map(sectionText).join('') ?? '';
    expect(text.split('A remark').length).toBe(2);
    expect(text).toContain('See ');
    expect(text).not.toContain('[^');
  });

  test('one without a reference is kept', () => {
    expect(JSON.stringify(compile('## One\n\nText.\n\n[^a]: A remark.').edition)).toContain('A remark.');
  });
});

test.each([
  ['Example app and a host.', '', 'en'],
  ['Example app and a host.', 'language: German\n', 'de'],
  ['Example app and a host.', 'locale: fr_FR\n', 'fr-FR'],
  ['面粉和水要放一夜才好。', 'language: English\n', 'zh-Hans'],
])('the language of a few words: %s %s', (body, front, language) => {
  const text = `---\nsource: https://youtu.be/aBcDeFgHiJ1\n${front}---\n\n${body}\n`;
  expect(compileNote({ file: 'note.md', text }).edition?.language).toBe(language);
});
