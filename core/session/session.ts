import type { Episode, LanguageTag } from '../note/episode.ts';
import type { Seconds } from '../time/seconds.ts';
import type { Evidence, Timeline } from '../timeline/timeline.ts';
import type { VideoId } from '../video/video-id.ts';
import type { ClockReading, PageEvent, PageState } from './page.ts';

/** What the panel knows about the video being watched. Everything in it is about `page`'s video, never an earlier one. */
export interface Session {
  /** `null` until the first word about the tab. */
  readonly page: PageState | null;
  /** `undefined` while the library is asked, `null` when it has no note for the video. */
  readonly episode: Episode | null | undefined;
  readonly clock: ClockReading | null;
  readonly evidence: Evidence | null;
  readonly timeline: Timeline | null;
  /** The language chosen by hand for this video. */
  readonly language: LanguageTag | null;
  /** Where the viewer was before the last jump. */
  readonly cameFrom: Seconds | null;
  /** What was selected on the page; empty when nothing was. */
  readonly selection: string;
}

export type SessionEvent =
  | PageEvent
  | { readonly type: 'episode'; readonly videoId: VideoId; readonly episode: Episode | null }
  | { readonly type: 'timeline'; readonly videoId: VideoId; readonly timeline: Timeline }
  | { readonly type: 'language'; readonly language: LanguageTag }
  | { readonly type: 'jumped'; readonly videoId: VideoId; readonly from: Seconds }
  | { readonly type: 'returned' };

const nothing = {
  episode: undefined,
  clock: null,
  evidence: null,
  timeline: null,
  language: null,
  cameFrom: null,
  selection: '',
};

export const emptySession: Session = { page: null, ...nothing };

/** The video the page shows or should show, or `null`. */
export function videoOf(page: PageState | null): VideoId | null {
  return page?.kind === 'video' || page?.kind === 'no-answer' ? page.videoId : null;
}

/** Takes one event in. Whatever is about another video than the page's is too late and changes nothing. */
export function reduceSession(session: Session, event: SessionEvent): Session {
  const videoId = videoOf(session.page);
  switch (event.type) {
    case 'page':
      return videoOf(event.page) === videoId && videoId !== null
        ? { ...session, page: event.page }
        : { page: event.page, ...nothing };
    case 'clock':
      return event.reading.videoId === videoId ? { ...session, clock: event.reading } : session;
    case 'evidence':
      return event.videoId === videoId ? { ...session, evidence: event.evidence } : session;
    case 'episode':
      return event.videoId === videoId ? { ...session, episode: event.episode } : session;
    case 'timeline':
      return event.videoId === videoId ? { ...session, timeline: event.timeline } : session;
    case 'jumped':
      return event.videoId === videoId ? { ...session, cameFrom: event.from } : session;
    case 'language':
      return { ...session, language: event.language };
    case 'selection':
      return { ...session, selection: event.text };
    case 'step':
      // The panel turns it into a jump; nothing is known that was not known before.
      return session;
    case 'returned':
      return { ...session, cameFrom: null };
  }
}
