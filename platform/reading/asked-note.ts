import { READING_ORDERS } from '../../core/library/neighbours.ts';
import type { AskedNote } from '../../core/library/reading-address.ts';
import type { Edition, Episode, EpisodeEdition } from '../../core/note/episode.ts';
import { noteKey, readNoteKey } from '../../core/note/note-id.ts';
import { toVideoId } from '../../core/video/video-id.ts';
import type { LanguageChoicesPort, LibraryPort, NoteChoicesPort } from '../ports.ts';
import type { OwnNoteKey } from '../store/schema.ts';

/** The note an address asks for, by the part of it from `?` on; `null` when it names no video. */
export function readReadingAddress(search: string): AskedNote | null {
  const given = new URLSearchParams(search);
  const videoId = toVideoId(given.get('v') ?? '');
  const order = READING_ORDERS.find((each) => each === given.get('by')) ?? 'date';
  return videoId && { videoId, language: given.get('lang'), note: given.get('note'), order };
}

/** The stored choices, but what the address asks for comes first until something else is chosen. */
export function askedFirst(
  asked: AskedNote,
  languages: LanguageChoicesPort,
  choices: NoteChoicesPort,
): { readonly languages: LanguageChoicesPort; readonly choices: NoteChoicesPort } {
  let { language, note } = asked;
  return {
    languages: {
      ...languages,
      read: async (videoId) => language ?? (await languages.read(videoId)),
      choose(videoId, chosen) {
        const before = language;
        language = chosen;
        return languages.choose(videoId, chosen).catch((error: unknown) => {
          language = before;
          throw error;
        });
      },
    },
    choices: {
      ...choices,
      async read(videoId) {
        const preference = await choices.read(videoId);
        return note === null ? preference : { ...preference, notes: [note, ...preference.notes] };
      },
      choose(videoId, chosen) {
        const before = note;
        note = null;
        return choices.choose(videoId, chosen).catch((error: unknown) => {
          note = before;
          throw error;
        });
      },
    },
  };
}

/**
 * The library in which an episode has the note asked for, also one that is nothing but a transcript and otherwise shows
 * as part of another.
 *
 * @param readOwn A note of the viewer's own by itself.
 */
export function withAskedNote(
  library: LibraryPort,
  asked: AskedNote,
  readOwn: (key: OwnNoteKey) => Promise<Edition | null>,
): LibraryPort {
  return {
    ...library,
    async find(videoId) {
      const episode = await library.find(videoId);
      const note = asked.note === null ? null : readNoteKey(asked.note);
      if (note?.origin !== 'own' || episode?.editions.some((edition) => noteKey(edition.note) === asked.note)) {
        return episode;
      }
      const edition = await readOwn([videoId, note.source, note.path]);
      return edition ? withEdition(episode, { videoId, revision: '' }, { ...edition, note }) : episode;
    },
  };
}

function withEdition(
  episode: Episode | null,
  empty: Pick<Episode, 'videoId' | 'revision'>,
  edition: EpisodeEdition,
): Episode {
  return { ...(episode ?? empty), editions: [edition, ...(episode?.editions ?? [])] };
}
