import type { Episode, EpisodeEdition, LanguageTag } from '../note/episode.ts';
import type { Settings } from '../settings/settings.ts';
import type { Seconds } from '../time/seconds.ts';
import type { Corrections } from '../timeline/corrections.ts';
import type { RememberedOfVideo } from '../timeline/remembered.ts';
import type { Evidence, Timeline } from '../timeline/timeline.ts';
import type { AskedTranslations } from '../transcript/asked-translations.ts';
import type { Transcript } from '../transcript/cue.ts';
import type { KeptTranscript } from '../transcript/kept-transcript.ts';
import type { VideoId } from '../video/video-id.ts';
import type { Elsewhere } from './elsewhere.ts';
import type { NotePreference } from './note-preference.ts';
import type { Asking, ClockReading, PageEvent, PageState } from './page.ts';

/**
 * What is known about the video being watched. All of it but `settings` is about `page`'s video, never an earlier one.
 * What follows from it (the edition shown, its times, the section playing) is in `Watched`.
 */
export interface Session {
  /** `null` until the tab is known. */
  readonly page: PageState | null;
  /** `null` until they are read. */
  readonly settings: Settings | null;
  /** `undefined` while the library is being searched, `null` when it has no note for the video. */
  readonly episode: Episode | null | undefined;
  readonly trouble: LibraryTrouble | null;
  /** Notes of catalogs that are not here; `undefined` while the library looks. */
  readonly elsewhere: Elsewhere | undefined;
  /** Why the library could not answer for this video; `null` when it could. */
  readonly failure: { readonly reason: unknown } | null;
  readonly clock: ClockReading | null;
  /** The page's evidence, without the viewer's own transcript. */
  readonly evidence: Evidence | null;
  /** The page's transcripts, one in each language, in the order of their arrival. */
  readonly heard: readonly Transcript[];
  /** The viewer's own transcript for the video: `undefined` until storage answers, `null` when there is none. */
  readonly kept: KeptTranscript | null | undefined;
  /** The viewer's corrections of all notes about the video; `null` until storage answers. */
  readonly corrections: Corrections | null;
  /** Which of several notes in one language is wanted; `null` until storage answers. */
  readonly preference: NotePreference | null;
  /** The aligner's latest timeline. */
  readonly aligned: Aligned | null;
  /** State of the request for the player's captions; `null` before one is made. */
  readonly asking: Asking | null;
  /** Times remembered from transcripts of earlier visits; `null` until storage answers. */
  readonly remembered: RememberedOfVideo | null;
  /** Translations of the captions that YouTube was asked for; `null` until storage answers. */
  readonly translations: AskedTranslations | null;
  /** Whether times from this visit could not be stored for the next one. */
  readonly notRemembered: boolean;
  /** The language chosen by hand for this video: `undefined` until storage answers, `null` when none was. */
  readonly language: LanguageTag | null | undefined;
  /** Where the viewer was before the last jump. */
  readonly cameFrom: Seconds | null;
  /** The moment at which a link has opened the video, another object for each time it is opened; `null` when none did. */
  readonly sentTo: { readonly time: Seconds } | null;
  /** What was selected on the page; empty when nothing was. */
  readonly selection: string;
}

/** A timeline and the edition it is for: a written one, never a conversion. */
export interface Aligned {
  readonly edition: EpisodeEdition;
  readonly timeline: Timeline;
  /** The transcript that explains the note best; `null` where there was none. */
  readonly transcript: Transcript | null;
}

/**
 * Why the viewer's own notes are missing. `newer`: the library was made by a newer version of the extension; `refused`: the
 * browser does not open it; `unfinished`: a page of ours began to show them and never finished.
 */
export type LibraryTrouble = 'newer' | 'refused' | 'unfinished';

export type SessionEvent =
  | Exclude<PageEvent, { readonly type: 'step' | 'mark' }>
  | { readonly type: 'settings'; readonly settings: Settings }
  | {
      readonly type: 'episode';
      readonly videoId: VideoId;
      readonly episode: Episode | null;
      readonly trouble: LibraryTrouble | null;
    }
  | { readonly type: 'elsewhere'; readonly videoId: VideoId; readonly elsewhere: Elsewhere }
  | { readonly type: 'failure'; readonly videoId: VideoId; readonly reason: unknown }
  | { readonly type: 'kept'; readonly videoId: VideoId; readonly kept: KeptTranscript | null }
  | { readonly type: 'corrections'; readonly videoId: VideoId; readonly corrections: Corrections }
  | { readonly type: 'preference'; readonly videoId: VideoId; readonly preference: NotePreference }
  | { readonly type: 'remembered'; readonly videoId: VideoId; readonly remembered: RememberedOfVideo }
  | { readonly type: 'translations'; readonly videoId: VideoId; readonly translations: AskedTranslations }
  | { readonly type: 'not-remembered'; readonly videoId: VideoId }
  | { readonly type: 'aligned'; readonly videoId: VideoId; readonly aligned: Aligned }
  | { readonly type: 'language'; readonly videoId: VideoId; readonly language: LanguageTag | null }
  | { readonly type: 'jumped'; readonly videoId: VideoId; readonly from: Seconds }
  | { readonly type: 'returned' };

/** The session of a video before anything is known. */
const nothing = {
  episode: undefined,
  trouble: null,
  elsewhere: undefined,
  failure: null,
  clock: null,
  evidence: null,
  heard: [],
  kept: undefined,
  corrections: null,
  preference: null,
  aligned: null,
  asking: null,
  remembered: null,
  translations: null,
  notRemembered: false,
  language: undefined,
  cameFrom: null,
  sentTo: null,
  selection: '',
} satisfies Omit<Session, 'page' | 'settings'>;

export const emptySession: Session = { page: null, settings: null, ...nothing };

/** The video the page shows or should show, or `null`. */
export function videoOf(page: PageState | null): VideoId | null {
  return page?.kind === 'video' || page?.kind === 'no-answer' ? page.videoId : null;
}

/** Applies one event. Events about another video than the page's are late and change nothing. */
export function reduceSession(session: Session, event: SessionEvent): Session {
  const videoId = videoOf(session.page);
  const about = event.type === 'clock' ? event.reading.videoId : 'videoId' in event ? event.videoId : videoId;
  if (about !== videoId) return session;
  switch (event.type) {
    case 'page':
      return videoOf(event.page) === videoId && videoId !== null
        ? { ...session, page: event.page }
        : { ...nothing, page: event.page, settings: session.settings };
    case 'settings':
      return { ...session, settings: event.settings };
    case 'clock':
      return { ...session, clock: event.reading };
    case 'evidence':
      return { ...session, evidence: event.evidence, heard: withTranscript(session.heard, event.evidence.transcript) };
    case 'episode':
      return { ...session, episode: event.episode, trouble: event.trouble, failure: null };
    case 'elsewhere':
      return { ...session, elsewhere: event.elsewhere };
    case 'failure':
      return { ...session, failure: { reason: event.reason } };
    case 'kept':
      return { ...session, kept: event.kept };
    case 'corrections':
      return { ...session, corrections: event.corrections };
    case 'preference':
      return { ...session, preference: event.preference };
    case 'aligned':
      return { ...session, aligned: event.aligned };
    case 'remembered':
      return { ...session, remembered: event.remembered };
    case 'translations':
      return { ...session, translations: event.translations };
    case 'not-remembered':
      return { ...session, notRemembered: true };
    case 'asking':
      return { ...session, asking: event.asking };
    case 'jumped':
      return { ...session, cameFrom: event.from };
    case 'language':
      return { ...session, language: event.language };
    case 'selection':
      return { ...session, selection: event.text };
    case 'sent':
      return { ...session, sentTo: { time: event.to } };
    case 'returned':
      return { ...session, cameFrom: null };
  }
}

/** Transcripts kept: viewers switch between a few languages; comparing more would be wasted. */
const MOST_HEARD = 4;

/** A transcript replaces an earlier one in its language: rows of the transcript panel grow as one scrolls. */
function withTranscript(heard: readonly Transcript[], transcript: Transcript | null): readonly Transcript[] {
  if (!transcript || heard.includes(transcript)) return heard;
  const at = heard.findIndex(({ language }) => language === transcript.language);
  return at === -1 ? [...heard, transcript].slice(-MOST_HEARD) : heard.with(at, transcript);
}
