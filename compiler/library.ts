import type { Episode, EpisodeEdition } from '../core/note/episode.ts';
import { joinEditions } from '../core/note/join-notes.ts';
import { otherScript } from '../core/note/other-script.ts';
import type { Problem } from '../core/note/problem.ts';
import { fingerprint } from '../core/text/fingerprint.ts';
import type { VideoId } from '../core/video/video-id.ts';
import { type CompiledNote, compileNote } from './compile.ts';
import { type AddConversion, createConversion } from './convert-script.ts';
import type { NoteFile } from './note-file.ts';
import { editionDuplicate } from './rules/edition-duplicate.ts';
import { wholeScriptWords } from './script-words.ts';

/** The episodes of a set of notes, sorted by video id, and the problems found. */
export interface CompiledLibrary {
  readonly episodes: readonly Episode[];
  readonly problems: readonly Problem[];
}

/**
 * Compiles notes and joins those of one video into one episode: different notes become editions side by side, a transcript file
 * joins the note it belongs to, and a file with the same text as an earlier one is skipped and reported.
 */
export function compileLibrary(notes: readonly NoteFile[]): CompiledLibrary {
  const repeats = createRepeatFinder();
  const problems: Problem[] = [];
  const byVideo = new Map<VideoId, EpisodeEdition[]>();
  for (const { file, text } of notes) {
    const note = compileNote({ file, text });
    const repeated = repeats.add(file, note);
    problems.push(...note.problems, ...repeated);
    if (note.edition === null || repeated.length > 0) continue;
    const editions = byVideo.get(note.videoId) ?? [];
    // The same path on every operating system.
    const id = { origin: 'bundled', source: '', path: file.replaceAll('\\', '/') } as const;
    editions.push({ ...note.edition, note: id });
    byVideo.set(note.videoId, editions);
  }
  const episodes = [...byVideo].map(([videoId, editions]) => episodeOf(videoId, editions));
  return { episodes: episodes.sort((a, b) => (a.videoId < b.videoId ? -1 : 1)), problems };
}

function episodeOf(videoId: VideoId, notes: readonly EpisodeEdition[]): Episode {
  const editions = joinedEditions(notes);
  return { videoId, revision: fingerprint(JSON.stringify(editions)), editions };
}

/**
 * The editions made of the notes of one video, in the order given. An episode in only one script of Chinese gets conversions to
 * the other.
 *
 * @param notes At least one.
 */
export function joinedEditions(notes: readonly EpisodeEdition[]): [EpisodeEdition, ...EpisodeEdition[]] {
  const written = joinEditions(notes);
  const scripts = new Set(written.map(({ language }) => otherScript(language)).filter((script) => script !== null));
  const editions = scripts.size === 1 ? written.map((edition) => withConversion()(edition)) : written;
  return editions as [EpisodeEdition, ...EpisodeEdition[]];
}

let conversion: AddConversion | undefined;

/** Made for the first note in Chinese. The dictionaries it is made of are not kept. */
function withConversion(): AddConversion {
  conversion ??= createConversion(wholeScriptWords());
  return conversion;
}

/** Finds files with the same text as an earlier one of the same video. */
export interface RepeatFinder {
  /** The problem to report for a further note; empty unless it repeats an earlier one. */
  add(file: string, note: Pick<CompiledNote, 'videoId' | 'sourceLine' | 'fingerprint'>): Problem[];
}

export function createRepeatFinder(): RepeatFinder {
  const seen = new Map<string, string>();
  return {
    add(file, { videoId, sourceLine, fingerprint: print }) {
      if (!videoId) return [];
      const key = `${videoId} ${print}`;
      const earlier = seen.get(key);
      if (earlier === undefined) {
        seen.set(key, file);
        return [];
      }
      return [{ file, line: sourceLine, column: 1, ...editionDuplicate(earlier) }];
    },
  };
}
