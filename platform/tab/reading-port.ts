import { browser } from 'wxt/browser';
import { NO_EVIDENCE } from '../../core/session/watched.ts';
import { watchAddress } from '../../core/video/video-address.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import type { PagePort } from '../ports.ts';

/**
 * The page of a video that is read about and not watched: nothing plays there, and a jump opens the video in a tab of its
 * own.
 */
export function createReadingPort(videoId: VideoId): PagePort {
  const open = async (video: VideoId, time: number | null) => {
    await browser.tabs.create({ url: watchAddress(video, time) });
  };
  return {
    subscribe(listener) {
      listener({ type: 'page', page: { kind: 'video', videoId, title: null } });
      // There is none but what the note and the viewer have brought.
      listener({ type: 'evidence', videoId, evidence: NO_EVIDENCE });
      return () => {};
    },
    async seek(video, time) {
      await open(video, time);
      return { ok: true, time };
    },
    askCaptions: () => false,
    setMarkers: () => {},
    setPlaying: () => {},
    allow: async () => {},
    reload: () => location.reload(),
    open,
  };
}
