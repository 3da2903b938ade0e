import * as v from 'valibot';
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
import type { VideoId } from '../../core/video/video-id.ts';
import { parseWith } from '../messaging/parse.ts';
import { secondsSchema } from '../messaging/schemas.ts';
import type { AnchorsPort } from '../ports.ts';
import { inTurn } from './item.ts';
import { storedByVideo } from './stored-by-video.ts';

/** What the names of the stored corrections begin with; the video's id follows. */
export const CORRECTIONS = 'corrections:';
/**
 * The same of versions before notes had ids, which keep one list per video. It stays as they left it: a viewer who goes back
 * to such a version finds it there, and what is corrected in it is taken over from the list afterwards.
 */
export const ANCHORS = 'anchors:';

const section = v.string();
const correction = v.object({ section, start: secondsSchema, at: v.pipe(v.number(), v.finite()) });
const list = v.array(v.object({ section, start: secondsSchema }));

/** `taken`: the older version's list as it was when it was last taken over. */
const readStored = parseWith(
  v.object({ byNote: v.record(v.string(), v.array(correction)), unassigned: list, taken: v.optional(list, []) }),
);
const readList = parseWith(list);

/** @param before What an older version has stored for the same video. */
export function readCorrections(stored: unknown, before: unknown): Corrections {
  // Trial builds kept the shape of today under the older name.
  const { byNote, unassigned, taken } = readStored(stored) ?? readStored(before) ?? { ...NO_CORRECTIONS, taken: [] };
  const key = (one: Corrections['unassigned'][number]) => `${one.start} ${one.section}`;
  const known = new Set(taken.map(key));
  const added = (readList(before) ?? []).filter((one) => !known.has(key(one)));
  return { byNote, unassigned: [...unassigned, ...added] };
}

/** The viewer's corrections, one entry per video in `storage.local`. */
export function createAnchorsPort(): AnchorsPort {
  const videos = storedByVideo(CORRECTIONS);
  const older = storedByVideo(ANCHORS);
  const turn = inTurn('sleevenotes-corrections');

  const both = (videoId: VideoId) => Promise.all([videos.of(videoId).get(), older.of(videoId).get()]);

  /** Changes the stored corrections, not a copy: another panel may have changed them since they were read here. */
  function change(episode: Episode, work: (corrections: Corrections) => Corrections): Promise<void> {
    const { videoId } = episode;
    const item = videos.of(videoId);
    return turn(async () => {
      const [stored, before] = await both(videoId);
      const changed = work(assignCorrections(readCorrections(stored, before), episode));
      if (before !== undefined) await item.set({ ...changed, taken: readList(before) ?? [] });
      else if (isEmpty(changed)) await item.remove();
      else await item.set(changed);
    }).then(() => videos.changes.tell(videoId));
  }

  return {
    read: async (videoId) => readCorrections(...(await both(videoId))),
    assign: (episode) => change(episode, (assigned) => assigned),
    add: (episode, { note }, made) =>
      change(episode, (corrections) => withCorrection(corrections, noteKey(note), made, Date.now())),
    remove: (episode, edition, section) =>
      change(episode, (corrections) => withoutSection(corrections, notesWithSameSections(episode, edition), section)),
    subscribe: videos.changes.subscribe,
  };
}
