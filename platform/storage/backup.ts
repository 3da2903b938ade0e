import { browser } from 'wxt/browser';
import type { Kept } from '../../core/settings/backup.ts';
import { readSettings, writeSettings } from '../../core/settings/migrations.ts';
import { toVideoId, type VideoId } from '../../core/video/video-id.ts';
import type { BackupPort } from '../ports.ts';
import { ANCHORS, readAnchors } from './anchors.ts';
import { isPrivate } from './private-window.ts';
import { RECENTS, readRecents } from './recents.ts';
import { SETTINGS } from './settings.ts';

/** Everything kept in the browser's storage, read and written as a whole. */
export function createBackupPort(): BackupPort {
  return { read, write };
}

async function read(): Promise<Kept> {
  const [synced, local] = await Promise.all([browser.storage.sync.get(SETTINGS), browser.storage.local.get(null)]);
  const anchors = Object.entries(local).flatMap(
    ([name, value]): [VideoId, NonNullable<ReturnType<typeof readAnchors>>][] => {
      const videoId = name.startsWith(ANCHORS) ? toVideoId(name.slice(ANCHORS.length)) : null;
      const read = videoId && readAnchors(value);
      return videoId && read ? [[videoId, read]] : [];
    },
  );
  return {
    settings: readSettings(synced[SETTINGS]),
    anchors: new Map(anchors),
    recents: readRecents(local[RECENTS]) ?? [],
  };
}

/** The bulky part first: when it does not fit, or the settings do not, all is put back as it was. */
async function write(kept: Kept): Promise<void> {
  if (await isPrivate()) throw new Error('Nothing is stored in a private window.');
  const before = await read();
  try {
    await put(kept);
  } catch (error) {
    await put(before);
    throw error;
  }
}

async function put({ settings, anchors, recents }: Kept): Promise<void> {
  const wanted = new Map([...anchors].map(([videoId, list]) => [`${ANCHORS}${videoId}`, list]));
  const stored = Object.keys(await browser.storage.local.get(null));
  await browser.storage.local.set({ ...Object.fromEntries(wanted), [RECENTS]: recents });
  await browser.storage.sync.set({ [SETTINGS]: writeSettings(settings) });
  await browser.storage.local.remove(stored.filter((name) => name.startsWith(ANCHORS) && !wanted.has(name)));
}
