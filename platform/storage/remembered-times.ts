import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { noteKey } from '../../core/note/note-id.ts';
import type { RememberedOfVideo } from '../../core/timeline/remembered.ts';
import { rememberedSchema } from '../../core/timeline/remembered-schema.ts';
import type { AskedTranslations } from '../../core/transcript/asked-translations.ts';
import { toVideoId, type VideoId } from '../../core/video/video-id.ts';
import { parseWith } from '../messaging/parse.ts';
import type { RememberedTimesPort } from '../ports.ts';
import { inTurn, storedItem } from './item.ts';
import { storedByVideo } from './stored-by-video.ts';
import { storedChanges } from './stored-changes.ts';

/** What the names of the stored times begin with; the video's id follows. */
export const TIMES = 'times:';
/** The videos, the one kept last first. */
export const TIMES_ORDER = 'times';

/** Translations of captions that YouTube was asked for, latest first. */
export const TRANSLATIONS = 'translations';

/** Most videos, a kilobyte or two each; the oldest is dropped first. */
export const MOST_VIDEOS = 500;
/** Of several notes about one video. */
const MOST_NOTES = 8;
const MOST_TRANSLATIONS = 100;

const readStored = parseWith(rememberedSchema);
const readOrder = parseWith(v.array(v.string()));
const readTranslations = parseWith(v.array(v.object({ videoId: v.string(), language: v.string(), at: v.number() })));

export const readTimes = (stored: unknown): RememberedOfVideo => readStored(stored) ?? {};

/** Names and values in `storage.local` that keep these times, and no others. */
export function storedTimes(times: ReadonlyMap<VideoId, RememberedOfVideo>): Readonly<Record<string, unknown>> {
  const latest = (kept: RememberedOfVideo) => Math.max(0, ...Object.values(kept).map(({ at }) => at));
  const order = [...times].toSorted(([, a], [, b]) => latest(b) - latest(a)).slice(0, MOST_VIDEOS);
  return {
    ...Object.fromEntries(order.map(([videoId, kept]) => [TIMES + videoId, kept])),
    [TIMES_ORDER]: order.map(([videoId]) => videoId),
  };
}

/** Section starts that came from a transcript, one entry per video in `storage.local`. */
export function createRememberedTimesPort(): RememberedTimesPort {
  const order = storedItem('local', TIMES_ORDER);
  const videos = storedByVideo(TIMES);
  const translations = storedItem('local', TRANSLATIONS);
  const changes = storedChanges('local', (name) => name === TIMES_ORDER || null);
  const turn = inTurn('sleevenotes-times');

  async function put(videoId: VideoId, kept: RememberedOfVideo): Promise<void> {
    const others = (readOrder(await order.get()) ?? []).filter((each) => each !== videoId);
    const isEmpty = Object.keys(kept).length === 0;
    const listed = isEmpty ? others : [videoId, ...others];
    if (isEmpty) await videos.of(videoId).remove();
    else await videos.of(videoId).set(kept);
    await order.set(listed.slice(0, MOST_VIDEOS));
    for (const dropped of listed.slice(MOST_VIDEOS)) {
      const id = toVideoId(dropped);
      if (id) await videos.of(id).remove();
    }
  }

  return {
    read: async (videoId) => readTimes(await videos.of(videoId).get()),
    keep: (videoId, note, remembered) =>
      turn(async () => {
        const kept = { ...readTimes(await videos.of(videoId).get()), [noteKey(note)]: remembered };
        const latest = Object.entries(kept).toSorted(([, a], [, b]) => b.at - a.at);
        await put(videoId, Object.fromEntries(latest.slice(0, MOST_NOTES)));
      }),
    drop: (videoId, note) =>
      turn(async () => {
        const { [noteKey(note)]: _, ...others } = readTimes(await videos.of(videoId).get());
        await put(videoId, others);
      }),
    count: async () => readOrder(await order.get())?.length ?? 0,
    async translations(videoId): Promise<AskedTranslations> {
      const asked = (readTranslations(await translations.get()) ?? []).filter((each) => each.videoId === videoId);
      return Object.fromEntries(asked.map(({ language, at }) => [language, at]));
    },
    keepTranslation: (videoId, language) =>
      turn(async () => {
        const others = (readTranslations(await translations.get()) ?? []).filter(
          (each) => each.videoId !== videoId || each.language !== language,
        );
        await translations.set([{ videoId, language, at: Date.now() }, ...others].slice(0, MOST_TRANSLATIONS));
      }),
    forgetAll: () =>
      turn(async () => {
        const names = Object.keys(await browser.storage.local.get(null));
        const isOurs = (name: string) => name === TIMES_ORDER || name === TRANSLATIONS || name.startsWith(TIMES);
        await browser.storage.local.remove(names.filter(isOurs));
      }),
    subscribe: (listener) => changes.subscribe(listener),
  };
}
