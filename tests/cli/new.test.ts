import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runCommand } from '../../cli/run-command.ts';
import { compileNote } from '../../compiler/compile.ts';

let folder = '';
let complaints: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notes-new-'));
  complaints = [];
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation((text) => void complaints.push(String(text)));
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const newNote = (...args: string[]) => runCommand('new', [...args, '--dir', folder]);
const written = (name: string) => readFileSync(join(folder, name), 'utf8');
const compiled = (name: string) => compileNote({ file: name, text: written(name) });

test.each(['en', 'zh-Hans'])(
  'the skeleton of a note in %s compiles without a problem and explains a term',
  async (lang) => {
    expect(await newNote('https://youtu.be/abcdefghijk?t=90', '--lang', lang)).toBe(0);
    const { edition, videoId, problems } = compiled(`abcdefghijk.${lang}.md`);
    expect(problems).toEqual([]);
    expect(videoId).toBe('abcdefghijk');
    expect(edition?.language).toBe(lang);
    expect(edition?.sections.map(({ id }) => id)).toEqual(['first-subject', 'second-subject']);
    expect(edition?.timestamps).toEqual({ 'first-subject': 0 });
    expect(edition?.glossary).toHaveLength(1);
  },
);

test('a second language takes over the sections, times and speakers of the first', async () => {
  const first = `---
source: https://www.youtube.com/watch?v=abcdefghijk
date: 2024-05-06
duration: 1:02:03
lang: en
speaker: [Ada Example, 'Ben: the second']
timestamps:
  dance: 0:00:10
  comb: 0:30:00
---

### Waggle dance {#dance}

Scouts dance.

### Wax and comb {#comb}

Builders build.
`;
  writeFileSync(join(folder, 'abcdefghijk.en.md'), first);
  expect(await newNote('https://www.youtube.com/watch?v=abcdefghijk', '--lang', 'zh-hans')).toBe(0);
  const { edition, problems } = compiled('abcdefghijk.zh-Hans.md');
  expect(problems).toEqual([]);
  expect(edition).toMatchObject({
    date: '2024-05-06',
    duration: 3723,
    speakers: ['Ada Example', 'Ben: the second'],
    timestamps: { dance: 10, comb: 1800 },
  });
  expect(edition?.sections.map(({ id }) => id)).toEqual(['dance', 'comb']);
});

test('an existing note is not overwritten, and invalid arguments get a message that says how to correct them', async () => {
  await newNote('https://youtu.be/abcdefghijk');
  const before = written('abcdefghijk.en.md');
  expect(await newNote('https://youtu.be/abcdefghijk')).toBe(2);
  expect(written('abcdefghijk.en.md')).toBe(before);
  expect(await newNote('https://vimeo.com/1')).toBe(2);
  expect(await newNote()).toBe(2);
  expect(await newNote('https://youtu.be/abcdefghijk', '--lang', '??')).toBe(2);
  expect(complaints.join('\n')).toMatch(
    /already exists[\s\S]*not the address of a YouTube video[\s\S]*name the video[\s\S]*not a language tag/,
  );
});
