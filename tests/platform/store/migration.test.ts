import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { packNames } from '../../../core/glossary/packed-names.ts';
import { ownNames } from '../../../platform/names/own-names.ts';
import { findStored } from '../../../platform/names/stored-names.ts';
import { existingDatabase } from '../../../platform/store/existing-database.ts';
import { openLibrary } from '../../../platform/store/open-library.ts';
import { findOwn, openNote } from '../../../platform/store/read-notes.ts';
import type { LibraryDatabase, NoteRecord, OwnNoteKey } from '../../../platform/store/schema.ts';
import { restoreOlder, takeBack } from '../../../platform/store/undo-changes.ts';
import { videoId } from './notes.ts';
import { leftByBuild, putLibrary } from './old-library.ts';

const rivers = videoId('noNoteHere1');
const clocks = videoId('clocks-talk');
let database: LibraryDatabase;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  await putLibrary(await leftByBuild('2026-11-25'));
  database = await openLibrary();
});

const never = async () => null;
async function namesOf(note: NoteRecord): Promise<string> {
  const edition = await openNote(note, never);
  return edition ? packNames(edition) : '';
}
const shown = async (video: string) =>
  (await findOwn(database, videoId(video), never))?.editions.map(({ note, title }) => `${note.path}: ${title}`);

describe('a library of the build of 2026-11-25', () => {
  it('shows every note that it showed before, each with its own file', async () => {
    expect(await shown('noNoteHere1')).toEqual([
      'rivers/rivers-long.md: Rivers, at length',
      'rivers/rivers.zh.md: 河流',
    ]);
    expect(await shown('clocks-talk')).toEqual(['clocks.md: Clocks, revised']);
    expect(await shown('index-talk1')).toEqual(['en/index.md: Index', 'zh-Hans/index.md: 索引']);
    expect(await shown('v0gjI__RyCY')).toEqual(['en/jeff.md: My own words on it']);
    expect(await shown('later-talk1')).toEqual(['later.md: Later']);
    expect(await shown('removed-one')).toBeUndefined();
    expect(await database.count('notes')).toBe(9);
    expect(await database.count('names')).toBe(9);
  });

  it('restores a version that a file had replaced, and a note that another file had hidden is shown beside it', async () => {
    await restoreOlder(database, [clocks, 'folder:walks', 'clocks.md'], namesOf);
    expect(await shown('clocks-talk')).toEqual(['clocks.md: Clocks']);
    await restoreOlder(database, [clocks, 'folder:walks', 'clocks.md'], namesOf);
    expect(await shown('clocks-talk')).toEqual(['clocks.md: Clocks, revised']);

    await restoreOlder(database, [rivers, 'folder:walks', 'rivers/rivers-long.md'], namesOf);
    expect(await shown('noNoteHere1')).toEqual([
      'rivers/rivers-long.md: Rivers, at length',
      'rivers/rivers.zh.md: 河流',
      'rivers/rivers.en.md: Rivers, a first look',
    ]);
  });

  it('reads only hidden files again when their folder is checked for changes', async () => {
    const files = (await database.getAllKeys('files')).map(([, path]) => path);
    expect(files).not.toContain('rivers/rivers.en.md');
    expect(files).toEqual(expect.arrayContaining(['rivers/rivers-long.md', 'rivers/rivers.zh.md', 'old.md']));
  });

  it('keeps removed notes and offers the unfinished import', async () => {
    const removed = (await database.getAllKeys('removed')) as OwnNoteKey[];
    expect(removed).toEqual([['removed-one', 'folder:walks', 'old.md']]);
    await takeBack(database, removed, namesOf);
    expect(await shown('removed-one')).toEqual(['old.md: Taken out']);
    expect((await database.getAll('imports')).filter(({ state }) => state === 'running')).toMatchObject([
      { source: 'folder:archive', lastFile: 'part-11.md' },
    ]);
  });

  it('finds the names of all its notes, those packed and those that came later', async () => {
    const names = ownNames(existingDatabase(), { cached: false, renew: () => undefined });
    const find = async (query: string) => {
      const context = { current: null, languages: ['en'] };
      let titles: readonly string[] = [];
      for await (const results of findStored([names], query, context, new AbortController().signal)) {
        titles = results.map(({ source }) => source.title);
      }
      return titles;
    };
    // One concept in two languages.
    expect(await find('meander')).toEqual(['Rivers, at length']);
    expect(await find('lantern')).toEqual(['Later']);
    expect(await find('sieve')).toEqual([]);
  });
});
