import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileNote } from '../../../compiler/compile.ts';
import { noteMarkdown } from '../../../core/export/note-markdown.ts';
import type { Edition } from '../../../core/note/episode.ts';
import type { VideoId } from '../../../core/video/video-id.ts';
import { markdown } from '../../compiler/any-note.ts';
import fc from '../../fast-check.ts';
import { timelineOf } from './made-up.ts';

const root = join(import.meta.dirname, '../../..');
const FRONT = '---\nsource: https://youtu.be/abcdefghijk\n';

function compile(text: string): { videoId: VideoId; edition: Edition } | null {
  const { videoId, edition } = compileNote({ file: 'any.md', text });
  return edition && { videoId, edition };
}

/** The edition compiled from what was exported. */
function home({ videoId, edition }: { videoId: VideoId; edition: Edition }): Edition {
  const again = compile(noteMarkdown(videoId, edition, null));
  if (!again) throw new Error('what was exported is no note');
  expect(again.videoId).toBe(videoId);
  return again.edition;
}

interface Node {
  readonly type?: string;
  readonly tagName?: string;
  readonly value?: string;
}

const lowered = (node: unknown): unknown =>
  (node as Node | null)?.tagName === 'sup' ? (node as { readonly children: unknown }).children : node;

const STRUCTURE = /^(?:ul|ol|li|blockquote|table|thead|tbody|tr)$/;

/**
 * An edition without the division into text nodes, without white space between blocks, and without the superscript numbers of
 * footnotes, which Markdown cannot express.
 */
function words(value: unknown, parent = ''): unknown {
  if (Array.isArray(value)) {
    const nodes: unknown[] = [];
    for (const each of value.flatMap(lowered).map((one) => words(one, parent)) as Node[]) {
      const last = nodes.at(-1) as Node | undefined;
      if (each?.type === 'text' && last?.type === 'text')
        nodes[nodes.length - 1] = { ...last, value: `${last.value}${each.value}` };
      else nodes.push(each);
    }
    return nodes.filter((each) => {
      const { type, value: text } = (each ?? {}) as Node;
      return type !== 'text' || (STRUCTURE.test(parent) ? text?.trim() !== '' : text !== '');
    });
  }
  if (typeof value !== 'object' || value === null) return value;
  const { tagName } = value as Node;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, words(inner, tagName)]));
}

const notesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.md$/.test(file))
    .map((file) => join(folder, file));

describe('our own notes survive export and import', () => {
  test.each(
    [...notesIn(join(root, 'content')), ...notesIn(join(root, 'tests/compiler/fixtures/forms'))].map((file) => [
      file.slice(root.length + 1),
      file,
    ]),
  )('%s', (_, file) => {
    const compiled = compile(readFileSync(file, 'utf8'));
    if (!compiled) throw new Error('no note');
    expect(words(home(compiled))).toEqual(words(compiled.edition));
  });
});

const MADE_UP = `${FRONT}title: 'A: "quoted" #title'
date: 2025-02-12
duration: 3661.5
lang: zh-Hans
speaker: [Mara, 'Lin, Wu']
people: [Mara, 爱因斯坦]
companies_orgs: [Acme & Sons]
media_books: ['*Stars*']
summary: "One **bold** line.\\n\\nAnd a second: with [a link](https://example.org/a_b)."
timestamps: ['0:00', '', 95.5, '0:30:00']
---

Before the first heading.

# 第一节：*退火* {#one}

Mara：hello

**Mara**：它是**退火（Annealing: 慢慢冷却）**，不是*轮子*，也是淬火（quenching: 快速冷却）。

<details><summary>原文</summary>

It was annealing.

</details>

#### 12:34 a > b & \\<c> \\# {#二}

line one\\
line two<br>line three

As [[Wheels (old)|old wheels]] say, and [[Axle]].

> [!tip] A title
> And words.

> [!note]
> - a list

- [ ] open
- [x] done

- tight
- list
  1. inner
  2. two

* loose

* list

  with a second paragraph

> quoted
>
> - list

| a | b |
| --- | --- |
| one<br>two | x \\| y |

\`\`\`\`
\`\`\`
code
\`\`\`\`

---

1\\. no list, \\- none, \\# none, \\> none, \\*none\\*, \\\`none\\\`, a_b_c, 2 * 3 * 4, https://example.org/x_y, me@example.org

### {#empty}

### Twice

### Twice

**Wu**: once. **Mara**: again.

## Key terms {#key-terms}

- **Hub**: the middle of a wheel.
`;

test('everything in a note survives: words, structure and times', () => {
  const compiled = compile(MADE_UP);
  if (!compiled) throw new Error('no note');
  expect(compiled.edition.timestamps).toEqual({ opening: 0, 二: 95.5, empty: 1800 });
  expect(words(home(compiled))).toEqual(words(compiled.edition));
});

test('the viewer’s times are in the file, estimated ones are not', () => {
  const compiled = compile(`${FRONT}timestamps: {one: 5}\n---\n\n## One\n\nA.\n\n## Two\n\nB.\n`);
  if (!compiled) throw new Error('no note');
  const { videoId, edition } = compiled;
  const times = (source: 'viewer' | 'transcript') =>
    compile(noteMarkdown(videoId, edition, timelineOf(edition, [7.9, 60], source)))?.edition.timestamps;
  expect(times('viewer')).toEqual({ one: 7, two: 60 });
  expect(times('transcript')).toEqual({ one: 5 });
});

test('a list of moments stays a list when the sections have their own starts', () => {
  const list = '- Hubs turn. [1:10]\n- Spokes bend. [1:30]\n- Rims break. [2:10]';
  const compiled = compile(`${FRONT}---\n\n## One [1:00]\n\nWords.\n\n${list}\n\n## Two [3:00]\n\nWords.\n`);
  if (!compiled) throw new Error('no note');
  expect(compiled.edition.sections).toHaveLength(2);
  expect(words(home(compiled))).toEqual(words(compiled.edition));
});

/** The parts that must survive for any note: the outline, words, terms and times. */
function gist({ title, language, sections, glossary, timestamps, speakers, date, duration }: Edition) {
  const text = (value: unknown): string => {
    if (Array.isArray(value)) return value.map(text).join('');
    if (typeof value !== 'object' || value === null) return '';
    const { type, value: said, children, content, original, speaker } = value as Record<string, unknown>;
    return type === 'text' ? String(said) : `${speaker ?? ''}${text(content)}${text(original)}${text(children)}`;
  };
  return {
    ...{ title, language, speakers, date, duration, timestamps },
    glossary: glossary.map(({ term, aliases, definition, kind }) => ({ term, aliases, definition, kind })),
    sections: sections.map(({ id, title: name, level, blocks }) => [
      id,
      name.replaceAll(/\s+/g, ''),
      level,
      text(blocks).replaceAll(/\s+/g, ''),
    ]),
  };
}

test('the outline, words, terms and times of any note survive', () => {
  fc.assert(
    fc.property(markdown, (body) => {
      const compiled = compile(`${FRONT}lang: en\n---\n\n## One\n\n${body}`);
      if (!compiled) return;
      expect(gist(home(compiled))).toEqual(gist(compiled.edition));
    }),
    { numRuns: 1000, examples: [['~~### <br>~~'], ['*a<br>*b'], ['**<br>a**']] },
  );
});

const SHARED = join(root, '../shared/data/notes');
if (!existsSync(SHARED)) console.log(`skipped: ${SHARED} is not there`);

test.skipIf(!existsSync(SHARED))(
  'nineteen of twenty real notes survive with every word',
  () => {
    const files = readdirSync(SHARED, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(?:md|txt)$/.test(file),
    );
    const some = files.filter((_, at) => at % 7 === 0);
    const compiled = some.flatMap((file) => compile(readFileSync(join(SHARED, file), 'utf8')) ?? []);
    const lost = compiled.filter((note) => JSON.stringify(gist(home(note))) !== JSON.stringify(gist(note.edition)));
    expect(compiled.length).toBeGreaterThan(20);
    expect(lost.length).toBeLessThanOrEqual(compiled.length / 20);
  },
  60_000,
);
