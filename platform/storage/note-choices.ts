import * as v from 'valibot';
import { withChoice } from '../../core/session/note-preference.ts';
import { parseWith } from '../messaging/parse.ts';
import type { NoteChoicesPort } from '../ports.ts';
import { inTurn, storedItem } from './item.ts';
import { storedByVideo } from './stored-by-video.ts';
import { storedChanges } from './stored-changes.ts';

/** What the names of the stored choices begin with; the video's id follows. */
export const CHOSEN_NOTES = 'notes:';
export const CHOSEN_FOLDERS = 'note-folders';

const readTexts = parseWith(v.array(v.string()));
export const readChosen = (stored: unknown): readonly string[] => readTexts(stored) ?? [];

/** In `storage.local`, because the notes are on this machine, too. */
export function createNoteChoicesPort(): NoteChoicesPort {
  const folders = storedItem('local', CHOSEN_FOLDERS);
  const videos = storedByVideo(CHOSEN_NOTES);
  const changes = storedChanges('local', (name) => name === CHOSEN_FOLDERS || name.startsWith(CHOSEN_NOTES) || null);
  const turn = inTurn('sleevenotes-note-choices');

  const read: NoteChoicesPort['read'] = async (videoId) => {
    const [chosen, from] = await Promise.all([videos.of(videoId).get(), folders.get()]);
    return { notes: readChosen(chosen), folders: readChosen(from) };
  };

  return {
    read,
    choose: (videoId, note) =>
      turn(async () => {
        const changed = withChoice(await read(videoId), note);
        await videos.of(videoId).set(changed.notes);
        await folders.set(changed.folders);
      }).then(() => changes.tell(true)),
    subscribe: changes.subscribe,
  };
}
