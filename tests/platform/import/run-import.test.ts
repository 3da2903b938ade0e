import 'fake-indexeddb/auto';
import { BlobReader, BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ImportEntry } from '../../../core/library/import.ts';
import type { ImportInput } from '../../../platform/files/input.ts';
import { type ImportHost, type ImportMode, runImport } from '../../../platform/import/run-import.ts';
import { openLibrary } from '../../../platform/store/open-library.ts';
import { findOwn } from '../../../platform/store/read-notes.ts';
import type { LibraryDatabase } from '../../../platform/store/schema.ts';
import { removeNotes } from '../../../platform/store/write-notes.ts';
import { compileNote } from '../compile-note.ts';
import { videoId } from '../store/notes.ts';

const ONE = videoId('video-one-1');
const TWO = videoId('video-two-2');

const noteText = (video: string, title: string, language = 'en') =>
  `---\nsource: https://www.youtube.com/watch?v=${video}\ntitle: ${title}\nlang: ${language}\n---\n### Start\n\nText of ${title} with an **annealing** (Annealing: slow cooling) step.\n`;

let database: LibraryDatabase;
let clock = 1000;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  database = await openLibrary();
});

function given(files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>, modified = 1): ImportInput {
  return {
    kind: 'folder',
    name: 'notes',
    files: Object.entries(files).map(([path, content]) => ({
      path,
      file: new File([content], path.split('/').at(-1) ?? '', { lastModified: modified }),
    })),
  };
}

async function zipped(add: (zip: ZipWriter<Blob>) => Promise<unknown>): Promise<ImportInput> {
  const zip = new ZipWriter(new BlobWriter());
  await add(zip);
  return { kind: 'zip', name: 'notes.zip', file: new File([await zip.close()], 'notes.zip'), handle: null };
}

async function run(input: ImportInput, mode: ImportMode = 'all', host: Partial<ImportHost> = {}) {
  const entries: ImportEntry[] = [];
  const end = await runImport(input, mode, {
    database,
    compile: compileNote,
    now: () => clock++,
    goOn: async () => {},
    cancelled: new AbortController().signal,
    onProgress: () => {},
    onEntries: (some) => entries.push(...some),
    ...host,
  });
  const outcomes = Object.fromEntries(entries.map(({ file, outcome }) => [file, outcome]));
  const rules = Object.fromEntries(
    entries.filter(({ problems }) => problems.length > 0).map(({ file, problems }) => [file, problems[0]?.rule]),
  );
  return { end, entries, outcomes, rules };
}

const titles = async (video = ONE) =>
  (await findOwn(database, video, async () => null))?.editions.map(({ title }) => title) ?? [];

describe('importing a folder', () => {
  it('imports notes and reports every file with its outcome', async () => {
    const { end, outcomes, rules } = await run(
      given({
        'b.md': noteText(ONE, 'One'),
        'deep/c.markdown': noteText(TWO, 'Two'),
        'no-source.md': '---\ntitle: Lost\n---\ntext',
        'picture.png': new Uint8Array([0x89, 0x50]),
        '.obsidian/settings.md': 'x',
        'binary.txt': new Uint8Array([1, 0, 0, 2, 0, 0, 0, 0, 9]),
      }),
    );
    expect(end).toBe('complete');
    expect(outcomes).toEqual({
      'b.md': 'added',
      'deep/c.markdown': 'added',
      'no-source.md': 'no-video',
      'picture.png': 'no-note',
      '.obsidian/settings.md': 'no-note',
      'binary.txt': 'left-out',
    });
    expect(rules['binary.txt']).toBe('binary');
    expect(Object.keys(rules)).toEqual(['binary.txt']);
    expect(await titles()).toEqual(['One']);
  });

  it('counts files of a folder that are about no video, and reports what a single one lacks', async () => {
    const shopping = '# Shopping\n\nBread.\n';
    const elsewhere = '---\nsource: https://example.com/an-article\n---\nAn article.\n';
    const folder = await run(given({ 'a.md': noteText(ONE, 'One'), 'shopping.md': shopping, 'clipped.md': elsewhere }));
    expect(folder.outcomes).toEqual({ 'a.md': 'added', 'shopping.md': 'no-video', 'clipped.md': 'no-video' });
    expect(folder.rules).toEqual({});
    const single = await run({
      kind: 'files',
      name: '',
      files: [{ path: 'b.md', file: new File([shopping], 'b.md') }],
    });
    expect(single.outcomes).toEqual({ 'b.md': 'left-out' });
    expect(single.rules).toEqual({ 'b.md': 'source-missing' });
  });

  it('reports which notes have times, also among those already imported', async () => {
    const timed = `${noteText(ONE, 'Timed').replace('---\n###', 'timestamps:\n  start: "0:05"\n---\n###')}`;
    const folder = given({ 'timed.md': timed, 'plain.md': noteText(TWO, 'Plain') });
    const told = ({ entries }: Awaited<ReturnType<typeof run>>) =>
      entries.map(({ file, outcome, note }) => [file, outcome, note?.hasTimes]);
    expect(told(await run(folder))).toEqual([
      ['plain.md', 'added', false],
      ['timed.md', 'added', true],
    ]);
    expect(told(await run(folder))).toEqual([
      ['plain.md', 'unchanged', false],
      ['timed.md', 'unchanged', true],
    ]);
  });

  it('joins two languages of one video into one episode', async () => {
    await run(given({ 'one.en.md': noteText(ONE, 'One'), 'one.zh.md': noteText(ONE, '一', 'zh-Hans') }));
    expect(await titles()).toEqual(['One', '一']);
  });

  it('keeps two notes for the same video and language, each with its own file', async () => {
    const both = { 'a.md': noteText(ONE, 'First'), 'b.md': noteText(ONE, 'Second') };
    const { outcomes, rules } = await run(given(both));
    expect(outcomes).toEqual({ 'a.md': 'added', 'b.md': 'added' });
    expect(rules).toEqual({});
    expect(await titles()).toEqual(['First', 'Second']);
    const again = await run(given({ ...both, 'a.md': noteText(ONE, 'First, revised') }, 2));
    expect(again.outcomes).toEqual({ 'a.md': 'replaced', 'b.md': 'unchanged' });
    expect(await titles()).toEqual(['First, revised', 'Second']);
    expect(await database.count('older')).toBe(1);
  });

  it('reports a file that an import contains twice', async () => {
    const twice: ImportInput = {
      kind: 'files',
      name: '',
      files: ['First', 'Second'].map((title) => ({
        path: 'a.md',
        file: new File([noteText(ONE, title)], 'a.md', { lastModified: 1 }),
      })),
    };
    const { entries } = await run(twice);
    expect(entries.map(({ outcome, problems }) => [outcome, problems[0]?.rule])).toEqual([
      ['added', undefined],
      ['replaced', 'same-video'],
    ]);
    expect(await titles()).toEqual(['Second']);
  });

  it('moves the note of a file that is now about another video', async () => {
    await run(given({ 'a.md': noteText(ONE, 'One') }));
    expect((await run(given({ 'a.md': noteText(TWO, 'Two') }, 2))).outcomes).toEqual({ 'a.md': 'replaced' });
    expect([await titles(ONE), await titles(TWO)]).toEqual([[], ['Two']]);
    expect(await database.count('removed')).toBe(1);
  });

  it('reads only what changed when the folder is imported again', async () => {
    await run(given({ 'a.md': noteText(ONE, 'One'), 'b.md': noteText(TWO, 'Two') }));
    const compiled: string[] = [];
    const { outcomes } = await run(
      {
        kind: 'folder',
        name: 'notes',
        files: [
          { path: 'a.md', file: new File([noteText(ONE, 'One')], 'a.md', { lastModified: 1 }) },
          { path: 'b.md', file: new File([noteText(TWO, 'Two, better')], 'b.md', { lastModified: 2 }) },
        ],
      },
      'changed',
      {
        compile: (file) => {
          compiled.push(file.path);
          return compileNote(file);
        },
      },
    );
    expect(outcomes).toEqual({ 'a.md': 'unchanged', 'b.md': 'replaced' });
    expect(compiled).toEqual(['b.md']);
  });

  it('does not restore a removed note when the folder is imported again, but does when the file is added on its own', async () => {
    const folder = given({ 'a.md': noteText(ONE, 'One') });
    await run(folder);
    await removeNotes(database, [[ONE, 'folder:notes', 'a.md']], 1);
    expect((await run(folder, 'changed')).outcomes).toEqual({ 'a.md': 'unchanged' });
    expect(await titles()).toEqual([]);
    expect((await run(folder)).outcomes).toEqual({ 'a.md': 'added' });
    expect(await titles()).toEqual(['One']);
  });

  it('reads two single files of the same name, size and date as two notes', async () => {
    const single = (title: string, video: string): ImportInput => ({
      kind: 'files',
      name: '',
      files: [{ path: 'index.md', file: new File([noteText(video, title)], 'index.md', { lastModified: 1 }) }],
    });
    await run(single('One', ONE));
    expect((await run(single('Two', TWO))).outcomes).toEqual({ 'index.md': 'added' });
    expect((await run(single('Two', TWO))).outcomes).toEqual({ 'index.md': 'unchanged' });
    expect([await titles(ONE), await titles(TWO)]).toEqual([['One'], ['Two']]);
  });

  it('adds one of two files with the same note', async () => {
    const text = noteText(ONE, 'One');
    const { entries } = await run(given({ 'a.md': text, 'copy.md': text }));
    expect(entries.map(({ file, outcome, problems }) => [file, outcome, problems.length])).toEqual([
      ['a.md', 'added', 0],
      ['copy.md', 'unchanged', 0],
    ]);
    expect(await database.count('older')).toBe(0);
  });

  it('reports that an archive within a folder is not opened', async () => {
    const { outcomes, rules } = await run(given({ 'a.md': noteText(ONE, 'One'), 'more.zip': 'PK', '.git/x.zip': '' }));
    expect(outcomes).toEqual({ '.git/x.zip': 'no-note', 'a.md': 'added', 'more.zip': 'left-out' });
    expect(rules).toEqual({ 'more.zip': 'nested-archive' });
  });

  it('refuses a 50 MB note with a message and imports the rest', async () => {
    const big = new Uint8Array(50 * 1024 * 1024).fill(0x61);
    const { rules } = await run(given({ 'big.md': big, 'small.md': noteText(ONE, 'One') }));
    expect(rules).toEqual({ 'big.md': 'file-too-large' });
    expect(await titles()).toEqual(['One']);
  });

  it('reports files that vanished or changed while the folder was read', async () => {
    const gone = new File([noteText(TWO, 'Two')], 'gone.md');
    Object.defineProperty(gone, 'arrayBuffer', {
      value: async () => {
        throw new DOMException('the file is not there any more', 'NotFoundError');
      },
    });
    const { outcomes, rules } = await run({
      kind: 'folder',
      name: 'notes',
      files: [
        { path: 'gone.md', file: gone },
        { path: 'here.md', file: new File([noteText(ONE, 'One')], 'here.md') },
      ],
    });
    expect(outcomes).toEqual({ 'gone.md': 'left-out', 'here.md': 'added' });
    expect(rules).toEqual({ 'gone.md': 'file-unreadable' });
  });
});

describe('an interrupted import', () => {
  const many = Object.fromEntries(
    Array.from({ length: 60 }, (_, at) => [
      `${String(at).padStart(3, '0')}.md`,
      noteText(videoId(`video-${String(at).padStart(5, '0')}`), `Note ${at}`),
    ]),
  );

  it('has imported everything up to the file in its journal and nothing after it', async () => {
    let count = 0;
    const crash = run(given(many), 'all', {
      compile: async (file) => {
        if (++count > 40) throw new Error('the worker was killed');
        return compileNote(file);
      },
      // Every file is a batch of its own.
      now: () => (clock += 1000),
    });
    await expect(crash).rejects.toThrow('killed');
    const journal = await database.get('imports', 'folder:notes');
    expect(journal?.state).toBe('running');
    const files = (await database.getAll('files')).map(({ path }) => path);
    expect(files.length).toBeGreaterThan(0);
    expect(files.at(-1)).toBe(journal?.lastFile);
    expect(await database.count('notes')).toBe(files.length);
    expect(await database.count('episodes')).toBe(files.length);
    expect(await database.count('names')).toBe(files.length);

    const { outcomes } = await run(given(many));
    expect(Object.values(outcomes).filter((outcome) => outcome === 'unchanged')).toHaveLength(files.length);
    expect(await database.count('notes')).toBe(60);
    expect((await database.get('imports', 'folder:notes'))?.state).toBe('complete');
  });

  it('keeps what is imported when the viewer cancels', async () => {
    const cancel = new AbortController();
    let count = 0;
    const { end } = await run(given(many), 'all', {
      cancelled: cancel.signal,
      compile: async (file) => {
        if (++count === 40) cancel.abort();
        return compileNote(file);
      },
    });
    expect(end).toBe('cancelled');
    const kept = await database.count('notes');
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(60);
    expect(await database.count('files')).toBe(kept);
  });
});

describe('importing a zip', () => {
  it('takes the notes in it', async () => {
    const input = await zipped(async (zip) => {
      await zip.add('notes/one.md', new TextReader(noteText(ONE, 'One')));
      await zip.add('notes/picture.png', new TextReader('x'));
    });
    const { outcomes } = await run(input);
    expect(outcomes).toEqual({ 'notes/one.md': 'added', 'notes/picture.png': 'no-note' });
    expect((await run(input)).outcomes['notes/one.md']).toBe('unchanged');
  });

  it('refuses paths that lead out of the archive', async () => {
    const names = ['../evil.md', '/etc/evil.md', 'C:\\evil.md', 'a/../../evil.md', '..\\evil.md'];
    const { rules, outcomes } = await run(
      await zipped(async (zip) => {
        for (const name of names) await zip.add(name, new TextReader(noteText(ONE, 'Evil')));
        await zip.add('good.md', new TextReader(noteText(TWO, 'Two')));
      }),
    );
    expect(Object.keys(rules).sort()).toEqual(['../evil.md', '/etc/evil.md', 'C:/evil.md', 'a/../../evil.md']);
    expect(new Set(Object.values(rules))).toEqual(new Set(['unsafe-path']));
    expect(outcomes['good.md']).toBe('added');
  });

  it('accepts the separator of Windows, so that hidden folders stay hidden', async () => {
    const { outcomes } = await run(
      await zipped(async (zip) => {
        await zip.add('Vault\\one.md', new TextReader(noteText(ONE, 'One')));
        await zip.add('Vault\\.trash\\old.md', new TextReader(noteText(TWO, 'Old')));
        await zip.add('__MACOSX\\._one.md', new TextReader('x'));
        await zip.add('Vault\\Sub\\', new TextReader(''));
      }),
    );
    expect(outcomes).toEqual({
      'Vault/.trash/old.md': 'no-note',
      'Vault/one.md': 'added',
      '__MACOSX/._one.md': 'no-note',
    });
  });

  it('refuses a bomb', async () => {
    const zeros = new Blob([new Uint8Array(70 * 1024 * 1024)]);
    const input = await zipped((zip) => zip.add('bomb.md', new BlobReader(zeros)));
    const { rules } = await run(input);
    expect(rules).toEqual({ 'notes.zip': 'archive-bomb' });
  });

  it('reports a protected file, a damaged one and a file that is not an archive', async () => {
    const protectedZip = await zipped((zip) =>
      zip.add('secret.md', new TextReader(noteText(ONE, 'One')), { password: 'x' }),
    );
    expect((await run(protectedZip)).rules).toEqual({ 'secret.md': 'encrypted' });

    const whole = await zipped((zip) => zip.add('one.md', new TextReader(noteText(ONE, 'One')), { level: 0 }));
    if (whole.kind !== 'zip') throw new Error('not a zip');
    const bytes = new Uint8Array(await whole.file.arrayBuffer());
    bytes[90] = (bytes[90] ?? 0) ^ 0xff;
    const damaged: ImportInput = { ...whole, file: new File([bytes], 'notes.zip') };
    expect((await run(damaged)).rules).toEqual({ 'one.md': 'damaged-archive' });

    const none: ImportInput = { ...whole, file: new File(['no zip at all'], 'notes.zip') };
    expect((await run(none)).rules).toEqual({ 'notes.zip': 'unreadable-archive' });
  });
});
