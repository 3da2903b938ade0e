import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { notes } from './run-notes.ts';

const NOTE = `---
source: https://youtu.be/abcdefghijk
title: Wheels
lang: en
duration: '10:00'
timestamps: ['0:00', '1:00', '5:00', '9:55']
---

## Hub

A **hub** (Nabe: the middle of a wheel) turns.

## a > b

Text.

## Rim

Text.

## Tail

Text.
`;

let folder = '';
const at = (name: string) => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sleevenotes-export-'));
  await writeFile(at('wheels.md'), NOTE);
  await writeFile(at('short.md'), NOTE.replace(/## Rim[\s\S]*/, ''));
  await writeFile(at('broken.md'), '# No video\n');
});
afterAll(() => rm(folder, { recursive: true }));

test('markdown compiles to what the note compiles to', async () => {
  await notes('export', at('wheels.md'), '--as', 'markdown', '--out', at('again.md'));
  const compiled = async (name: string) => {
    const { episodes } = JSON.parse((await notes('compile', at(name), '--json')).stdout);
    // The two differ only in their names.
    for (const edition of episodes[0].editions) delete edition.files;
    return episodes;
  };
  expect(await compiled('again.md')).toEqual(await compiled('wheels.md'));
});

test('chapters as YouTube accepts them: none under ten seconds, no angle brackets', async () => {
  const { code, stdout, stderr } = await notes('export', at('wheels.md'), '--as', 'chapters');
  expect(stdout).toBe('0:00 Hub\n1:00 a › b\n5:00 Rim\n');
  expect([code, stderr]).toEqual([0, '']);
});

test('too few chapters are reported', async () => {
  const { code, stdout, stderr } = await notes('export', at('short.md'), '--as', 'chapters');
  expect(stdout).toBe('0:00 Hub\n1:00 a › b\n');
  expect(stderr).toMatch(/at least three chapters/);
  expect(code).toBe(0);
});

test('csv, vtt and json-chapters', async () => {
  const csv = await notes('export', at('wheels.md'), '--as', 'csv');
  expect(csv.stdout).toMatch(/^\uFEFF#separator:Comma\r\n[\s\S]*\r\nhub,Nabe,the middle of a wheel,Hub,/);
  const vtt = await notes('export', at('wheels.md'), '--as', 'vtt');
  expect(vtt.stdout).toContain('4\n00:09:55.000 --> 00:10:00.000\nTail\n');
  const json = await notes('export', at('wheels.md'), '--as', 'json-chapters', '--out', at('chapters.json'));
  expect(json.stdout).toBe('');
  expect(JSON.parse(await readFile(at('chapters.json'), 'utf8')).chapters[1]).toMatchObject({
    startTime: 60,
    title: 'a > b',
  });
});

test.each([
  [['export'], /name the note/],
  [['export', 'a.md'], /say --as markdown, csv, chapters, vtt, json-chapters/],
  [['export', 'a.md', '--as', 'pdf'], /"pdf" is not a form/],
  [['export', 'a.md', '--as', 'toString'], /"toString" is not a form/],
  [['export', 'nowhere.md', '--as', 'csv'], /nowhere\.md: there is no such file/],
])('%j makes no sense: why, and exit code 2', async (args, why) => {
  const { code, stdout, stderr } = await notes(...args);
  expect(stderr).toMatch(why);
  expect([code, stdout]).toEqual([2, '']);
});

test('a note with an error: its problems, and exit code 1', async () => {
  const { code, stdout, stderr } = await notes('export', at('broken.md'), '--as', 'csv');
  expect(stderr).toMatch(/broken\.md:1:1 error source-missing/);
  expect([code, stdout]).toEqual([1, '']);
});

test('a file that cannot be written is named', async () => {
  const { code, stderr } = await notes(
    'export',
    at('wheels.md'),
    '--as',
    'csv',
    '--out',
    join(folder, 'no', 'where.csv'),
  );
  expect(stderr).toMatch(/where\.csv: cannot be written/);
  expect(code).toBe(2);
});
