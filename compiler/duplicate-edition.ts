import type { LanguageTag } from '../core/note/episode.ts';
import type { Problem } from '../core/note/problem.ts';
import type { VideoId } from '../core/video/video-id.ts';
import type { NoteFile } from './note-file.ts';
import { lineOfKey } from './reporter.ts';

/** Rule `edition-duplicate`: a later note for the same video and language replaces the earlier one. */
export function duplicateEdition(note: NoteFile, earlier: string, videoId: VideoId, language: LanguageTag): Problem {
  const message = `${earlier} is for the same video and language (${videoId}, ${language}): this one replaces it`;
  const line = lineOfKey(note.text, 'source');
  return { file: note.file, line, column: 1, severity: 'warning', rule: 'edition-duplicate', message };
}
