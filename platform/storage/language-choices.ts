import * as v from 'valibot';
import { parseWith } from '../messaging/parse.ts';
import type { LanguageChoicesPort } from '../ports.ts';
import { storedByVideo } from './stored-by-video.ts';

/** What the names of the stored choices begin with; the video's id follows. */
export const CHOSEN_LANGUAGES = 'language:';

export const readLanguage = parseWith(v.pipe(v.string(), v.maxLength(35)));

/** The language chosen by hand for a video, one entry per video in `storage.local`. */
export function createLanguageChoicesPort(): LanguageChoicesPort {
  const videos = storedByVideo(CHOSEN_LANGUAGES);
  return {
    read: async (videoId) => readLanguage(await videos.of(videoId).get()),
    choose: (videoId, language) => videos.of(videoId).set(language),
    subscribe: videos.changes.subscribe,
  };
}
