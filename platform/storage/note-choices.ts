import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { withChoice } from '../../core/session/note-preference.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { parseWith } from '../messaging/parse.ts';
import type { NoteChoicesPort } from '../ports.ts';
import { inTurn, type StoredItem, storedItem } from './item.ts';

/** What the names of the stored choices begin with; the video's id follows. */
export const CHOSEN_NOTES = 'notes:';
export const CHOSEN_FOLDERS = 'note-folders';

const readTexts = parseWith(v.array(v.string()));
export const readChosen = (stored: unknown): readonly string[] => readTexts(stored) ?? [];

/** In `storage.local`: the notes lie on this machine, too. */
export function createNoteChoicesPort(): NoteChoicesPort {
  const folders = storedItem('local', CHOSEN_FOLDERS);
  const items = new Map<VideoId, StoredItem>();
  const turn = inTurn('sleevenotes-note-choices');
  const listeners = new Set<() => void>();

  function itemOf(videoId: VideoId): StoredItem {
    const item = items.get(videoId) ?? storedItem('local', CHOSEN_NOTES + videoId);
    items.set(videoId, item);
    return item;
  }
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  const onChanged = (changes: Record<string, unknown>, area: string) => {
    const names = area === 'local' ? Object.keys(changes) : [];
    if (names.some((name) => name === CHOSEN_FOLDERS || name.startsWith(CHOSEN_NOTES))) tell();
  };
  const read: NoteChoicesPort['read'] = async (videoId) => {
    const [chosen, from] = await Promise.all([itemOf(videoId).get(), folders.get()]);
    return { notes: readChosen(chosen), folders: readChosen(from) };
  };

  return {
    read,
    choose: (videoId, note) =>
      turn(async () => {
        const changed = withChoice(await read(videoId), note);
        await itemOf(videoId).set(changed.notes);
        await folders.set(changed.folders);
      }).then(tell),
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
