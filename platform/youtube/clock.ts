import type { VideoId } from '../../core/video/video-id.ts';
import type { ClockReading } from '../ports.ts';
import { askClock } from './ask-player.ts';
import { findPlayer, findVideo, showsAd } from './player.ts';

const CLOCK_EVENTS = [
  'timeupdate',
  'seeking',
  'seeked',
  'playing',
  'waiting',
  'pause',
  'ratechange',
  'ended',
  'durationchange',
  'emptied',
];

/** The clock of the page's own video. One per page. */
export interface Clock {
  /** The current reading, or `null` while there is no player or it still has another video. */
  read(videoId: VideoId): ClockReading | null;
  /** Whether a `<video>` still has the previous video after the page changed to this one. */
  isStale(video: HTMLVideoElement, videoId: VideoId): boolean;
  /**
   * Calls `tick` for the clock events of the page's own video, until the signal aborts: at once when anything but
   * steady playback happens, otherwise at most every `restMs`.
   */
  watch(tick: () => void, signal: AbortSignal, restMs?: number): void;
  /** The page no longer shows this video. */
  leave(videoId: VideoId): void;
}

export function createClock(): Clock {
  /** The video's own time while an ad covers it. */
  let last: { videoId: VideoId; time: number; duration: number | null } | null = null;
  /** What the `<video>` played when the page changed; until the player says otherwise it may still play that. */
  let left: { videoId: VideoId; source: string } | null = null;

  function isStale(video: HTMLVideoElement, videoId: VideoId): boolean {
    return left !== null && left.videoId !== videoId && left.source === video.currentSrc;
  }

  function read(videoId: VideoId): ClockReading | null {
    const video = findVideo();
    if (!video) return null;
    const told = askClock();
    const ad = showsAd(findPlayer()) || told?.ad === true;
    if (told ? told.id !== videoId && !ad : isStale(video, videoId)) return null;
    const live = told?.live ?? video.duration === Number.POSITIVE_INFINITY;
    const kept = last?.videoId === videoId ? last : null;
    // With stitched-in ads <video> counts the ad too; only the player's own time is the video's.
    const time = ad ? (kept?.time ?? 0) : (told?.time ?? video.currentTime);
    const length = ad ? kept?.duration : (told?.duration ?? video.duration);
    const duration = !live && length && Number.isFinite(length) && length > 0 ? length : null;
    if (!ad) last = { videoId, time, duration };
    return {
      videoId,
      time,
      duration,
      playing: !ad && !video.paused && !video.ended && video.readyState >= HTMLMediaElement.HAVE_FUTURE_DATA,
      rate: video.playbackRate,
      ad,
      live,
    };
  }

  function watch(tick: () => void, until: AbortSignal, restMs = 0): void {
    let tickedAt = Number.NEGATIVE_INFINITY;
    const own = ({ target, type }: Event) => {
      const now = performance.now();
      // Checked first, because this runs four times a second for hours.
      if (type === 'timeupdate' && now - tickedAt < restMs) return;
      if (target !== findVideo()) return;
      tickedAt = now;
      tick();
    };
    for (const name of CLOCK_EVENTS) document.addEventListener(name, own, { signal: until, capture: true });
  }

  return {
    read,
    isStale,
    watch,
    leave(videoId) {
      const source = findVideo()?.currentSrc;
      left = source ? { videoId, source } : null;
    },
  };
}
