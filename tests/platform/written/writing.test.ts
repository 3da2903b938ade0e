import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { editorAddress, readEditorAddress } from '../../../core/library/written-note.ts';
import type { LibraryDatabase } from '../../../platform/store/schema.ts';
import { beExtensionPage } from '../storage/fake-extension.ts';
import { videoId } from '../store/notes.ts';

const lens = videoId('lens-talk-1');
const text = (title: string, video = 'lens-talk-1') =>
  `---\ntitle: ${title}\nsource: https://www.youtube.com/watch?v=${video}\n---\n\n### One\n\nWords about glass.\n`;
let database: LibraryDatabase;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  await beExtensionPage(false);
  const { openLibrary } = await import('../../../platform/store/open-library.ts');
  database = await openLibrary();
});

async function desk() {
  const { compileNote } = await import('../compile-note.ts');
  const { beginNote, openWriting } = await import('../../../platform/written/writing.ts');
  const host = { database, compile: compileNote };
  return {
    begin: (words: string, name = 'Lenses') => beginNote(host, words, name),
    async open(note: Awaited<ReturnType<typeof beginNote>>) {
      const writing = await openWriting(host, note);
      if (!writing) throw new Error('gone');
      return writing;
    },
    /** Imports a file. */
    async put(source: string, path: string, bytes: Uint8Array<ArrayBuffer>) {
      const { changeNotes, keyOf, putNote } = await import('../../../platform/store/write-notes.ts');
      const { record } = await compileNote({ path, bytes, source, revision: 'imported', importedAt: 1 });
      if (!record) throw new Error('no note');
      const [video, from, name] = keyOf(record.note);
      await changeNotes(
        database,
        [[video, from, name]],
        async (transaction) => void (await putNote(transaction, record)),
      );
      return { videoId: video, source: from, path: name };
    },
    openWriting: (note: Awaited<ReturnType<typeof beginNote>>) => openWriting(host, note),
  };
}

const titles = async (video = lens) => (await database.get('episodes', video))?.notes.map(({ title }) => title);

it('a note begun here is in the library, under a file name of its own', async () => {
  const { begin, open } = await desk();
  const first = await begin(text('Lenses'));
  expect(first).toEqual({ videoId: lens, source: 'written', path: 'Lenses.md' });
  expect((await begin(text('Lenses again'))).path).toBe('Lenses 2.md');
  expect(await titles()).toEqual(['Lenses', 'Lenses again']);
  expect((await open(first)).text).toBe(text('Lenses'));
});

it('what was there when it was opened is the older one, however often it is saved while it is typed', async () => {
  const { begin, open } = await desk();
  const note = await begin(text('First'));
  const writing = await open(note);
  expect(await writing.older()).toBeNull();
  // As the page does when it opens, to know the problems.
  await writing.save(text('First'));
  for (const title of ['S', 'Sec', 'Second']) await writing.save(text(title));
  expect(await writing.older()).toBe(text('First'));
  expect(await titles()).toEqual(['Second']);
  const later = await open(note);
  await later.save(text('Third'));
  expect(await later.older()).toBe(text('Second'));
});

it('a text that is no note is kept as it was typed, and the note stays as it was', async () => {
  const { begin, open } = await desk();
  const note = await begin(text('First'));
  const writing = await open(note);
  const saved = await writing.save('no note at all');
  expect(await writing.older()).toBe(text('First'));
  expect(saved.isNote).toBe(false);
  expect(saved.problems.some(({ severity }) => severity === 'error')).toBe(true);
  expect(await titles()).toEqual(['First']);
  const again = await open(note);
  expect(again.text).toBe('no note at all');
  await again.save(text('Mended'));
  expect((await open(note)).text).toBe(text('Mended'));
  expect(Object.keys(await fakeBrowser.storage.local.get(null)).filter((name) => name.startsWith('draft:'))).toEqual(
    [],
  );
});

it('what was typed last is there after the page was closed before it was saved', async () => {
  const { begin, open } = await desk();
  const note = await begin(text('First'));
  await (await open(note)).keepDraft(text('Half a wo'));
  expect((await open(note)).text).toBe(text('Half a wo'));
});

it('what is typed while an earlier text is being saved stays the draft', async () => {
  const { begin, open } = await desk();
  const note = await begin(text('First'));
  const writing = await open(note);
  await Promise.all([writing.save(text('Second')), writing.keepDraft(text('Third'))]);
  expect((await open(note)).text).toBe(text('Third'));
  await Promise.all([writing.save('no note'), writing.keepDraft('no note y')]);
  expect((await open(note)).text).toBe('no note y');
});

it('a note that names another video moves to it, and the one before can be taken back', async () => {
  const { begin, open, openWriting } = await desk();
  const note = await begin(text('Moved'));
  const { note: moved } = await (await open(note)).save(text('Moved', 'clocks-talk'));
  expect(moved).toEqual({ videoId: 'clocks-talk', source: 'written', path: 'Lenses.md' });
  expect(await titles()).toBeUndefined();
  expect(await titles(videoId('clocks-talk'))).toEqual(['Moved']);
  expect(await database.getAllKeys('removed')).toEqual([[lens, 'written', 'Lenses.md']]);
  expect(await openWriting(note)).toBeNull();
  expect((await open(moved)).text).toBe(text('Moved', 'clocks-talk'));
});

it('an imported note is edited in its place, and what was imported is the older one', async () => {
  const { put, open } = await desk();
  // As Windows writes Chinese: only opening it makes no other file of it.
  const bytes = new Uint8Array([0xff, 0xfe, ...Buffer.from(text('透镜'), 'utf16le')]);
  const note = await put('folder:talks', 'optics/a.md', bytes);
  const writing = await open(note);
  expect(writing.text).toBe(text('透镜'));
  await writing.save(writing.text);
  expect(await writing.older()).toBeNull();
  expect((await writing.save(text('Edited'))).note).toEqual(note);
  expect(await titles()).toEqual(['Edited']);
  expect(await writing.older()).toBe(text('透镜'));
  await writing.keepDraft('half a');
  expect((await open(note)).text).toBe('half a');
});

it('a single file that is written on in another language moves to its place, and its draft as well', async () => {
  const { put, open, openWriting } = await desk();
  const words = (language: string) => text('Lenses').replace('---\n\n', `lang: ${language}\n---\n\n`);
  const note = await put('files', 'a.md', new TextEncoder().encode(words('en')));
  const writing = await open(note);
  await writing.keepDraft(words('d'));
  const { note: moved } = await writing.save(words('de'));
  expect(moved).toEqual({ videoId: lens, source: 'files', path: 'de/a.md' });
  expect(await openWriting(note)).toBeNull();
  await writing.keepDraft('half a');
  expect((await open(moved)).text).toBe('half a');
  expect(
    Object.keys(await fakeBrowser.storage.local.get(null)).filter((name) => name.startsWith('draft:')),
  ).toHaveLength(1);
});

it('its editor’s address leads back to it', () => {
  for (const source of ['written', 'folder:My talks & more', 'files']) {
    const note = { videoId: lens, source, path: 'What & why? 100%.md' };
    expect(readEditorAddress(editorAddress(note).replace('editor.html', ''))).toEqual(note);
  }
  for (const query of ['', '?v=x&file=a', '?v=lens-talk-1', '?v=lens-talk-1&file=%', '?v=lens-talk-1&file=a&from=%'])
    expect(readEditorAddress(query)).toBeNull();
});
