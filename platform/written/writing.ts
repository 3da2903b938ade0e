import { WRITTEN, type WrittenNote } from '../../core/library/written-note.ts';
import type { Problem } from '../../core/note/problem.ts';
import { decodeText } from '../../core/text/decode-text.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import type { CompiledFile, FileToCompile } from '../compile/compile-file.ts';
import { storedItem } from '../storage/item.ts';
import { gunzip } from '../store/gzip.ts';
import { revisionOf } from '../store/revision.ts';
import type { LibraryDatabase, NoteRecord, NoteSummary, OwnNoteKey } from '../store/schema.ts';
import { type CompiledRecord, changeNotes, keyOf, type Outcome, putNote, removeNote } from '../store/write-notes.ts';

/** An own note that is being edited. Its methods reject when the browser refuses to read or store. */
export interface Writing {
  /** As it was when it was opened: the draft, where there is one. */
  readonly text: string;
  /** Command: keeps the text as it is typed, whether or not it is a note. */
  keepDraft(text: string): Promise<void>;
  /**
   * Command: keeps the text as the note, if it is one; otherwise as a draft, and the note stays as it was. The state that it
   * was opened in becomes the older one.
   */
  save(text: string): Promise<Saved>;
  /** Query: the text of the older state, or while the text is a draft of the note as it is; `null` without one. */
  older(): Promise<string | null>;
}

export interface Saved {
  /** `false`: only a draft, for the problems hold an error. */
  readonly isNote: boolean;
  readonly problems: readonly Problem[];
  /** Where it is now: the text may name another video or language. */
  readonly note: WrittenNote;
}

export interface WritingHost {
  readonly database: LibraryDatabase;
  readonly compile: (file: FileToCompile) => Promise<CompiledFile>;
}

const noteAt = ([videoId, source, path]: OwnNoteKey): WrittenNote => ({ videoId: videoId as VideoId, source, path });
const draftOf = ([, source, path]: OwnNoteKey) =>
  storedItem('local', source === WRITTEN ? `draft:${path}` : `draft:${source}/${path}`);
const isSame = (one: OwnNoteKey, other: OwnNoteKey) => one.every((part, at) => part === other[at]);

/**
 * Puts a new note into the library. Rejects when the browser refuses to store it.
 * @param name What its file is called, if no other written note is called so; without `.md`.
 */
export async function beginNote(host: WritingHost, text: string, name: string): Promise<WrittenNote> {
  const taken = new Set((await host.database.getAllKeys('notes')).map(([, source, path]) => `${source} ${path}`));
  let path = `${name}.md`;
  for (let count = 2; taken.has(`${WRITTEN} ${path}`); count += 1) path = `${name} ${count}.md`;
  const { record, problems } = await compileText(host, { source: WRITTEN, file: path }, text);
  if (!record) throw new Error(`not a note: ${problems.map(({ rule }) => rule).join()}`);
  await changeNotes(host.database, [keyOf(record.note)], async (transaction) => {
    await putNote(transaction, record);
  });
  return noteAt(keyOf(record.note));
}

/** Opens an own note; `null` when it is gone. */
export async function openWriting(host: WritingHost, opened: WrittenNote): Promise<Writing | null> {
  const { database } = host;
  let key: OwnNoteKey = [opened.videoId, opened.source, opened.path];
  let draft = draftOf(key);
  let isFirst = true;
  let isNote = true;
  /** What was typed last: while a text is being saved, a later one can become the draft. */
  let latest: string | null = null;
  const present = await database.get('notes', key);
  if (!present) return null;
  const { source, file } = present.summary;
  let stored = await textOf(present);
  const kept = await draft.get();

  /** Puts the note in its place, which is another one where the text names another video or language. */
  async function put(record: CompiledRecord): Promise<void> {
    const to = keyOf(record.note);
    const from = key;
    const isMoved = !isSame(to, from);
    let outcome = 'unchanged' as Outcome;
    await changeNotes(database, isMoved ? [from, to] : [to], async (transaction, one) => {
      if (isMoved && isSame(one, from)) return removeNote(transaction, one, Date.now());
      const older = transaction.objectStore('older');
      const before = await older.get(one);
      outcome = await putNote(transaction, record);
      if (isFirst || outcome === 'unchanged') return;
      // Saved many times while it is typed: the older one stays that of before.
      if (before) await older.put(before, one);
      else await older.delete(one);
    });
    if (isMoved) await draft.remove();
    key = to;
    draft = draftOf(key);
    if (outcome !== 'unchanged') isFirst = false;
  }

  return {
    text: typeof kept === 'string' ? kept : stored,
    async keepDraft(text) {
      latest = text;
      await draft.set(text);
    },
    async save(text) {
      latest = text;
      const { record, problems } = await compileText(host, { source, file }, text);
      isNote = record !== null;
      if (record) {
        // An imported file that is encoded otherwise would become another one by being opened.
        if (text !== stored) await put(record);
        stored = text;
        if (latest === text) await draft.remove();
      } else if (latest === text) await draft.set(text);
      return { isNote, problems, note: noteAt(key) };
    },
    async older() {
      const before = await database.get(isNote ? 'older' : 'notes', key);
      return before ? textOf(before) : null;
    },
  };
}

async function compileText(
  { compile }: WritingHost,
  { source, file }: Pick<NoteSummary, 'source' | 'file'>,
  text: string,
): Promise<CompiledFile> {
  const bytes = new TextEncoder().encode(text);
  const revision = await revisionOf(bytes);
  return compile({ path: file, bytes, source, revision, importedAt: Date.now() });
}

async function textOf({ file }: NoteRecord): Promise<string> {
  const decoded = decodeText(new Uint8Array(await gunzip(file)), TextDecoder);
  return decoded.ok ? decoded.text : '';
}
