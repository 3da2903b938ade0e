// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { ImportInput } from '../../../platform/files/input.ts';
import { sortInputs } from '../../../platform/files/sort-drop.ts';

const CUES = 'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nWords\n';
const file = (name: string, text = '') => new File([text], name);
const files = (...list: readonly File[]): ImportInput => ({
  kind: 'files',
  name: '',
  files: list.map((each) => ({ path: each.name, file: each })),
});
const zip: ImportInput = { kind: 'zip', name: 'a.zip', file: file('a.zip'), handle: null };
async function sorted(...inputs: readonly ImportInput[]) {
  const { notes, transcript, unknown } = await sortInputs(inputs);
  const paths = notes.map((input) => (input.kind === 'files' ? input.files.map(({ path }) => path) : input.name));
  return { notes: paths, transcript: transcript?.name ?? null, unknown: unknown?.name ?? null };
}

test('notes and a transcript dropped together each go where they belong', async () => {
  const dropped = await sorted(files(file('a.md'), file('talk.txt', CUES), file('b.txt', 'Words.')), zip);
  expect(dropped).toEqual({ notes: [['a.md', 'b.txt'], 'a.zip'], transcript: 'talk.txt', unknown: null });
});

test('of several transcripts the first is taken', async () => {
  expect(await sorted(files(file('one.vtt'), file('two.srt')))).toMatchObject({ notes: [], transcript: 'one.vtt' });
});

test('a file that is neither is named', async () => {
  expect(await sorted(files(file('photo.png')))).toEqual({ notes: [], transcript: null, unknown: 'photo.png' });
});
