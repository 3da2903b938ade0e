import type { Edition, Episode, EpisodeEdition } from '../core/note/episode.ts';
import { otherScript } from '../core/note/other-script.ts';
import type { Problem } from '../core/note/problem.ts';
import { fingerprint } from '../core/text/fingerprint.ts';
import type { VideoId } from '../core/video/video-id.ts';
import { type CompiledNote, compileNote } from './compile.ts';
import { withConversion } from './convert-script.ts';
import type { NoteFile } from './note-file.ts';
import { editionDuplicate } from './rules/edition-duplicate.ts';

/** The episodes of a set of notes, sorted by video id, and everything their authors should know. */
export interface CompiledLibrary {
  readonly episodes: readonly Episode[];
  readonly problems: readonly Problem[];
}

/**
 * Compiles notes and joins those of one video into one episode. Of two notes for the same video and language the
 * later one is kept and the clash reported.
 */
export function compileLibrary(notes: readonly NoteFile[]): CompiledLibrary {
  const clashes = createClashFinder();
  const problems: Problem[] = [];
  const byVideo = new Map<VideoId, Map<string, EpisodeEdition>>();
  for (const { file, text } of notes) {
    const note = compileNote({ file, text });
    problems.push(...note.problems, ...clashes.add(file, note));
    if (note.edition === null) continue;
    const editions = byVideo.get(note.videoId) ?? new Map<string, EpisodeEdition>();
    // The path is the same on whatever system the notes are built.
    const id = { origin: 'bundled', source: '', path: file.replaceAll('\\', '/') } as const;
    byVideo.set(note.videoId, editions.set(note.edition.language, { ...note.edition, note: id }));
  }
  const episodes = [...byVideo].map(([videoId, editions]) => episodeOf(videoId, [...editions.values()]));
  return { episodes: episodes.sort((a, b) => (a.videoId < b.videoId ? -1 : 1)), problems };
}

/** An episode in one script of Chinese can be had in the other, too; one that is written in both needs no conversion. */
function episodeOf(videoId: VideoId, written: readonly EpisodeEdition[]): Episode {
  const scripts = new Set(written.map(({ language }) => otherScript(language)).filter((script) => script !== null));
  const editions = scripts.size === 1 ? written.map(withConversion) : written;
  const [first, ...rest] = editions as [EpisodeEdition, ...EpisodeEdition[]];
  return { videoId, revision: fingerprint(JSON.stringify(editions)), editions: [first, ...rest] };
}

/** Two notes for one video and language, whichever way a set of notes is read. */
export interface ClashFinder {
  /** The problem a further note causes, if any. */
  add(file: string, note: ClashingNote): Problem[];
}

/** As much of a compiled note as tells one edition from another. */
type ClashingNote = Pick<CompiledNote, 'videoId' | 'sourceLine'> & {
  readonly edition: Pick<Edition, 'language'> | null;
};

export function createClashFinder(): ClashFinder {
  const seen = new Map<string, string>();
  return {
    add(file, { videoId, edition, sourceLine }) {
      if (!videoId || !edition) return [];
      const key = `${videoId} ${edition.language}`;
      const earlier = seen.get(key);
      seen.set(key, file);
      if (earlier === undefined) return [];
      return [{ file, line: sourceLine, column: 1, ...editionDuplicate(earlier, videoId, edition.language) }];
    },
  };
}
