import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildIndex } from '../../../core/glossary/build-index.ts';
import { lookup } from '../../../core/glossary/lookup.ts';
import type { LookupSource } from '../../../core/glossary/lookup-source.ts';
import { createOwnNames } from '../../../platform/names/own-names.ts';
import { keyOfNames, packNames, unpackNames } from '../../../platform/names/pack-names.ts';
import { repackNames } from '../../../platform/names/repack-names.ts';
import type { EditionNames } from '../../../platform/ports.ts';
import { existingDatabase } from '../../../platform/store/existing-database.ts';
import { openLibrary } from '../../../platform/store/open-library.ts';
import type { LibraryDatabase } from '../../../platform/store/schema.ts';
import { removeNotes } from '../../../platform/store/write-notes.ts';
import { edition, keyed, note, put, videoId } from '../store/notes.ts';

let database: LibraryDatabase;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  database = await openLibrary();
});

const never = new AbortController().signal;
/** The last answer is the fullest. */
async function ask(query: string, answer = -1): Promise<readonly EditionNames[]> {
  const answers: (readonly EditionNames[])[] = [];
  for await (const names of createOwnNames(existingDatabase(), false).find(query, never)) answers.push(names);
  return answers.at(answer) ?? [];
}
const titles = async (query: string) => (await ask(query)).map(({ title }) => title).sort();
const made = (at: number) => videoId(`made-up${String(at).padStart(4, '0')}`);

/** Enough notes that they are packed. */
async function putMany(count: number): Promise<void> {
  for (let at = 0; at < count; at++) await put(database, await note(made(at), 'en', `Note ${at}`));
}

describe('names of own notes', () => {
  it('are found with what is needed to show them', async () => {
    await put(database, await note(made(1), 'en', 'First'));
    expect(await ask('anneal')).toEqual([
      {
        videoId: made(1),
        note: 'own folder:notes First.md',
        language: 'en',
        title: 'First',
        entries: [{ id: 'annealing', term: '退火', aliases: ['annealing'], kind: 'term', reading: 'tui huo' }],
      },
    ]);
  });

  it('are the same before and after they are packed', async () => {
    await putMany(60);
    const before = await titles('tuih');
    await repackNames(database);
    expect(await database.count('changed')).toBe(0);
    expect(await database.count('packs')).toBe(1);
    expect(before).toHaveLength(60);
    expect(await titles('tuih')).toEqual(before);
  });

  it('that begin with what is asked for are there first', async () => {
    await putMany(60);
    await repackNames(database);
    const [first] = await ask('anneal', 0);
    expect(first?.entries).toEqual([expect.objectContaining({ id: 'annealing', term: '退火' })]);
    expect(await ask('火', 0)).toHaveLength(60);
  });

  it('follow what is added, replaced and removed after they were packed', async () => {
    await putMany(60);
    await repackNames(database);
    await removeNotes(database, [keyed(made(3), 'Note 3.md')], 1);
    await put(database, await note(made(4), 'en', 'Changed', 'Note 4.md'), await note(made(99), 'en', 'New'));
    const found = await titles('annealing');
    expect(found).toHaveLength(60);
    expect(found).toEqual(expect.arrayContaining(['Changed', 'New']));
    expect(found).not.toEqual(expect.arrayContaining(['Note 3']));
    expect(found).not.toEqual(expect.arrayContaining(['Note 4']));
  });
});

const name = fc
  .array(fc.constantFrom('a', 'b', 'net', 'work', ' ', '-', '网', '络', '网络', '傳', '传', 'Ａ', 'é', '1', 'C++'), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.join(''));
const reading = fc
  .array(fc.constantFrom('wang', 'luo', 'chuan', 'xi', 'an', 'nü', 'bert'), { minLength: 1, maxLength: 4 })
  .map((syllables) => syllables.join(' '));
const library = fc.array(
  fc.array(fc.record({ term: name, aliases: fc.array(name, { maxLength: 2 }), reading }), { maxLength: 6 }),
  { minLength: 1, maxLength: 4 },
);
const query = fc.oneof(
  name,
  reading.map((text) => text.replaceAll(' ', '')),
  reading.map((text) => [...text.matchAll(/\b\w/g)].join('')),
  fc.constantFrom('netwrok', '网絡', '傳播', 'wanglu', 'wlu', 'a net of 网络 and 1 more'),
);

describe('the names that may be meant', () => {
  it('give the very results that all names give', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(library, query, async (notes, asked) => {
        globalThis.indexedDB = new IDBFactory();
        database = await openLibrary();
        const sources: LookupSource[] = [];
        const transaction = database.transaction(['names', 'changed'], 'readwrite');
        for (const [at, terms] of notes.entries()) {
          const glossary = terms.map((term, id) => ({ ...edition('en', '').glossary[0], ...term, id: `${id}` }));
          const packed = packNames({ title: `Note ${at}`, glossary: glossary as never, scriptForms: ['传傳', '络絡'] });
          const record = { videoId: made(at), source: 'files', path: `${at}.md`, language: 'en', packed };
          sources.push(unpackNames({ ...record, note: keyOfNames(record) }));
          await transaction.objectStore('names').put(record);
          await transaction.objectStore('changed').put(true, [record.videoId, record.source, record.path]);
        }
        const context = { current: null, languages: ['en'], limit: 1000 };
        const results = (from: readonly LookupSource[]) =>
          lookup(buildIndex(from), asked, context).map(
            ({ source, entry, reason, matched }) => `${source.videoId} ${entry.id} ${reason} ${matched}`,
          );
        expect(results(await ask(asked)).sort()).toEqual(results(sources).sort());
        database.close();
      }),
      { numRuns: 60 },
    );
  });
});
