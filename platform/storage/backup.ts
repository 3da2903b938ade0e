import { browser } from 'wxt/browser';
import type { Kept } from '../../core/settings/backup.ts';
import { readSettings, writeSettings } from '../../core/settings/migrations.ts';
import { toVideoId, type VideoId } from '../../core/video/video-id.ts';
import type { BackupPort, MarksPort } from '../ports.ts';
import { ANCHORS, CORRECTIONS, readCorrections } from './anchors.ts';
import { CHOSEN_LANGUAGES, readLanguage } from './language-choices.ts';
import { CHOSEN_FOLDERS, CHOSEN_NOTES, readChosen } from './note-choices.ts';
import { isPrivate } from './private-window.ts';
import { READERS, readPlaces } from './readers.ts';
import { RECENTS, readRecents } from './recents.ts';
import { readTimes, storedTimes, TIMES, TIMES_ORDER, TRANSLATIONS } from './remembered-times.ts';
import { SETTINGS } from './settings.ts';
import { TRANSCRIPTS } from './transcripts.ts';

/** Everything kept in the browser's storage, and the marks, read and written as a whole. */
export function createBackupPort(marks: MarksPort): BackupPort {
  const read = async (): Promise<Kept> => ({ ...(await readStorage()), marks: await marks.all() });

  /** Writes the bulky part first: if it or the settings do not fit, everything is restored. */
  async function write(kept: Kept): Promise<() => Promise<void>> {
    await refusePrivate();
    const before = await readStorage();
    const takeOut = await marks.merge(kept.marks);
    const putBack = async () => {
      await put(before);
      await takeOut();
    };
    try {
      await put(kept);
    } catch (error) {
      await putBack();
      throw error;
    }
    return putBack;
  }

  async function reset(): Promise<() => Promise<void>> {
    await refusePrivate();
    const forgotten = await marks.all();
    const putBackStorage = await resetStorage();
    const putBack = async () => {
      await putBackStorage();
      await marks.merge(forgotten);
    };
    try {
      await marks.clear();
    } catch (error) {
      await putBackStorage();
      throw error;
    }
    return putBack;
  }

  return { read, write, reset };
}

async function refusePrivate(): Promise<void> {
  if (await isPrivate()) throw new Error('Nothing is stored in a private window.');
}

/** What is kept besides the marks. */
type InStorage = Omit<Kept, 'marks'>;

/** What is stored for each video under names that begin so. */
function byVideo<T>(local: Record<string, unknown>, prefix: string, readAs: (value: unknown) => T): Map<VideoId, T> {
  return new Map(
    Object.entries(local).flatMap(([name, value]): [VideoId, T][] => {
      const videoId = name.startsWith(prefix) ? toVideoId(name.slice(prefix.length)) : null;
      return videoId ? [[videoId, readAs(value)]] : [];
    }),
  );
}

async function readStorage(): Promise<InStorage> {
  const [synced, local] = await Promise.all([browser.storage.sync.get(SETTINGS), browser.storage.local.get(null)]);
  return {
    settings: readSettings(synced[SETTINGS]),
    corrections: new Map(
      [...byVideo(local, ANCHORS, String), ...byVideo(local, CORRECTIONS, String)].map(([videoId]) => [
        videoId,
        readCorrections(local[CORRECTIONS + videoId], local[ANCHORS + videoId]),
      ]),
    ),
    recents: readRecents(local[RECENTS]) ?? [],
    chosenNotes: byVideo(local, CHOSEN_NOTES, readChosen),
    chosenFolders: readChosen(local[CHOSEN_FOLDERS]),
    times: byVideo(local, TIMES, readTimes),
    chosenLanguages: new Map(
      [...byVideo(local, CHOSEN_LANGUAGES, readLanguage)].flatMap(([videoId, tag]) => (tag ? [[videoId, tag]] : [])),
    ),
    places: readPlaces(local[READERS]) ?? [],
  };
}

async function put(kept: InStorage): Promise<void> {
  const { settings, corrections, recents, chosenNotes, chosenFolders, chosenLanguages, times, places } = kept;
  const wanted = Object.fromEntries([
    ...[...corrections].map(([videoId, those]) => [CORRECTIONS + videoId, those]),
    ...[...chosenNotes].map(([videoId, notes]) => [CHOSEN_NOTES + videoId, notes]),
    ...[...chosenLanguages].map(([videoId, language]) => [CHOSEN_LANGUAGES + videoId, language]),
    ...Object.entries(storedTimes(times)),
  ]);
  const [stored, synced] = await Promise.all([browser.storage.local.get(null), browser.storage.sync.get(SETTINGS)]);
  await browser.storage.local.set({
    ...wanted,
    [RECENTS]: recents,
    [CHOSEN_FOLDERS]: chosenFolders,
    [READERS]: places,
  });
  await browser.storage.sync.set({ [SETTINGS]: writeSettings(settings, synced[SETTINGS]) });
  const ours = (name: string) =>
    [CORRECTIONS, ANCHORS, CHOSEN_NOTES, CHOSEN_LANGUAGES, TIMES].some((prefix) => name.startsWith(prefix));
  await browser.storage.local.remove(Object.keys(stored).filter((name) => ours(name) && !Object.hasOwn(wanted, name)));
}

async function resetStorage(): Promise<() => Promise<void>> {
  const [sync, local] = await Promise.all([browser.storage.sync.get(SETTINGS), browser.storage.local.get(null)]);
  const isKept = (name: string) =>
    name === RECENTS ||
    name === CHOSEN_FOLDERS ||
    name === READERS ||
    name === TIMES_ORDER ||
    name === TRANSLATIONS ||
    [CORRECTIONS, ANCHORS, TIMES, CHOSEN_NOTES, CHOSEN_LANGUAGES, TRANSCRIPTS].some((prefix) =>
      name.startsWith(prefix),
    );
  const kept = Object.fromEntries(Object.entries(local).filter(([name]) => isKept(name)));
  const putBack = async () => {
    await browser.storage.local.set(kept);
    await browser.storage.sync.set(sync);
  };
  try {
    await browser.storage.local.remove(Object.keys(kept));
    await browser.storage.sync.remove(SETTINGS);
  } catch (error) {
    await putBack();
    throw error;
  }
  return putBack;
}
