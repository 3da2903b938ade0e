import type { VideoId } from '../../core/video/video-id.ts';
import type { ClockReading, SeekResult } from '../ports.ts';
import { askClock, askSeek } from './ask-player.ts';
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
  /** The present reading, or `null` while there is no player or it still holds another video. */
  read(videoId: VideoId): ClockReading | null;
  /** Moves the player, if it plays this video. While an ad is showing the jump is kept and made afterwards. */
  seek(videoId: VideoId, time: number): SeekResult;
  /** Called for every clock event of the page's own video, until the signal aborts; `steady`: it only plays on. */
  watch(tick: (steady: boolean) => void, signal: AbortSignal): void;
  /** The page no longer shows this video. */
  leave(videoId: VideoId): void;
}

export function createClock(signal: AbortSignal): Clock {
  /** Where the video itself stood, for the time an ad hides it. */
  let last: { videoId: VideoId; time: number; duration: number | null } | null = null;
  /** What the `<video>` played when the page changed: without the player's own word it may still play that. */
  let left: { videoId: VideoId; source: string } | null = null;
  let waiting: AbortController | null = null;

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
    // With stitched-in ads <video> counts the ad too; only the player's own word is the video's clock.
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

  function seek(videoId: VideoId, time: number): SeekResult {
    waiting?.abort();
    waiting = null;
    const video = findVideo();
    if (!video) return { ok: false, reason: 'no-player' };
    if (showsAd(findPlayer()) || askClock()?.ad) {
      waitForAd(videoId, time);
      return { ok: false, reason: 'ad-playing' };
    }
    const moved = askSeek(videoId, time);
    if (moved === false || (moved === null && isStale(video, videoId))) return { ok: false, reason: 'no-player' };
    if (moved === null) video.currentTime = time;
    return { ok: true, time };
  }

  function waitForAd(videoId: VideoId, time: number): void {
    const wait = new AbortController();
    waiting = wait;
    watch(
      () => {
        if (showsAd(findPlayer()) || askClock()?.ad) return;
        wait.abort();
        seek(videoId, time);
      },
      AbortSignal.any([wait.signal, signal]),
    );
  }

  function watch(tick: (steady: boolean) => void, until: AbortSignal): void {
    const own = ({ target, type }: Event) => {
      if (target === findVideo()) tick(type === 'timeupdate');
    };
    for (const name of CLOCK_EVENTS) document.addEventListener(name, own, { signal: until, capture: true });
  }

  return {
    read,
    seek,
    watch,
    leave(videoId) {
      waiting?.abort();
      waiting = null;
      const source = findVideo()?.currentSrc;
      left = source ? { videoId, source } : null;
    },
  };
}
