import type { EpisodeSummary } from '../note/episode.ts';
import { foldWords } from '../text/fold.ts';
import type { VideoId } from '../video/video-id.ts';

/** Finds the video whose note the author's program would open for a link `[[name]]`; `null` when there is none. */
export type PageIndex = (name: string) => VideoId | null;

/** Indexes episodes by file name, then by title; of two with the same name the first is meant. */
export function pageIndex(episodes: readonly EpisodeSummary[]): PageIndex {
  const files = new Map<string, VideoId>();
  const titles = new Map<string, VideoId>();
  for (const { videoId, editions } of episodes) {
    for (const { note, title } of editions) {
      add(files, fileName(note.path), videoId);
      add(titles, title, videoId);
    }
  }
  return (name) => {
    const folded = foldWords(name);
    return folded === '' ? null : (files.get(folded) ?? titles.get(folded) ?? null);
  };
}

function add(known: Map<string, VideoId>, name: string, videoId: VideoId): void {
  const folded = foldWords(name);
  if (folded !== '' && !known.has(folded)) known.set(folded, videoId);
}

/** `talks/2025/Lens.md` is the page `Lens`. */
const fileName = (path: string) => path.slice(path.lastIndexOf('/') + 1).replace(/\.\w{1,8}$/, '');
