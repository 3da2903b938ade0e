/**
 * The contracts between the product and the outside world, grouped by who answers. Types only.
 * `entrypoints/` put real implementations from `platform/` behind them; `components/` never see them.
 */
import type { Episode, EpisodeSummary } from '../core/note/episode.ts';
import type { Settings } from '../core/settings/settings.ts';
import type { Seconds } from '../core/time/seconds.ts';
import type { Anchor, Evidence } from '../core/timeline/timeline.ts';
import type { VideoId } from '../core/video/video-id.ts';

export type Unsubscribe = () => void;

// ── The page of the video ───────────────────────────────────────────────────────────────────────

/** Where the tab stands. Every member that is about a video names it: navigation can overtake a message. */
export type PageState =
  /** A video's page; `title` is YouTube's, `null` until known. */
  | { readonly kind: 'video'; readonly videoId: VideoId; readonly title: string | null }
  /** YouTube, but no video (home, search, a channel). */
  | { readonly kind: 'no-video' }
  /** Not YouTube at all, or no tab. */
  | { readonly kind: 'elsewhere' }
  /** A video's address, but nobody answers there: the page must be reloaded. */
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

export type PageEvent =
  /** Event: the tab went to another page or video, or the page (dis)appeared. Always sent first. */
  | { readonly type: 'page'; readonly page: PageState }
  /** Event: about four times a second while playing, and on every jump, pause and change of speed. */
  | { readonly type: 'clock'; readonly reading: ClockReading }
  /** Event: all evidence known by now for this video; replaces what was sent before. */
  | { readonly type: 'evidence'; readonly videoId: VideoId; readonly evidence: Evidence }
  /** Event: the viewer pressed the page key for the next (1) or the previous (-1) section. */
  | { readonly type: 'step'; readonly videoId: VideoId; readonly by: 1 | -1 };

/**
 * Why a seek did not happen (yet). `ad-playing`: it is kept and done when the ad ends; `video-changed`: the page
 * shows another video by now, nothing was moved; `no-player`: there is no player; `no-answer`: the page is gone.
 */
export type SeekFailure = 'ad-playing' | 'video-changed' | 'no-player' | 'no-answer';

export type SeekResult =
  | { readonly ok: true; readonly time: Seconds }
  | { readonly ok: false; readonly reason: SeekFailure };

/** A section start to be drawn on the player's progress bar. */
export interface Marker {
  readonly start: Seconds;
  readonly title: string;
}

/** The active tab of this window, as seen from an extension page (panel, popup). */
export interface PagePort {
  /** Query and events: calls `listener` at once with the present state and then with all that happens. */
  subscribe(listener: (event: PageEvent) => void): Unsubscribe;
  /** Command: moves the player, if it still plays this very video. */
  seek(videoId: VideoId, time: Seconds): Promise<SeekResult>;
  /** Command: draws (or with an empty list removes) section markers on this video's progress bar. */
  setMarkers(videoId: VideoId, markers: readonly Marker[]): void;
  /** Command: opens the video at that time in the active tab, keeping this one when it is the same video. */
  open(videoId: VideoId, time: Seconds | null): Promise<void>;
}

// ── The notes at hand ───────────────────────────────────────────────────────────────────────────

export interface LibraryPort {
  /** Query: the episode for a video, own notes before bundled ones; `null` when there is none. */
  find(videoId: VideoId): Promise<Episode | null>;
  /** Query: everything at hand, without the texts. */
  list(): Promise<readonly EpisodeSummary[]>;
  /** Event: notes were added, changed or removed (an edit while developing counts). */
  subscribe(listener: () => void): Unsubscribe;
}

// ── What is kept for the viewer ─────────────────────────────────────────────────────────────────

export interface SettingsPort {
  read(): Promise<Settings>;
  /** Command: merges the change into what is stored. */
  update(change: Partial<Settings>): Promise<void>;
  /** Event: calls `listener` on every change, also one made elsewhere. */
  subscribe(listener: (settings: Settings) => void): Unsubscribe;
}

/** "This section starts now": corrections per video. Nothing is stored in a private window. */
export interface AnchorsPort {
  read(videoId: VideoId): Promise<readonly Anchor[]>;
  write(videoId: VideoId, anchors: readonly Anchor[]): Promise<void>;
}

/** The terms looked up last, newest first. Nothing is stored in a private window. */
export interface RecentsPort {
  read(): Promise<readonly RecentLookup[]>;
  add(lookup: RecentLookup): Promise<void>;
  clear(): Promise<void>;
}

export interface RecentLookup {
  readonly term: string;
  readonly videoId: VideoId;
  readonly entryId: string;
}
