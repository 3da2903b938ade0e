import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { gunzip, gzip } from '../../../platform/store/gzip.ts';
import { mergeEpisodes } from '../../../platform/store/merge-episodes.ts';
import { openLibrary } from '../../../platform/store/open-library.ts';
import { findOwn, type Recompile, toSummary } from '../../../platform/store/read-notes.ts';
import type { LibraryDatabase } from '../../../platform/store/schema.ts';
import { restoreOlder, sweepRemoved, takeBack } from '../../../platform/store/undo-changes.ts';
import { removeNotes } from '../../../platform/store/write-notes.ts';
import { atHand, edition, keyed, note, put, videoId } from './notes.ts';

const talk = videoId('talk-talk-1');
const other = videoId('other-one-2');
const never: Recompile = async () => null;
const namesOf = async () => 'title';
let database: LibraryDatabase;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  database = await openLibrary();
});

describe('notes in the library', () => {
  it('joins two languages of one video into one episode, in the order they were added', async () => {
    await put(database, await note(talk, 'zh-Hans', '退火'), await note(talk, 'en', 'Annealing'));
    const episode = await findOwn(database, talk, never);
    expect(episode?.editions.map(({ title }) => title)).toEqual(['退火', 'Annealing']);
    expect(await findOwn(database, other, never)).toBeNull();
  });

  it('uses the newest import of a file and can go back to the one before', async () => {
    await put(database, await note(talk, 'en', 'First', 'one.md'), await note(talk, 'zh-Hans', '退火'));
    expect(await put(database, await note(talk, 'en', 'Second', 'one.md'))).toEqual(['replaced']);
    const titles = async () => (await findOwn(database, talk, never))?.editions.map(({ title }) => title);
    expect(await titles()).toEqual(['Second', '退火']);
    await restoreOlder(database, keyed(talk, 'one.md'), namesOf);
    expect(await titles()).toEqual(['First', '退火']);
    await restoreOlder(database, keyed(talk, 'one.md'), namesOf);
    expect(await titles()).toEqual(['Second', '退火']);
  });

  it('has several notes for one video and language side by side, each with its own id', async () => {
    await put(database, await note(talk, 'en', 'First'), await note(talk, 'en', 'Second'));
    const editions = (await findOwn(database, talk, never))?.editions;
    expect(editions?.map(({ note: { path } }) => path)).toEqual(['First.md', 'Second.md']);
    await removeNotes(database, [keyed(talk, 'First.md')], 1000);
    expect((await findOwn(database, talk, never))?.editions.map(({ title }) => title)).toEqual(['Second']);
    await takeBack(database, [keyed(talk, 'First.md')], namesOf);
    expect((await findOwn(database, talk, never))?.editions).toHaveLength(2);
  });

  it('joins a transcript file to the note from the same folder, and to no other', async () => {
    const transcript = {
      language: 'en',
      cues: [{ start: 3, text: 'A long sentence that is said in the video. '.repeat(20) }],
    };
    const withCues = async (title: string, source: string) => {
      const { note: record, packedNames } = await note(talk, 'en', title);
      const bytes = new TextEncoder().encode(JSON.stringify({ ...edition('en', title), transcript }));
      return { note: { ...record, edition: await gzip(bytes), summary: { ...record.summary, source } }, packedNames };
    };
    await put(database, await note(talk, 'en', 'Analysis'), await withCues('Transcript', 'folder:notes'));
    const joined = (await findOwn(database, talk, never))?.editions;
    expect(joined?.map(({ title, transcript: heard }) => [title, heard?.cues.length])).toEqual([['Analysis', 1]]);
    await removeNotes(database, [keyed(talk, 'Transcript.md')], 1);
    await put(database, await withCues('Elsewhere', 'folder:other'));
    expect((await findOwn(database, talk, never))?.editions.map(({ title }) => title)).toEqual([
      'Analysis',
      'Elsewhere',
    ]);
  });

  it('distinguishes single files of one name by their language only', async () => {
    const single = async (language: string, title: string) => {
      const { note: record, packedNames } = await note(talk, language, title, 'index.md');
      return { note: { ...record, summary: { ...record.summary, source: 'files' } }, packedNames };
    };
    const outcomes = await put(
      database,
      await single('en', 'Index'),
      await single('zh-Hans', '索引'),
      await single('en', 'Index, revised'),
    );
    expect(outcomes).toEqual(['added', 'added', 'replaced']);
    expect((await findOwn(database, talk, never))?.editions.map(({ title }) => title)).toEqual([
      'Index, revised',
      '索引',
    ]);
  });

  it('does nothing for an identical file', async () => {
    await put(database, await note(talk, 'en', 'First'));
    expect(await put(database, await note(talk, 'en', 'First'))).toEqual(['unchanged']);
    expect(await database.count('older')).toBe(0);
  });

  it('gives a new revision when any of its notes changes', async () => {
    await put(database, await note(talk, 'en', 'First'));
    const before = (await findOwn(database, talk, never))?.revision;
    await put(database, await note(talk, 'en', 'Second'));
    expect((await findOwn(database, talk, never))?.revision).not.toBe(before);
  });

  it('removes notes and restores them', async () => {
    await put(database, await note(talk, 'en', 'First'), await note(other, 'en', 'Other'));
    await removeNotes(database, [keyed(talk, 'First.md')], 1000);
    expect(await findOwn(database, talk, never)).toBeNull();
    expect((await database.getAll('episodes')).map(({ videoId: id }) => id)).toEqual([other]);
    await takeBack(database, [keyed(talk, 'First.md')], namesOf);
    expect((await findOwn(database, talk, never))?.editions[0].title).toBe('First');
    expect(await database.count('removed')).toBe(0);
  });

  it('keeps a newer import when an older removed note is restored', async () => {
    await put(database, await note(talk, 'en', 'First'));
    await removeNotes(database, [keyed(talk, 'First.md')], 1000);
    await put(database, await note(talk, 'en', 'Second', 'First.md'));
    await takeBack(database, [keyed(talk, 'First.md')], namesOf);
    expect((await findOwn(database, talk, never))?.editions[0].title).toBe('Second');
  });

  it('deletes a removed note after thirty more days of use, whatever the clock was set to', async () => {
    await put(database, await note(talk, 'en', 'First'), await note(other, 'en', 'Other'));
    await removeNotes(database, [keyed(talk, 'First.md')], 1000);
    await sweepRemoved(database, 5);
    // Forty days later by the clock, one day of use later.
    await removeNotes(database, [keyed(other, 'Other.md')], 1000 + 40 * 24 * 60 * 60 * 1000);
    await sweepRemoved(database, 6);
    expect(await database.count('removed')).toBe(2);
    await sweepRemoved(database, 36);
    expect((await database.getAll('removed')).map(({ videoId: id }) => id)).toEqual([other]);
    await takeBack(database, [keyed(other, 'Other.md')], namesOf);
    expect(await database.get('notes', keyed(other, 'Other.md'))).not.toHaveProperty('removedOn');
  });

  it('lists episodes without opening a note', async () => {
    await put(database, await note(talk, 'en', 'First'));
    await database.clear('notes');
    expect((await database.getAll('episodes')).map(toSummary)).toEqual([
      {
        videoId: talk,
        revision: 'revision of First',
        editions: [
          {
            note: { origin: 'own', source: 'folder:notes', path: 'First.md' },
            language: 'en',
            title: 'First',
            sections: 1,
            terms: 1,
          },
        ],
      },
    ]);
  });
});

describe('a damaged entry', () => {
  it('is compiled again from its file', async () => {
    const { note: record, packedNames } = await note(talk, 'en', 'First');
    const damaged = record.edition.slice(0);
    new Uint8Array(damaged)[30] = 255;
    await put(database, { note: { ...record, edition: damaged }, packedNames });
    const episode = await findOwn(database, talk, async (_record, file) =>
      note(talk, 'en', new TextDecoder().decode(file)),
    );
    expect(episode?.editions[0].title).toBe('First (en)');
  });

  it('is left out when its file is damaged too, and the rest of the episode shows', async () => {
    const { note: record, packedNames } = await note(talk, 'en', 'First');
    const broken = new ArrayBuffer(8);
    await put(database, { note: { ...record, edition: broken, file: broken }, packedNames });
    await put(database, await note(talk, 'zh-Hans', '退火'));
    const episode = await findOwn(database, talk, never);
    expect(episode?.editions.map(({ language }) => language)).toEqual(['zh-Hans']);
  });

  it('is compiled again when an edition of its format can no longer be shown', async () => {
    const { note: record, packedNames } = await note(talk, 'en', 'First');
    await put(database, { note: { ...record, format: 0 }, packedNames });
    const episode = await findOwn(database, talk, async () => note(talk, 'en', 'Compiled again'));
    expect(episode?.editions[0].title).toBe('Compiled again');
  });
});

describe('own and bundled notes of one video', () => {
  it('are all offered, own ones first', () => {
    const own = { videoId: talk, revision: 'own', editions: [atHand('own', edition('en', 'mine'))] as const };
    const shipped = {
      videoId: talk,
      revision: 'shipped',
      editions: [atHand('bundled', edition('zh-Hans', 'theirs')), atHand('bundled', edition('en', 'theirs'))] as const,
    };
    const merged = mergeEpisodes([own, null, shipped]);
    expect(merged?.editions.map(({ language, title }) => `${language} ${title}`)).toEqual([
      'en mine',
      'zh-Hans theirs',
      'en theirs',
    ]);
    expect(merged?.revision).not.toBe(shipped.revision);
    expect(mergeEpisodes([null, shipped])).toBe(shipped);
    expect(mergeEpisodes([own, null])).toBe(own);
  });
});

it('returns the exact bytes of a file', async () => {
  const { note: record } = await note(talk, 'en', 'First');
  expect(new TextDecoder().decode(await gunzip(record.file))).toBe('First (en)');
});
