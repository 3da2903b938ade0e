import type { SectionId } from '../note/episode.ts';
import type { Settings } from '../settings/settings.ts';
import type { Seconds } from '../time/seconds.ts';
import type { VideoId } from '../video/video-id.ts';

export const VIEWS = ['outline', 'transcript', 'glossary', 'summary', 'marks'] as const;
export type View = (typeof VIEWS)[number];

/** Where the reader is in the panel. */
export interface Reader {
  /** The video whose note is read; all but `view` belongs to it. */
  readonly videoId: VideoId | null;
  readonly view: View;
  /** Sections whose text is open. */
  readonly open: ReadonlySet<SectionId>;
  /** The section that reading along has opened. */
  readonly along: SectionId | null;
  /** Whether the list keeps the section playing in view; the reader's own scrolling ends that. */
  readonly following: boolean;
  /** Whether the list of all episodes lies over the note. */
  readonly browsing: boolean;
  /** How far each view was scrolled, in CSS pixels; a view not seen yet has none. */
  readonly tops: Tops;
  /** Whether the place of the last visit has been read; nothing is drawn before that. */
  readonly restored: boolean;
  /** A status message about the last command. */
  readonly message: string | null;
  /** Whether "back" from the last jump is offered, as it is for some seconds. */
  readonly offersBack: boolean;
  /** The correction that can be undone with one click, for some seconds. */
  readonly corrected: Corrected | null;
}

export type Tops = { readonly [view in View]?: number | undefined };

/** What is kept of a reader for the next time. */
export type ReaderPlace = Pick<Reader, 'view' | 'following' | 'tops'> & { readonly open: readonly SectionId[] };

/** A section's start as the viewer set it, before and after: `null` where it was or is not corrected. */
export interface Corrected {
  readonly section: SectionId;
  readonly before: Seconds | null;
  readonly after: Seconds | null;
}

export type ReaderEvent =
  | { readonly type: 'video'; readonly videoId: VideoId | null }
  /** The place of the last visit; `null` without one. */
  | { readonly type: 'restore'; readonly videoId: VideoId; readonly place: ReaderPlace | null }
  | { readonly type: 'scrolled'; readonly view: View; readonly top: number }
  | { readonly type: 'view'; readonly view: View }
  | { readonly type: 'toggle'; readonly section: SectionId }
  | { readonly type: 'open'; readonly sections: readonly SectionId[] }
  | { readonly type: 'close-all' }
  /** Reading along is at this section; `null` where it is off. */
  | { readonly type: 'along'; readonly section: SectionId | null }
  | { readonly type: 'browse'; readonly browsing: boolean }
  | { readonly type: 'message'; readonly message: string | null }
  | { readonly type: 'offer-back'; readonly offers: boolean }
  | { readonly type: 'corrected'; readonly corrected: Corrected | null }
  /** The reader scrolls. */
  | { readonly type: 'take-over' }
  /** The reader jumped to a section, and so is where the video is. */
  | { readonly type: 'jump' }
  /** The reader asks for the section playing. */
  | { readonly type: 'resume' };

const afresh = {
  open: new Set<SectionId>(),
  along: null,
  following: true,
  browsing: false,
  tops: {},
  restored: false,
  message: null,
  offersBack: false,
  corrected: null,
};

export const emptyReader: Reader = { videoId: null, view: 'outline', ...afresh };

export function reduceReader(reader: Reader, event: ReaderEvent): Reader {
  switch (event.type) {
    case 'video':
      return event.videoId === reader.videoId ? reader : { ...afresh, videoId: event.videoId, view: reader.view };
    case 'restore':
      if (event.videoId !== reader.videoId || reader.restored) return reader;
      return event.place
        ? { ...reader, ...event.place, open: new Set(event.place.open), restored: true }
        : { ...reader, restored: true };
    case 'scrolled':
      return { ...reader, tops: { ...reader.tops, [event.view]: event.top } };
    case 'view':
      return event.view === reader.view ? reader : { ...reader, view: event.view };
    case 'toggle': {
      const open = new Set(reader.open);
      if (!isOpen(reader, event.section)) return { ...reader, open: open.add(event.section) };
      open.delete(event.section);
      // To close the section being read along is to stop reading along.
      return event.section === reader.along ? { ...reader, open, along: null, following: false } : { ...reader, open };
    }
    case 'open':
      return { ...reader, open: new Set([...reader.open, ...event.sections]) };
    case 'close-all':
      return { ...reader, open: new Set(), along: null, following: reader.following && reader.along === null };
    case 'along':
      return event.section === reader.along ? reader : { ...reader, along: event.section };
    case 'browse':
      return { ...reader, browsing: event.browsing };
    case 'message':
      return { ...reader, message: event.message };
    case 'offer-back':
      return { ...reader, offersBack: event.offers };
    case 'corrected':
      return { ...reader, corrected: event.corrected && sinceFirst(reader.corrected, event.corrected) };
    case 'take-over':
      // In the other views nothing follows, so there is nothing to end.
      return hasPlaying(reader) && reader.following ? { ...reader, following: false } : reader;
    case 'jump':
      return reader.following ? reader : { ...reader, following: true };
    case 'resume':
      return { ...reader, following: true, view: hasPlaying(reader) ? reader.view : 'outline' };
  }
}

export const placeOf = ({ view, open, following, tops }: Reader): ReaderPlace => ({
  view,
  open: [...open],
  following,
  tops,
});

export const isOpen = ({ open, along }: Reader, section: SectionId): boolean => open.has(section) || along === section;

/**
 * Undo after several corrections of one section in a row restores the time before the first. A removal stands by itself: its
 * undo brings the removed time back.
 */
function sinceFirst(last: Corrected | null, now: Corrected): Corrected {
  const inARow = last?.section === now.section && last.after !== null && now.after !== null;
  return inARow ? { ...now, before: last.before } : now;
}

/** Whether the view shows what is playing, which it can be moved to. */
export const hasPlaying = ({ view }: Reader): boolean => view === 'outline' || view === 'transcript';

/** Whether the list is moved to the section playing. */
export function isFollowing(reader: Reader, settings: Settings | null): boolean {
  return hasPlaying(reader) && reader.following && settings?.follow !== false;
}
