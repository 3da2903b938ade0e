import 'fake-indexeddb/auto';
import { readFile } from 'node:fs/promises';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { editionIn } from '../../../core/note/other-script.ts';
import { sectionText } from '../../../core/note/section-text.ts';
import { fileOf } from '../../../platform/compile/file-of-note.ts';
import { openLibrary } from '../../../platform/store/open-library.ts';
import { findOwn, type Recompile } from '../../../platform/store/read-notes.ts';
import { outdatedNotes, renewAll, renewOpened } from '../../../platform/store/renew-notes.ts';
import type { LibraryDatabase, NoteRecord } from '../../../platform/store/schema.ts';
import { type CompiledRecord, removeNotes } from '../../../platform/store/write-notes.ts';
import { compileNote } from '../compile-note.ts';
import { keyed, note, put, videoId } from './notes.ts';
import { leftByBuild, putLibrary } from './old-library.ts';

const lens = videoId('lens-talk-1');
const key = [lens, 'folder:walks', 'lens.md'] as [typeof lens, string, string];
let database: LibraryDatabase;

/**
 * What the compiler of 2026-11-25 made of a note with times in its headings and a summary in a callout: neither; and of one in
 * simplified characters. And what that of the day after made of such a one, before it looked where words begin.
 */
async function noteOfBefore(
  name: 'note' | 'chinese-note' = 'note',
  day: '2026-11-25' | '2026-11-26' = '2026-11-25',
): Promise<CompiledRecord> {
  const file = new URL(`../../fixtures/kept/${name}-by-build-of-${day}.json`, import.meta.url);
  const { note: record, packedNames } = JSON.parse(await readFile(file, 'utf8'));
  const bytes = ({ base64 }: { base64: string }) => Uint8Array.from(Buffer.from(base64, 'base64')).buffer;
  return { packedNames, note: { ...record, edition: bytes(record.edition), file: bytes(record.file) } };
}

const compiler: Recompile = async (record, file) => (await compileNote(fileOf(record, file))).record;
const fails: Recompile = async () => {
  throw new Error('the compiler did not start');
};
const shown = async () => (await findOwn(database, lens, fails))?.editions[0];
const renewEverything = (recompile: Recompile = compiler) => renewAll(database, recompile, 2, () => {});

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  database = await openLibrary();
  await put(database, await noteOfBefore());
});

describe('a note of an earlier version', () => {
  it('is shown as it was at once, and told to be out of date', async () => {
    const told: NoteRecord[] = [];
    const episode = await findOwn(database, lens, fails, (records) => told.push(...records));
    expect(episode?.editions[0]).toMatchObject({ title: 'How a lighthouse lens is ground', timestamps: {} });
    expect(told.map(({ summary }) => summary.file)).toEqual(['lens.md']);
  });

  it('is read again from its file, once', async () => {
    const before = await database.get('notes', key);
    await renewOpened(database, before ? [before] : [], compiler);
    expect(Object.values((await shown())?.timestamps ?? {})).toEqual([42, 727]);
    expect((await shown())?.summary).toHaveLength(1);
    expect((await shown())?.tags).toEqual(['optics', 'glass']);
    const [index] = await database.getAll('episodes');
    expect(index?.notes[0]).toMatchObject({ hasTimes: true, tags: ['optics', 'glass'], sections: 2 });
    expect(index?.notes[0]?.importedAt).toBe(before?.summary.importedAt);
    expect(await outdatedNotes(database)).toEqual([]);
    await renewEverything(fails);
    expect(await database.count('older')).toBe(0);
  });

  it('keeps its file and its place, so that everything kept for it goes on', async () => {
    const before = await database.get('notes', key);
    await renewEverything();
    const after = await database.get('notes', key);
    expect(Buffer.from(after?.file ?? new ArrayBuffer(0))).toEqual(Buffer.from(before?.file ?? new ArrayBuffer(0)));
    expect((await shown())?.note).toEqual({ origin: 'own', source: 'folder:walks', path: 'lens.md' });
    expect(after?.summary.revision).not.toBe(before?.summary.revision);
  });

  it('stays as it was, to be tried again, when the compiler does not start', async () => {
    await expect(renewEverything(fails)).rejects.toThrow();
    expect((await shown())?.title).toBe('How a lighthouse lens is ground');
    expect(await outdatedNotes(database)).toEqual([key]);
  });

  it('stays as it was, and is not tried again, when its file is no note any more, or another video’s', async () => {
    await renewEverything(async () => null);
    expect((await shown())?.title).toBe('How a lighthouse lens is ground');
    expect(await outdatedNotes(database)).toEqual([]);

    await put(database, await note(lens, 'en', 'Second'));
    await renewEverything(async () => note(videoId('other-one-2'), 'en', 'Second'));
    expect(await database.get('notes', keyed(videoId('other-one-2'), 'Second.md'))).toBeUndefined();
    expect(await outdatedNotes(database)).toEqual([]);
  });

  it('is left alone when it was replaced or removed meanwhile', async () => {
    await renewEverything(async (record, file) => {
      await removeNotes(database, [key], 1);
      return compiler(record, file);
    });
    expect(await database.get('notes', key)).toBeUndefined();
    expect(await database.count('removed')).toBe(1);
  });

  it('does not count as an older note of its own file when that is imported again', async () => {
    const file = new TextEncoder().encode('---\nsource: https://youtu.be/lens-talk-1\n---\n### A\n\nText.\n');
    const old = await database.get('notes', key);
    const { record } = await compileNote({
      path: 'lens.md',
      bytes: file,
      source: 'folder:walks',
      revision: `2-${old?.summary.revision.slice(2)}`,
      importedAt: 5,
    });
    if (!record) throw new Error('no note');
    expect(await put(database, record)).toEqual(['replaced']);
    expect(await database.count('older')).toBe(0);
  });
});

it('reads a whole library of the build of 2026-11-25 again, and tells how far it is', async () => {
  globalThis.indexedDB = new IDBFactory();
  await putLibrary(await leftByBuild('2026-11-25'));
  database = await openLibrary();
  const titles = async () =>
    (await database.getAll('episodes')).flatMap(({ notes }) => notes.map(({ title }) => title));
  const before = await titles();
  const told: string[] = [];
  await renewAll(database, compiler, 3, (done, all) => told.push(`${done} of ${all}`));
  expect(told.at(-1)).toBe('9 of 9');
  expect(await titles()).toEqual(before);
  expect(await database.count('names')).toBe(9);
  expect(await outdatedNotes(database)).toEqual([]);
});

it('exchanges Taiwan’s words in a note that an earlier version converted, once it is read again', async () => {
  globalThis.indexedDB = new IDBFactory();
  database = await openLibrary();
  const old = await noteOfBefore('chinese-note');
  await put(database, old);
  const inTaiwan = async () => {
    const episode = await findOwn(database, old.note.videoId, fails);
    const edition = episode && editionIn(episode, 'zh-Hant', null, true);
    return edition && [sectionText(edition.sections[0]), edition.inTaiwanWords];
  };
  expect(await inTaiwan()).toEqual(['芯片有內存，文件在網絡上。', undefined]);
  await renewEverything();
  expect(await inTaiwan()).toEqual(['晶片有記憶體，文件在網路上。', true]);
});

it('converts a note again that an earlier version converted across words', async () => {
  globalThis.indexedDB = new IDBFactory();
  database = await openLibrary();
  const old = await noteOfBefore('chinese-note', '2026-11-26');
  await put(database, old);
  const converted = async () => {
    const episode = await findOwn(database, old.note.videoId, fails);
    const edition = episode && editionIn(episode, 'zh-Hant', null, false);
    return edition && sectionText(edition.sections[0]);
  };
  expect(await converted()).toBe('在美國曆史上，電話被髮明瞭。');
  await renewEverything();
  expect(await converted()).toBe('在美國歷史上，電話被發明了。');
});
