import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runCommand } from '../../cli/run-command.ts';

const NOTE = `---
title: Bees   # kept as it is
source: https://www.youtube.com/watch?v=abcdefghijk
tags: [a,   b]
---

### Waggle dance {#dance}

Scouts dance to show the way to clover, and foragers read the angle of the waggle run against the sun.

### Wax and comb {#comb}

Builders sweat wax and shape hexagons, because hexagons hold the most honey with the least wax.
`;

let folder = '';
let out: string[] = [];
let complaints: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notes-align-'));
  writeFileSync(join(folder, 'bees.md'), NOTE);
  out = [];
  complaints = [];
  vi.spyOn(console, 'log').mockImplementation((text) => void out.push(String(text)));
  vi.spyOn(console, 'error').mockImplementation((text) => void complaints.push(String(text)));
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const note = () => join(folder, 'bees.md');

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

test('--json gives every section its time and its source', async () => {
  const chapters = file('chapters.txt', '0:00 The waggle dance\n5:00 Wax, comb and hexagons\n');
  expect(await runCommand('align', [note(), '--chapters', chapters, '--duration', '10:00', '--json'])).toBe(0);
  const { videoId, sections } = JSON.parse(out.join('\n'));
  expect(videoId).toBe('abcdefghijk');
  expect(sections).toEqual([
    expect.objectContaining({ id: 'dance', title: 'Waggle dance', start: 0, source: 'chapters' }),
    expect.objectContaining({ id: 'comb', title: 'Wax and comb', source: 'chapters' }),
  ]);
  expect(Math.abs(sections[1].start - 300)).toBeLessThan(20);
});

test('the table names every section', async () => {
  expect(await runCommand('align', [note(), '--duration', '600'])).toBe(0);
  expect(out.join('\n')).toMatch(/0:00.*duration {2}Waggle dance\n.*Wax and comb/u);
});

test('--write adds times to the front matter and changes nothing else', async () => {
  expect(await runCommand('align', [note(), '--duration', '600', '--write'])).toBe(0);
  const written = readFileSync(note(), 'utf8');
  const added =
    written.match(/duration: '0:10:00'\ntimestamps:\n {2}dance: '0:00:00'\n {2}comb: '0:0\d:\d\d'\n/u)?.[0] ?? '-';
  expect(written.replace(added, '')).toBe(NOTE);
});

test('--write replaces existing times in place', async () => {
  const before = NOTE.replace('tags:', "duration: '9:00'\ntimestamps:\n  dance: '0:00:05'\n\ntags:");
  writeFileSync(note(), before);
  expect(await runCommand('align', [note(), '--duration', '600', '--write'])).toBe(0);
  expect(readFileSync(note(), 'utf8')).toMatch(
    /kept as it is\n.*\nduration: '0:10:00'\ntimestamps:\n {2}dance: '0:00:05'\n {2}comb: '0:0\d:\d\d'\ntags: \[a, {3}b\]\n---\n\n###/u,
  );
});

test('--write takes no rule further down for front matter', async () => {
  const body = NOTE.replace(/^---[\s\S]*?\n---\n/, '');
  const without = `https://www.youtube.com/watch?v=abcdefghijk\n\n---\n${body}\n---\n\nThe end.\n`;
  writeFileSync(note(), without);
  expect(await runCommand('align', [note(), '--duration', '600', '--write'])).toBe(0);
  const written = readFileSync(note(), 'utf8');
  expect(written).toMatch(/^---\nduration: '0:10:00'\ntimestamps:\n/u);
  expect(written.endsWith(`---\n\n${without}`)).toBe(true);
});

test('a transcript of something else is left out, and the author told', async () => {
  const cues = Array.from({ length: 40 }, (_, i) => ({
    start: i * 15,
    text: `stock ticker number ${i} closed higher again`,
  }));
  expect(
    await runCommand('align', [
      note(),
      '--transcript',
      file('other.json', JSON.stringify(cues)),
      '--duration',
      '600',
      '--json',
    ]),
  ).toBe(0);
  expect(out.join('')).not.toContain('"transcript"');
  expect(complaints.join('\n')).toMatch(/other\.json.*left out/u);
});

test.each<[string, string[], RegExp]>([
  ['no note', [], /name the note/u],
  ['two notes', ['a.md', 'b.md'], /one note at a time/u],
  ['a missing note', ['nowhere.md'], /nowhere\.md: there is no such file/u],
  ['an unknown option', ['bees.md', '--fast'], /--fast/u],
])('%s: says what to do', async (_, args, message) => {
  expect(await runCommand('align', args)).toBe(2);
  expect(complaints.join('\n')).toMatch(message);
});

test.each<[string, string[], RegExp]>([
  ['an invalid length', ['--duration', 'long'], /--duration long.*H:MM:SS/u],
  ['a file without chapters', ['--chapters', 'bees.md'], /holds no chapters/u],
  ['a file without a transcript', ['--transcript', 'bees.md'], /holds no transcript/u],
])('%s: says what to write instead', async (_, args, message) => {
  expect(await runCommand('align', [note(), ...args.map((arg) => (arg === 'bees.md' ? note() : arg))])).toBe(2);
  expect(complaints.join('\n')).toMatch(message);
});

test('a note with an error is not aligned', async () => {
  writeFileSync(note(), '---\ntitle: no source\n---\n\ntext\n');
  expect(await runCommand('align', [note()])).toBe(1);
  expect(complaints.join('\n')).toMatch(/bees\.md:\d+:\d+/u);
});
