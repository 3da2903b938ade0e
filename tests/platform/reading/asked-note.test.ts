import { expect, test } from 'vitest';
import { type AskedNote, readingAddress } from '../../../core/library/reading-address.ts';
import type { Episode } from '../../../core/note/episode.ts';
import { noteKey } from '../../../core/note/note-id.ts';
import { NO_PREFERENCE } from '../../../core/session/note-preference.ts';
import type { LibraryPort } from '../../../platform/ports.ts';
import { askedFirst, readReadingAddress, withAskedNote } from '../../../platform/reading/asked-note.ts';
import { EDITION, EPISODE, VIDEO } from '../watch/world.ts';

const NOTE = noteKey({ origin: 'own', source: 'zip:my notes & more.zip', path: 'a?b#c/100%.md' });
const ASKED: AskedNote = { videoId: VIDEO, language: 'zh-Hant', note: NOTE, order: 'title' };

test('an address names its note, whatever the file name', () => {
  expect(readReadingAddress(readingAddress(ASKED).replace('reading.html', ''))).toEqual(ASKED);
  expect(readReadingAddress(`?v=${VIDEO}`)).toEqual({ videoId: VIDEO, language: null, note: null, order: 'date' });
});

test.each(['', '?', '?v=', '?v=short', '?lang=en', '?v=v0gjI__RyCY%00'])(
  'an address with %j names no note',
  (search) => {
    expect(readReadingAddress(search)).toBeNull();
  },
);

test('language and note of the address are used until others are chosen', async () => {
  const chosen: string[] = [];
  const { languages, choices } = askedFirst(
    ASKED,
    { read: async () => 'en', choose: async (_, language) => void chosen.push(language), subscribe: () => () => {} },
    {
      read: async () => ({ ...NO_PREFERENCE, notes: chosen }),
      choose: async (_, note) => void chosen.push(noteKey(note)),
      subscribe: () => () => {},
    },
  );
  expect(await languages.read(VIDEO)).toBe('zh-Hant');
  expect((await choices.read(VIDEO)).notes).toEqual([NOTE]);
  await languages.choose(VIDEO, 'ja');
  expect(await languages.read(VIDEO)).toBe('ja');
  await choices.choose(VIDEO, EDITION.note);
  expect((await choices.read(VIDEO)).notes).toEqual(chosen);
});

const library = (episode: Episode | null) => ({ find: async () => episode }) as unknown as LibraryPort;
const { note: _, ...ALONE } = EDITION;

test('a note that is shown as part of another is shown by itself if the address names it', async () => {
  const transcript = { origin: 'own', source: 'folder:talks', path: 'clocks.vtt' } as const;
  const asked = { ...ASKED, note: noteKey(transcript) };
  const read = async ([, source, path]: readonly string[]) =>
    source === transcript.source && path === transcript.path ? { ...ALONE, title: 'By itself' } : null;
  const found = await withAskedNote(library(EPISODE), asked, read).find(VIDEO);
  expect(found?.editions.map(({ title }) => title)).toEqual(['By itself', EDITION.title]);
  expect(found?.editions[0].note).toEqual(transcript);
  expect((await withAskedNote(library(null), asked, read).find(VIDEO))?.editions).toHaveLength(1);
});

test('a missing note leaves the episode unchanged', async () => {
  expect(await withAskedNote(library(EPISODE), ASKED, async () => null).find(VIDEO)).toBe(EPISODE);
  expect(await withAskedNote(library(null), ASKED, async () => null).find(VIDEO)).toBeNull();
});
