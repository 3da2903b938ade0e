import type { PressedMoment } from '../../core/session/page.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import type { ClockReading } from '../ports.ts';
import type { Clock } from './clock.ts';

/** Reads the clock when the viewer presses the key for marks. One per page. */
export interface MarkPress {
  press(videoId: VideoId): void;
  /** Drops a press that waits for an ad to end. */
  drop(): void;
}

export interface MarkPressServices {
  readonly clock: Clock;
  /** Whether the clock is being read anyway, and so has the video's position during an ad. */
  readonly isFollowed: () => boolean;
  readonly take: (moment: PressedMoment) => void;
  /** Event: the press waits for an ad to end. */
  readonly onWait: () => void;
}

/**
 * A page without a receiver reads no clock, so during an ad it does not have the video's position: the video then goes on from
 * where it stopped, and the press counts for that moment.
 */
export function createMarkPress(services: MarkPressServices, signal: AbortSignal): MarkPress {
  const { clock, isFollowed, take, onWait } = services;
  let waiting: AbortController | null = null;

  function drop(): void {
    waiting?.abort();
    waiting = null;
  }

  const made = ({ videoId, time, rate }: ClockReading) => take({ videoId, id: crypto.randomUUID(), time, rate });

  return {
    press(videoId) {
      drop();
      const reading = clock.read(videoId);
      if (!reading) return;
      if (!reading.ad || isFollowed()) {
        made(reading);
        return;
      }
      onWait();
      waiting = new AbortController();
      clock.watch(
        () => {
          const now = clock.read(videoId);
          if (!now || now.ad) return;
          drop();
          made(now);
        },
        AbortSignal.any([waiting.signal, signal]),
      );
    },
    drop,
  };
}
