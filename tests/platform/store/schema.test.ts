import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { ownNames } from '../../../platform/names/own-names.ts';
import { findStored } from '../../../platform/names/stored-names.ts';
import { DATABASE, existingDatabase, LIBRARY_VERSION } from '../../../platform/store/existing-database.ts';
import { MIGRATIONS } from '../../../platform/store/migrations.ts';
import { LibraryUnavailable, openLibrary } from '../../../platform/store/open-library.ts';
import { findOwn } from '../../../platform/store/read-notes.ts';
import { note, videoId } from './notes.ts';

const talk = videoId('talk-talk-1');

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('the schema', () => {
  it('has a version for each migration', () => {
    expect(LIBRARY_VERSION).toBe(MIGRATIONS.length);
  });

  it.each([1, 2, 3])('is reached from version %i with every note kept', async (version) => {
    const old = await openDB(DATABASE, version, {
      async upgrade(database, from, _to, transaction) {
        for (const migrate of MIGRATIONS.slice(from, version)) await migrate(database as never, transaction as never);
      },
    });
    const { note: record, packedNames } = await note(talk, 'en', 'First');
    if (version === 3) await old.put('changed', true, [talk, 'en']);
    await old.put('episodes', { videoId: talk, notes: [record.summary] });
    await old.put('notes', record);
    await old.put('names', { videoId: talk, language: 'en', packed: packedNames });
    old.close();

    const database = await openLibrary();
    expect(database.version).toBe(MIGRATIONS.length);
    expect([...database.objectStoreNames].sort()).toEqual(
      ['changed', 'episodes', 'files', 'imports', 'names', 'notes', 'older', 'packs', 'removed'].sort(),
    );
    expect((await findOwn(database, talk, async () => null))?.editions[0].title).toBe('First');
    const names = ownNames(existingDatabase(), { cached: true, renew: () => undefined });
    const found = findStored([names], 'annealing', { current: null, languages: [] }, new AbortController().signal);
    expect((await found.next()).value).toMatchObject([{ source: { title: 'First' } }]);
    database.close();
  });

  it('closes its connection when a newer version of the extension opens the library', async () => {
    await openLibrary();
    const newer = await openDB(DATABASE, MIGRATIONS.length + 1);
    expect(newer.version).toBe(MIGRATIONS.length + 1);
    newer.close();
  });

  it('leaves a library of a newer extension alone', async () => {
    (await openDB(DATABASE, MIGRATIONS.length + 1)).close();
    const refused = await openLibrary().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(LibraryUnavailable);
    expect(refused).toMatchObject({ reason: 'newer' });
  });
});
