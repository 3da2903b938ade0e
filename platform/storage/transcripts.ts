import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { toVideoId, type VideoId } from '../../core/video/video-id.ts';
import { isUsable, readUsable } from '../messaging/kept-transcript.ts';
import { parseWith } from '../messaging/parse.ts';
import type { KeptTranscript, TranscriptsPort } from '../ports.ts';
import { type StoredItem, storedItem } from './item.ts';

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
  const items = new Map<VideoId, StoredItem>();
  /** Transcripts that did not fit in storage: used as long as this page is open. */
  const unsaved = new Map<VideoId, KeptTranscript>();
  const listeners = new Set<(videoId: VideoId) => void>();

  function itemOf(videoId: VideoId): StoredItem {
    const item = items.get(videoId) ?? storedItem('local', TRANSCRIPTS + videoId);
    items.set(videoId, item);
    return item;
  }
  const tell = (videoId: VideoId) => {
    for (const listener of [...listeners]) listener(videoId);
  };
  const onChanged = (changes: Record<string, unknown>, area: string) => {
    if (area !== 'local') return;
    for (const name of Object.keys(changes)) {
      const videoId = name.startsWith(TRANSCRIPTS) ? toVideoId(name.slice(TRANSCRIPTS.length)) : null;
      if (videoId) tell(videoId);
    }
  };

  return {
    read: async (videoId) => unsaved.get(videoId) ?? readKept(await itemOf(videoId).get()),
    async keep(videoId, kept) {
      if (!isUsable(kept)) throw new TypeError('a transcript that could not be read again');
      unsaved.set(videoId, kept);
      try {
        await itemOf(videoId).set(kept);
        unsaved.delete(videoId);
      } finally {
        // The browser notifies other pages; notify this one here, since in a private window nothing is stored.
        tell(videoId);
      }
    },
    async forget(videoId) {
      unsaved.delete(videoId);
      await itemOf(videoId).remove();
      tell(videoId);
    },
    subscribe(listener) {
      if (listeners.size === 0) browser.storage.onChanged.addListener(onChanged);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) browser.storage.onChanged.removeListener(onChanged);
      };
    },
  };
}
