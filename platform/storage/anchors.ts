import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { Episode } from '../../core/note/episode.ts';
import { noteKey } from '../../core/note/note-id.ts';
import { notesWithSameSections } from '../../core/note/shared-sections.ts';
import {
  assignCorrections,
  type Corrections,
  isEmpty,
  NO_CORRECTIONS,
  withCorrection,
  withoutSection,
} from '../../core/timeline/corrections.ts';
import { toVideoId, type VideoId } from '../../core/video/video-id.ts';
import { parseWith } from '../messaging/parse.ts';
import { secondsSchema } from '../messaging/schemas.ts';
import type { AnchorsPort } from '../ports.ts';
import { inTurn, type StoredItem, storedItem } from './item.ts';

/** What the names of the stored corrections begin with; the video's id follows. */
export const ANCHORS = 'anchors:';

const section = v.string();
const correction = v.object({ section, start: secondsSchema, at: v.pipe(v.number(), v.finite()) });
const unassigned = v.array(v.object({ section, start: secondsSchema }));

/** Before notes had ids, a video had one list of corrections. */
const readStored = parseWith(
  v.union([
    v.pipe(
      unassigned,
      v.transform((list): Corrections => ({ byNote: {}, unassigned: list })),
    ),
    v.object({ byNote: v.record(v.string(), v.array(correction)), unassigned }),
  ]),
);

export const readCorrections = (stored: unknown): Corrections => readStored(stored) ?? NO_CORRECTIONS;

/** The viewer's corrections, one entry per video in `storage.local`. */
export function createAnchorsPort(): AnchorsPort {
  const items = new Map<VideoId, StoredItem>();
  const turn = inTurn('sleevenotes-corrections');
  const listeners = new Set<(videoId: VideoId) => void>();

  function itemOf(videoId: VideoId): StoredItem {
    const item = items.get(videoId) ?? storedItem('local', `${ANCHORS}${videoId}`);
    items.set(videoId, item);
    return item;
  }
  const tell = (videoId: VideoId) => {
    for (const listener of [...listeners]) listener(videoId);
  };
  const onChanged = (changes: Record<string, unknown>, area: string) => {
    if (area !== 'local') return;
    for (const name of Object.keys(changes)) {
      const videoId = name.startsWith(ANCHORS) ? toVideoId(name.slice(ANCHORS.length)) : null;
      if (videoId) tell(videoId);
    }
  };

  /** Changes the stored corrections, not a copy: another panel may have changed them since they were read here. */
  function change(episode: Episode, work: (corrections: Corrections) => Corrections): Promise<void> {
    const item = itemOf(episode.videoId);
    return turn(async () => {
      const changed = work(assignCorrections(readCorrections(await item.get()), episode));
      if (isEmpty(changed)) await item.remove();
      else await item.set(changed);
    }).then(() => tell(episode.videoId));
  }

  return {
    read: async (videoId) => readCorrections(await itemOf(videoId).get()),
    assign: (episode) => change(episode, (assigned) => assigned),
    add: (episode, { note }, made) =>
      change(episode, (corrections) => withCorrection(corrections, noteKey(note), made, Date.now())),
    remove: (episode, edition, section) =>
      change(episode, (corrections) => withoutSection(corrections, notesWithSameSections(episode, edition), section)),
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
