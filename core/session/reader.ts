import type { SectionId } from '../note/episode.ts';
import type { Settings } from '../settings/settings.ts';
import type { VideoId } from '../video/video-id.ts';

export const VIEWS = ['outline', 'glossary', 'summary'] as const;
export type View = (typeof VIEWS)[number];

/** Where the reader is in the panel. */
export interface Reader {
  /** The video whose note is read; all but `view` belongs to it. */
  readonly videoId: VideoId | null;
  readonly view: View;
  /** Sections whose text is open. */
  readonly open: ReadonlySet<SectionId>;
  /** Whether the list keeps the section playing in view; the reader's own scrolling ends that. */
  readonly following: boolean;
  /** Whether the list of all episodes lies over the note. */
  readonly browsing: boolean;
  /** A sentence about what was just asked for. */
  readonly message: string | null;
}

export type ReaderEvent =
  | { readonly type: 'video'; readonly videoId: VideoId | null }
  | { readonly type: 'view'; readonly view: View }
  | { readonly type: 'toggle'; readonly section: SectionId }
  | { readonly type: 'browse'; readonly browsing: boolean }
  | { readonly type: 'message'; readonly message: string | null }
  /** The reader scrolls. */
  | { readonly type: 'take-over' }
  /** The reader is where the video is: a jump to a section. */
  | { readonly type: 'jump' }
  /** The reader wants to be taken to the section playing. */
  | { readonly type: 'resume' };

const afresh = { open: new Set<SectionId>(), following: true, browsing: false, message: null };

export const emptyReader: Reader = { videoId: null, view: 'outline', ...afresh };

export function reduceReader(reader: Reader, event: ReaderEvent): Reader {
  switch (event.type) {
    case 'video':
      return event.videoId === reader.videoId ? reader : { ...afresh, videoId: event.videoId, view: reader.view };
    case 'view':
      return event.view === reader.view ? reader : { ...reader, view: event.view };
    case 'toggle': {
      const open = new Set(reader.open);
      if (!open.delete(event.section)) open.add(event.section);
      return { ...reader, open };
    }
    case 'browse':
      return { ...reader, browsing: event.browsing };
    case 'message':
      return { ...reader, message: event.message };
    case 'take-over':
      // In glossary and summary nothing follows, so there is nothing to end.
      return reader.view === 'outline' && reader.following ? { ...reader, following: false } : reader;
    case 'jump':
      return reader.following ? reader : { ...reader, following: true };
    case 'resume':
      return { ...reader, following: true, view: 'outline' };
  }
}

/** Whether the list is moved to the section playing. */
export function isFollowing({ view, following }: Reader, settings: Settings | null): boolean {
  return view === 'outline' && following && settings?.follow !== false;
}
