import { packNames } from '../../../core/glossary/packed-names.ts';
import type { Edition, EpisodeEdition } from '../../../core/note/episode.ts';
import type { NoteOrigin } from '../../../core/note/note-id.ts';
import { toVideoId, type VideoId } from '../../../core/video/video-id.ts';
import { gzip } from '../../../platform/store/gzip.ts';
import { EDITION_FORMAT, type LibraryDatabase, type OwnNoteKey } from '../../../platform/store/schema.ts';
import {
  type CompiledRecord,
  NOTE_STORES,
  putNote,
  type WriteTransaction,
} from '../../../platform/store/write-notes.ts';

export function videoId(text: string): VideoId {
  const id = toVideoId(text);
  if (!id) throw new Error(`not a video id: ${text}`);
  return id;
}

export function edition(language: string, title: string): Edition {
  return {
    language,
    title,
    summary: [],
    date: null,
    speakers: [],
    duration: null,
    sections: [{ id: 'one', title: 'One', level: 3, blocks: [] }],
    glossary: [
      {
        id: 'annealing',
        term: '退火',
        aliases: ['annealing'],
        definition: 'slow cooling',
        kind: 'term',
        reading: 'tui huo',
        explainedIn: 'one',
        mentionedIn: ['one'],
      },
    ],
    timestamps: {},
  };
}

/** An edition as read, of a note named after its language and title. */
export const atHand = (origin: NoteOrigin, compiled: Edition): EpisodeEdition => ({
  ...compiled,
  note: { origin, source: origin === 'own' ? 'folder:notes' : '', path: `${compiled.title}.${compiled.language}.md` },
});

/** The key of a note of the folder all notes here are from. */
export const keyed = (video: VideoId, path: string): OwnNoteKey => [video, 'folder:notes', path];

/** A note as made by the import, with the title as its text. */
export async function note(
  video: VideoId,
  language: string,
  title: string,
  file = `${title}.md`,
): Promise<CompiledRecord> {
  const compiled = edition(language, title);
  const encode = (text: string) => gzip(new TextEncoder().encode(text));
  return {
    note: {
      videoId: video,
      format: EDITION_FORMAT,
      edition: await encode(JSON.stringify(compiled)),
      file: await encode(`${title} (${language})`),
      summary: {
        language,
        title,
        sections: 1,
        terms: 1,
        revision: `revision of ${title}`,
        file,
        source: 'folder:notes',
        importedAt: 1,
        bytes: 100,
      },
    },
    packedNames: packNames(compiled),
  };
}

export async function put(database: LibraryDatabase, ...records: readonly CompiledRecord[]): Promise<string[]> {
  const transaction: WriteTransaction = database.transaction(NOTE_STORES, 'readwrite') as never;
  const outcomes = [];
  for (const record of records) outcomes.push(await putNote(transaction, record));
  await transaction.done;
  return outcomes;
}
