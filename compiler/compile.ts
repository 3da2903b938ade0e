import type { Edition, Episode } from '../core/note/episode.ts';
import type { Problem } from '../core/note/problem.ts';
import type { VideoId } from '../core/video/video-id.ts';

/** A note as it was read: its path (for messages only) and its text. */
export interface NoteFile {
  readonly file: string;
  readonly text: string;
}

/** One note compiled. `edition` and `videoId` are `null` exactly when `problems` holds an error. */
export type CompiledNote =
  | { readonly videoId: VideoId; readonly edition: Edition; readonly problems: readonly Problem[] }
  | { readonly videoId: null; readonly edition: null; readonly problems: readonly Problem[] };

/** The episodes of a set of notes, sorted by video id, and everything their authors should know. */
export interface CompiledLibrary {
  readonly episodes: readonly Episode[];
  readonly problems: readonly Problem[];
}

/** Compiles one note. Never throws: whatever is wrong with the text is a problem. */
export function compileNote(note: NoteFile): CompiledNote {
  throw new Error(`not written yet: ${note.file}`);
}

/**
 * Compiles notes and joins those of one video into one episode. Of two notes for the same video and language the
 * later one is kept and the clash reported.
 */
export function compileLibrary(notes: readonly NoteFile[]): CompiledLibrary {
  throw new Error(`not written yet: ${notes.length}`);
}
