import type { Catalog } from '../../core/catalog/catalog.ts';
import { nameFilesOf } from '../../core/catalog/name-files.ts';
import { decodeNames, encodeNames, encodeNamesOf, withNameNews } from '../../core/catalog/names.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import type { NewNote } from './pack-note.ts';
import { contentsOf, type PublishedFiles } from './published-files.ts';
import { STATE_FILE } from './publisher-state.ts';

/** With more episodes the names (some 850 bytes each) would be too large for lookups, so they are not published. */
export const MOST_NAMED = 20_000;

/** Collects the names of a catalog's glossaries: of new and changed videos; the rest is read from what was published before. */
export interface NameCollection {
  add(videoId: VideoId, notes: readonly Pick<NewNote, 'file' | 'language' | 'names'>[]): void;
  /** The list of these videos' names. Throws when what was published before is missing or damaged. */
  all(videos: readonly VideoId[]): Promise<string>;
  /** The list of the changed videos' names, with removed videos as empty ones. */
  changed(removed: readonly VideoId[]): string;
}

export function collectNames(files: PublishedFiles, published: Catalog | null): NameCollection {
  /** One line per video. */
  const fresh = new Map<VideoId, string>();

  async function before(): Promise<Map<VideoId, string>> {
    const lists = [];
    for (const { file } of published ? nameFilesOf(published) : []) {
      const contents = await contentsOf(files, file);
      const list = contents && decodeNames(contents.toString());
      if (!list) throw new Error(`${file}: missing or damaged. Delete ${STATE_FILE} in the folder and publish again.`);
      lists.push(list);
    }
    const [base = [], ...news] = lists;
    return new Map(withNameNews(base, news).map((one) => [one.videoId, encodeNamesOf(one)]));
  }

  return {
    add(videoId, notes) {
      const packed = notes.map(({ file, language, names }) => ({ file, language, packed: names }));
      // With more, no list is published, and memory stays flat.
      if (packed.length > 0 && fresh.size <= MOST_NAMED) fresh.set(videoId, encodeNamesOf({ videoId, notes: packed }));
    },
    async all(videos) {
      const known = videos.every((videoId) => fresh.has(videoId)) ? new Map<VideoId, string>() : await before();
      return videos.flatMap((videoId) => fresh.get(videoId) ?? known.get(videoId) ?? []).join('\n');
    },
    changed(removed) {
      const gone = removed.map((videoId) => ({ videoId, notes: [] }));
      return [...[...fresh].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line), encodeNames(gone)]
        .filter((line) => line !== '')
        .join('\n');
    },
  };
}
