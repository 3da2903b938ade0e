import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { notes } from './run-notes.ts';

let folder = '';
const at = (name: string) => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sleevenotes-transcript-'));
  const german =
    '1\r\n00:00:01 --> 00:00:03\r\nGrüße, das Rad läuft.\r\n\r\n2\r\n0:1:4,500 --> 0:1:6,0\r\nUnd hält.\r\n';
  await writeFile(at('german.srt'), Buffer.from(german, 'latin1'));
  await writeFile(at('none.txt'), 'Nothing is timed here.\n');
  await writeFile(at('picture.srt'), new Uint8Array([0x89, 0x50, 0, 0, 0, 0, 1, 2, 0, 0, 3]));
});
afterAll(() => rm(folder, { recursive: true }));

test('--json: the form, the encoding, the language and the cues, and nothing else', async () => {
  const { code, stdout, stderr } = await notes('transcript', at('german.srt'), '--json');
  expect(JSON.parse(stdout)).toEqual({
    file: at('german.srt'),
    form: 'subrip',
    encoding: 'windows-1252',
    language: 'de',
    cues: [
      { start: 1, text: 'Grüße, das Rad läuft.' },
      { start: 64.5, text: 'Und hält.' },
    ],
  });
  expect([code, stderr]).toEqual([0, '']);
});

test('for people: a line about the file, then one for each cue', async () => {
  const { stdout } = await notes('transcript', at('german.srt'));
  expect(stdout.split('\n').slice(0, 3)).toEqual([
    'subrip, windows-1252, language de, 2 cues',
    '0:01  Grüße, das Rad läuft.',
    '1:04  Und hält.',
  ]);
});

test('a file without a single cue: exit code 1, and what it can be', async () => {
  const { code, stdout, stderr } = await notes('transcript', at('none.txt'), '--json');
  expect(JSON.parse(stdout)).toMatchObject({ form: null, cues: [] });
  expect(stderr).toMatch(/none\.txt: holds no transcript\. It can be WebVTT/);
  expect(code).toBe(1);
});

test.each([
  [['transcript'], /name the transcript/],
  [['transcript', 'a', 'b'], /one transcript at a time: "a" or "b"/],
  [['transcript', 'nowhere.srt'], /nowhere\.srt: there is no such file/],
  [['transcript', tmpdir()], /it is a folder/],
  [['transcript', '--yaml', 'a'], /Unknown option '--yaml'/],
])('%j makes no sense: why, how to call it, exit code 2', async (args, why) => {
  const { code, stdout, stderr } = await notes(...args);
  expect(stderr).toMatch(why);
  expect(stderr).toMatch(/usage: notes transcript FILE \[--json\]/);
  expect([code, stdout]).toEqual([2, '']);
});

test('a binary file is reported', async () => {
  const { code, stderr } = await notes('transcript', at('picture.srt'));
  expect(stderr).toMatch(/picture\.srt: this is not text/);
  expect(code).toBe(2);
});
