import type { VideoId } from '../../core/video/video-id.ts';
import type { SeekResult } from '../ports.ts';
import { askClock, askSeek } from './ask-player.ts';
import type { Clock } from './clock.ts';
import { findPlayer, findVideo, showsAd } from './player.ts';

/** Moves the page's player. One per page. */
export interface Seeker {
  /** Moves the player, if it plays this video. While an ad is showing the jump is kept and made afterwards. */
  seek(videoId: VideoId, time: number): SeekResult;
  /** Drops a jump that waits for an ad to end. */
  drop(): void;
}

export function createSeeker(clock: Clock, signal: AbortSignal): Seeker {
  let waiting: AbortController | null = null;

  function drop(): void {
    waiting?.abort();
    waiting = null;
  }

  function seek(videoId: VideoId, time: number): SeekResult {
    drop();
    const video = findVideo();
    if (!video) return { ok: false, reason: 'no-player' };
    if (showsAd(findPlayer()) || askClock()?.ad) {
      waitForAd(videoId, time);
      return { ok: false, reason: 'ad-playing' };
    }
    const moved = askSeek(videoId, time);
    if (moved === false || (moved === null && clock.isStale(video, videoId))) return { ok: false, reason: 'no-player' };
    if (moved === null) video.currentTime = time;
    return { ok: true, time };
  }

  function waitForAd(videoId: VideoId, time: number): void {
    const wait = new AbortController();
    waiting = wait;
    clock.watch(
      () => {
        const told = askClock();
        // Between ad and video the player may name neither for a moment: the jump keeps waiting.
        if (showsAd(findPlayer()) || told?.ad || (told && told.id !== videoId)) return;
        wait.abort();
        seek(videoId, time);
      },
      AbortSignal.any([wait.signal, signal]),
    );
  }

  return { seek, drop };
}
