import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { findOwn } from '../../../platform/library/own-notes.ts';
import {
  DATABASE,
  type LibrarySchema,
  LibraryUnavailable,
  MIGRATIONS,
  openLibrary,
} from '../../../platform/library/schema.ts';
import { note, put, videoId } from './notes.ts';

const talk = videoId('talk-talk-1');

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('the schema', () => {
  it.each(MIGRATIONS.map((_, at) => at + 1))('is reached from version %i with every note kept', async (version) => {
    const old = await openDB<LibrarySchema>(DATABASE, version, {
      upgrade(database, from, _to, transaction) {
        for (const migrate of MIGRATIONS.slice(from, version)) migrate(database, transaction);
      },
    });
    await put(old, await note(talk, 'en', 'First'));
    old.close();

    const database = await openLibrary();
    expect(database.version).toBe(MIGRATIONS.length);
    expect([...database.objectStoreNames].sort()).toEqual(
      ['episodes', 'files', 'imports', 'names', 'notes', 'older', 'removed'].sort(),
    );
    expect((await findOwn(database, talk, async () => null))?.editions[0].title).toBe('First');
    database.close();
  });

  it('steps aside when a newer version of the extension opens the library', async () => {
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
