import type { EpisodeSummary } from '../note/episode.ts';
import { foldWords } from '../text/fold.ts';
import type { VideoId } from '../video/video-id.ts';

/** Finds the video whose note an author's program would open for a link to a page: `[[name]]`. `null` when none is at hand. */
export type PageIndex = (name: string) => VideoId | null;

/** Knows episodes by their titles and by the names of their files; of two with one name the first is meant, titles last. */
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
