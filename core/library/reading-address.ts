import type { LanguageTag, SectionId } from '../note/episode.ts';
import type { NoteKey } from '../note/note-id.ts';
import type { VideoId } from '../video/video-id.ts';
import type { ReadingOrder } from './neighbours.ts';

/** A note as the address of its reading page names it. */
export interface AskedNote {
  readonly videoId: VideoId;
  /** `null` for the one the reader would get. */
  readonly language: LanguageTag | null;
  readonly note: NoteKey | null;
  /** In which order the notes before and after it are offered. */
  readonly order: ReadingOrder;
}

/** The relative address of a note's reading page, for links from other pages of the extension. */
export function readingAddress({
  videoId,
  language = null,
  note = null,
  order = 'date',
}: Pick<AskedNote, 'videoId'> & Partial<AskedNote>): string {
  const given = { v: videoId, lang: language, note, by: order === 'date' ? null : order };
  const pairs = Object.entries(given).flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return `reading.html?${pairs.join('&')}`;
}

/** A section on the reading page: the fragment of its address, which is the `id` of its element. */
export const sectionAnchor = (section: SectionId): string => `section-${section}`;
