import type { Seconds } from '../time/seconds.ts';
import type { Evidence } from '../timeline/timeline.ts';
import type { VideoId } from '../video/video-id.ts';

/** Where the tab stands. Every member that is about a video names it: navigation can overtake a message. */
export type PageState =
  /** A video's page; `title` is YouTube's, `null` until known. */
  | { readonly kind: 'video'; readonly videoId: VideoId; readonly title: string | null }
  /** YouTube, but no video (home, search, a channel). */
  | { readonly kind: 'no-video' }
  /** Not YouTube at all, or no tab. */
  | { readonly kind: 'elsewhere' }
  /** The viewer or the browser withholds YouTube's pages from us (Firefox); `PagePort.allow` asks for them. */
  | { readonly kind: 'no-permission' }
  /** A video's address, but no content script answers: the page must be reloaded. */
  | { readonly kind: 'no-answer'; readonly videoId: VideoId };

/** The player's clock at one moment. Ads are not part of it: `time` is the video's own. */
export interface ClockReading {
  readonly videoId: VideoId;
  readonly time: Seconds;
  /** `null` for a live stream or while unknown. */
  readonly duration: Seconds | null;
  readonly playing: boolean;
  /** 1 is normal speed. */
  readonly rate: number;
  /** An advertisement is showing; `time` stands still at the video's own position. */
  readonly ad: boolean;
  readonly live: boolean;
}

/** State of the request for captions from YouTube's player. */
export type Asking =
  /** An advertisement is playing; the player is asked when it is over. */
  | { readonly step: 'ad' }
  | {
      readonly step: 'asking';
      /** The language YouTube is being asked to translate captions to, BCP 47; absent otherwise. */
      readonly translateTo?: string;
    }
  | {
      readonly step: 'read';
      /** Of the track, before any translation; BCP 47. */
      readonly language: string;
      /** Whether it is the language of the original sound, which YouTube need not tell. */
      readonly original: 'yes' | 'no' | 'unknown';
      readonly translated: boolean;
    }
  | { readonly step: 'failed'; readonly why: AskingFailure };

/**
 * Why the player gave no captions. `no-captions`: it lists none; `nothing-came`: it lists some and gave none; `live`: they
 * are not whole yet; `limited`: YouTube refuses for now, because too much was asked for; `no-player`: there is no player; `no-answer`:
 * the page is gone.
 */
export type AskingFailure = 'no-captions' | 'nothing-came' | 'live' | 'limited' | 'no-player' | 'no-answer';

export type PageEvent =
  /** Event: the tab went to another page or video, or the page (dis)appeared. Always sent first. */
  | { readonly type: 'page'; readonly page: PageState }
  /** Event: about four times a second while playing (most of them extrapolated), and on every jump, pause and change of speed. */
  | { readonly type: 'clock'; readonly reading: ClockReading }
  /** Event: all evidence known by now for this video; replaces what was sent before. */
  | { readonly type: 'evidence'; readonly videoId: VideoId; readonly evidence: Evidence }
  /** Event: state of the request for the player's captions; `null` without one. */
  | { readonly type: 'asking'; readonly videoId: VideoId; readonly asking: Asking | null }
  /** Event: the text selected on the page when an extension page opened. */
  | { readonly type: 'selection'; readonly text: string }
  /** Event: the viewer pressed the page key for the next (1) or the previous (-1) section. */
  | { readonly type: 'step'; readonly videoId: VideoId; readonly by: 1 | -1 }
  /** Event: while our page was open the tab went to an address that opens the video at this moment, as a shared link does. */
  | { readonly type: 'sent'; readonly videoId: VideoId; readonly to: Seconds }
  /** Event: the viewer pressed the page key that marks a moment. */
  | ({ readonly type: 'mark' } & PressedMoment);

/** The player at the moment the viewer pressed the key that marks it. */
export interface PressedMoment {
  readonly videoId: VideoId;
  /** Of the mark to be made, so that two panels beside one page make the same one. */
  readonly id: string;
  /** The video's own time, also during an ad. */
  readonly time: Seconds;
  readonly rate: number;
}

/**
 * Why a seek did not happen (yet). `ad-playing`: it is kept and done when the ad ends; `video-changed`: the page
 * shows another video by now, nothing was moved; `no-player`: there is no player; `no-answer`: the page is gone.
 */
export type SeekFailure = 'ad-playing' | 'video-changed' | 'no-player' | 'no-answer';

export type SeekResult =
  | { readonly ok: true; readonly time: Seconds }
  | { readonly ok: false; readonly reason: SeekFailure };

/** A section start or a mark of the viewer's to be drawn on the player's progress bar. */
export interface Marker {
  readonly start: Seconds;
  readonly title: string;
  /** Absent for a section start. */
  readonly kind?: 'mark';
}
