import { describe, expect, it } from 'vitest';
import type { Episode, EpisodeEdition } from '../../../core/note/episode.ts';
import { isSameNote, type NoteId, noteFolder, noteKey, readNoteKey } from '../../../core/note/note-id.ts';
import { notesInLanguage } from '../../../core/note/notes-in-language.ts';
import { chooseEdition } from '../../../core/session/choose-edition.ts';
import { NO_PREFERENCE, withChoice } from '../../../core/session/note-preference.ts';
import fc from '../../fast-check.ts';

const id: fc.Arbitrary<NoteId> = fc.record({
  origin: fc.constantFrom('own', 'bundled'),
  source: fc.oneof(fc.string(), fc.constantFrom('files', 'folder:my notes', 'zip:a b.zip', '100%')),
  path: fc.oneof(fc.string(), fc.constantFrom('a/b c.md', ' a.md', 'a\n.md', '%0A.md')),
});

describe('a note’s key', () => {
  it('is one line, unique, and can be decoded', () => {
    fc.assert(
      fc.property(id, id, (a, b) => {
        expect(noteKey(a)).not.toMatch(/[\t\n]/);
        expect(readNoteKey(noteKey(a))).toEqual(a);
        expect(noteKey(a) === noteKey(b)).toBe(isSameNote(a, b));
      }),
    );
    expect(readNoteKey('elsewhere a b')).toBeNull();
    expect(readNoteKey('own')).toBeNull();
    expect(readNoteKey('own %E0%A4%A files')).toBeNull();
  });

  it('names its folder', () => {
    const note = (path: string) => noteFolder({ origin: 'own', source: 'folder:v', path });
    expect(note('talks/a.md')).toBe(note('talks/b.md'));
    expect(note('talks/a.md')).not.toBe(note('a.md'));
  });
});

const edition = (language: string, path: string, title = path, source = 'folder:vault'): EpisodeEdition =>
  ({ language, title, note: { origin: 'own', source, path } }) as EpisodeEdition;
const episodeOf = (...editions: [EpisodeEdition, ...EpisodeEdition[]]) => ({ editions }) as unknown as Episode;
const talk = episodeOf(
  edition('en', 'analysis/talk.md', 'The talk'),
  edition('en', 'summary/talk.md', 'In short'),
  edition('zh-Hans', 'zh/talk.md', '演讲'),
);
const other = episodeOf(edition('en', 'analysis/other.md'), edition('en', 'summary/other.md'));

describe('of several notes in one language', () => {
  const chosen = (preference = NO_PREFERENCE, episode = talk, byHand: string | null = null) =>
    chooseEdition(episode, ['en'], byHand, preference).note.path;

  it('the first is shown until another is chosen, for this video and as a preference for others', () => {
    expect(chosen()).toBe('analysis/talk.md');
    const preference = withChoice(NO_PREFERENCE, { origin: 'own', source: 'folder:vault', path: 'summary/talk.md' });
    expect(chosen(preference)).toBe('summary/talk.md');
    expect(chosen({ ...preference, notes: [] }, other)).toBe('summary/other.md');
    expect(chosen(preference, talk, 'zh-Hans')).toBe('zh/talk.md');
  });

  it('a choice for the video overrides the general preference, and a source is preferred to all others', () => {
    const habit = withChoice(NO_PREFERENCE, { origin: 'own', source: 'folder:vault', path: 'summary/x.md' });
    const both = withChoice(habit, { origin: 'own', source: 'folder:vault', path: 'analysis/talk.md' });
    expect(chosen({ ...both, folders: habit.folders })).toBe('analysis/talk.md');
    const two = episodeOf(edition('en', 'a.md', 'A', 'zip:old.zip'), edition('en', 'deep/b.md', 'B'));
    expect(chosen({ ...habit, notes: [] }, two)).toBe('deep/b.md');
  });

  it('each is offered by its title, with its path where titles are equal', () => {
    const offered = (episode: Episode) =>
      notesInLanguage(episode, episode.editions[0]).map(({ title, path }) => [title, path]);
    expect(offered(talk)).toEqual([
      ['The talk', ''],
      ['In short', ''],
    ]);
    expect(offered(episodeOf(edition('en', 'a.md', 'Video'), edition('en', 'b.md', 'Video')))).toEqual([
      ['Video', 'a.md'],
      ['Video', 'b.md'],
    ]);
  });
});
