import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { toVideoId, type VideoId } from '../../core/video/video-id.ts';
import { parseWith } from '../messaging/parse.ts';
import type { LanguageChoicesPort } from '../ports.ts';
import { type StoredItem, storedItem } from './item.ts';

/** What the names of the stored choices begin with; the video's id follows. */
export const CHOSEN_LANGUAGES = 'language:';

export const readLanguage = parseWith(v.pipe(v.string(), v.maxLength(35)));

/** The language chosen by hand for a video, one entry per video in `storage.local`. */
export function createLanguageChoicesPort(): LanguageChoicesPort {
  const items = new Map<VideoId, StoredItem>();
  const listeners = new Set<(videoId: VideoId) => void>();

  function itemOf(videoId: VideoId): StoredItem {
    const item = items.get(videoId) ?? storedItem('local', CHOSEN_LANGUAGES + videoId);
    items.set(videoId, item);
    return item;
  }
  const onChanged = (changes: Record<string, unknown>, area: string) => {
    if (area !== 'local') return;
    for (const name of Object.keys(changes)) {
      const videoId = name.startsWith(CHOSEN_LANGUAGES) ? toVideoId(name.slice(CHOSEN_LANGUAGES.length)) : null;
      if (videoId) for (const listener of [...listeners]) listener(videoId);
    }
  };

  return {
    read: async (videoId) => readLanguage(await itemOf(videoId).get()),
    choose: (videoId, language) => itemOf(videoId).set(language),
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
