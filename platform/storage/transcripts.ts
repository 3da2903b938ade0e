import * as v from 'valibot';
import type { VideoId } from '../../core/video/video-id.ts';
import { isUsable, readUsable } from '../messaging/kept-transcript.ts';
import { parseWith } from '../messaging/parse.ts';
import type { KeptTranscript, TranscriptsPort } from '../ports.ts';
import { storedByVideo } from './stored-by-video.ts';

/** What the names of the stored transcripts begin with; the video's id follows. */
export const TRANSCRIPTS = 'transcript:';

const readName = parseWith(v.object({ name: v.string() }));

/** Early versions stored unreadable ones: they must be listed, or they could not be removed. */
function readKept(stored: unknown): KeptTranscript | null {
  if (stored === undefined || stored === null) return null;
  return readUsable(stored) ?? { name: readName(stored)?.name ?? '?', transcript: null };
}

/** Transcripts the viewer brought, one entry per video in `storage.local`: some hundred kilobytes each. */
export function createTranscriptsPort(): TranscriptsPort {
  const videos = storedByVideo(TRANSCRIPTS);
  /** Transcripts that did not fit in storage: used as long as this page is open. */
  const unsaved = new Map<VideoId, KeptTranscript>();

  return {
    read: async (videoId) => unsaved.get(videoId) ?? readKept(await videos.of(videoId).get()),
    async keep(videoId, kept) {
      if (!isUsable(kept)) throw new TypeError('a transcript that could not be read again');
      unsaved.set(videoId, kept);
      try {
        await videos.of(videoId).set(kept);
        // Another one may have been given meanwhile.
        if (unsaved.get(videoId) === kept) unsaved.delete(videoId);
      } finally {
        // The browser notifies other pages; notify this one here, since in a private window nothing is stored.
        videos.changes.tell(videoId);
      }
    },
    async forget(videoId) {
      unsaved.delete(videoId);
      await videos.of(videoId).remove();
      videos.changes.tell(videoId);
    },
    subscribe: videos.changes.subscribe,
  };
}
