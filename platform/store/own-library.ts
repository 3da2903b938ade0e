import { summaries } from 'virtual:sleevenotes/summaries';
import type { UnfinishedImport } from '../../core/library/import.ts';
import type { LibraryNote } from '../../core/library/library-note.ts';
import type { Edition } from '../../core/note/episode.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { countDay } from '../storage/days-of-use.ts';
import { isPrivate } from '../storage/private-window.ts';
import { announceChange } from './changes.ts';
import { libraryConnection } from './open-library.ts';
import { openNote, ownEpisodes, type Recompile } from './read-notes.ts';
import { outdatedNotes } from './renew-notes.ts';
import {
  type ImportRecord,
  keyOfNote,
  type NoteRecord,
  type NoteSummary,
  type OwnNoteKey,
  ownNoteId,
} from './schema.ts';
import { forgetRemoved, restoreOlder, sweepRemoved, takeBack } from './undo-changes.ts';
import { removeNotes } from './write-notes.ts';

/** What the library's own page does with it. */
export interface OwnLibrary {
  /** Query: all notes, also bundled and removed ones. */
  list(): Promise<readonly LibraryNote[]>;
  /** Query: a note by itself, also one that is a transcript and shows as part of another. */
  read(key: OwnNoteKey): Promise<Edition | null>;
  /** Command; undone by {@link OwnLibrary.takeBack}. */
  remove(keys: readonly OwnNoteKey[]): Promise<void>;
  takeBack(keys: readonly OwnNoteKey[]): Promise<void>;
  /** Command: forgets all removed notes for good. */
  sweep(): Promise<void>;
  /** Command: exchanges a note for the one it replaced. */
  restoreOlder(key: OwnNoteKey): Promise<void>;
  /** Query: how many notes an earlier version compiled. */
  outdated(): Promise<number>;
  /** Query: imports that did not get to their end, and whose window is gone. */
  unfinished(): Promise<readonly UnfinishedImport[]>;
  /** Command: stops offering to take an import up again. */
  forgetUnfinished(source: string): Promise<void>;
  /** Query: the sources that can be imported again, with their handles. */
  sources(): Promise<readonly ImportRecord[]>;
  /** Query: bytes used and whether the browser promised to keep them; `null` where it does not say. */
  storage(): Promise<{ readonly used: number | null; readonly kept: boolean | null }>;
  /** Query: whether this window may store anything. */
  mayStore(): Promise<boolean>;
}

/** What {@link createOwnLibrary} is given by the rooms above: how a note is compiled, and how its names are packed. */
export interface NoteWork {
  readonly recompile: Recompile;
  readonly packNames: (edition: Edition) => string;
}

export function createOwnLibrary({ recompile, packNames }: NoteWork): OwnLibrary {
  const connect = libraryConnection();
  let swept = false;

  async function database() {
    const opened = await connect();
    if (!swept) {
      swept = true;
      await sweepRemoved(opened, await countDay());
    }
    return opened;
  }

  async function namesOf(note: NoteRecord): Promise<string> {
    const edition = await openNote(note, recompile);
    return edition ? packNames(edition) : '';
  }

  async function list(): Promise<readonly LibraryNote[]> {
    const opened = await database();
    const [episodes, older] = await Promise.all([ownEpisodes(opened), opened.getAllKeys('older')]);
    const replaced = new Set(older.map((key) => key.join('\n')));
    const row = (videoId: VideoId, summary: NoteSummary, state: 'own' | 'removed'): LibraryNote => {
      const { revision: _, ...shown } = summary;
      const hasOlder = state === 'own' && replaced.has(keyOfNote(videoId, summary).join('\n'));
      return { ...shown, videoId, note: ownNoteId(summary), state, hasOlder };
    };
    const notes = episodes.flatMap(({ videoId, notes: own }) => own.map((summary) => row(videoId, summary, 'own')));
    for (const { videoId, editions } of summaries) {
      for (const edition of editions) {
        notes.push({
          ...edition,
          videoId,
          state: 'bundled',
          file: '',
          source: '',
          importedAt: 0,
          bytes: 0,
          hasOlder: false,
        });
      }
    }
    // One after the other: a removed note is whole, and there may be thousands.
    for await (const { value } of opened.transaction('removed').store) {
      notes.push(row(value.videoId, value.summary, 'removed'));
    }
    return notes;
  }

  async function unfinished(): Promise<readonly UnfinishedImport[]> {
    const { held = [] } = await navigator.locks.query();
    if (held.some(({ name }) => name === 'sleevenotes-import')) return [];
    return (await (await database()).getAll('imports'))
      .filter(({ state }) => state === 'running')
      .map(({ source, kind, name, files, lastFile, handle }) => ({
        source,
        kind,
        name,
        files,
        lastFile,
        reachable: handle !== null,
      }));
  }

  return {
    list,
    unfinished,
    async read(key) {
      const note = await (await database()).get('notes', key);
      return note ? openNote(note, recompile) : null;
    },
    outdated: async () => (await outdatedNotes(await database())).length,
    remove: async (keys) => removeNotes(await database(), keys, Date.now()),
    takeBack: async (keys) => takeBack(await database(), keys, namesOf),
    restoreOlder: async (key) => restoreOlder(await database(), key, namesOf),
    sources: async () => (await database()).getAll('imports'),
    mayStore: async () => !(await isPrivate()),
    async sweep() {
      await forgetRemoved(await database());
      announceChange([]);
    },
    async forgetUnfinished(source) {
      const opened = await database();
      const record = await opened.get('imports', source);
      if (record) await opened.put('imports', { ...record, state: 'cancelled' });
    },
    async storage() {
      const [estimate, kept] = await Promise.all([
        navigator.storage.estimate?.().catch(() => null) ?? null,
        navigator.storage.persisted?.().catch(() => null) ?? null,
      ]);
      return { used: estimate?.usage ?? null, kept };
    },
  };
}
