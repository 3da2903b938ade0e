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
import { parseWith } from '../messaging/parse.ts';
import { secondsSchema } from '../messaging/schemas.ts';
import type { AnchorsPort } from '../ports.ts';
import { inTurn } from './item.ts';
import { storedByVideo } from './stored-by-video.ts';

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
  const videos = storedByVideo(ANCHORS);
  const turn = inTurn('sleevenotes-corrections');

  /** Changes the stored corrections, not a copy: another panel may have changed them since they were read here. */
  function change(episode: Episode, work: (corrections: Corrections) => Corrections): Promise<void> {
    const item = videos.of(episode.videoId);
    return turn(async () => {
      const changed = work(assignCorrections(readCorrections(await item.get()), episode));
      if (isEmpty(changed)) await item.remove();
      else await item.set(changed);
    }).then(() => videos.changes.tell(episode.videoId));
  }

  return {
    read: async (videoId) => readCorrections(await videos.of(videoId).get()),
    assign: (episode) => change(episode, (assigned) => assigned),
    add: (episode, { note }, made) =>
      change(episode, (corrections) => withCorrection(corrections, noteKey(note), made, Date.now())),
    remove: (episode, edition, section) =>
      change(episode, (corrections) => withoutSection(corrections, notesWithSameSections(episode, edition), section)),
    subscribe: videos.changes.subscribe,
  };
}
