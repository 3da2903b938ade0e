import type { LanguageTag } from '../note/episode.ts';
import type { NoteKey } from '../note/note-id.ts';
import type { VideoId } from '../video/video-id.ts';

/** An entry chosen from a list. */
export interface Chosen {
  readonly videoId: VideoId;
  readonly entryId: string;
  /** `null` when any edition will do. */
  readonly language: LanguageTag | null;
  /** Its note, where several are in that language. */
  readonly note?: NoteKey | undefined;
}

/** An entry chosen from a list, with the notes in which it means the same. */
export interface Choice extends Chosen {
  /** The title of its note. */
  readonly title: string;
  readonly others: readonly (Chosen & { readonly title: string })[];
}

/** The request in the lookup page's address: a text, and an entry if one was chosen. */
export interface Asked {
  readonly query: string;
  readonly chosen: Chosen | null;
}
