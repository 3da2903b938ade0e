import type { VideoId } from '../../core/video/video-id.ts';

/**
 * A value that is stored by video and that the viewer can change. What is read while a change is being stored is not shown:
 * it may be older than what the viewer has just done, and the next click would start from it.
 */
export interface StoredChoice {
  /** Reads it and shows it, unless something newer is on its way. */
  read(videoId: VideoId): void;
  /**
   * Stores one change after the other, so that of two quick ones the later is stored last, and shows what is stored after
   * the last one. Rejects when this change is refused.
   */
  store(videoId: VideoId, change: () => Promise<void>): Promise<void>;
}

/** The video whose value is shown. */
interface Shown {
  readonly videoId: VideoId;
  reads: number;
  /** Changes that are being stored. */
  changes: number;
}

/** @param otherwise What is shown when it cannot be read. */
export function storedChoice<T>(
  read: (videoId: VideoId) => Promise<T>,
  otherwise: T,
  show: (videoId: VideoId, value: T) => void,
): StoredChoice {
  let shown: Shown | null = null;
  let last: Promise<unknown> = Promise.resolve();

  function at(videoId: VideoId): Shown {
    if (shown?.videoId !== videoId) shown = { videoId, reads: 0, changes: 0 };
    return shown;
  }

  async function look(of: Shown): Promise<void> {
    if (of.changes > 0) return;
    of.reads += 1;
    const mine = of.reads;
    const value = await read(of.videoId).catch(() => otherwise);
    if (of === shown && mine === of.reads) show(of.videoId, value);
  }

  return {
    read: (videoId) => void look(at(videoId)),
    store(videoId, change) {
      const of = at(videoId);
      of.changes += 1;
      // Answers on their way are older.
      of.reads += 1;
      const storing = last.then(change);
      last = storing.catch(() => undefined);
      return storing.finally(() => {
        of.changes -= 1;
        if (of === shown) void look(of);
      });
    },
  };
}
