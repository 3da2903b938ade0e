import { expect, test, vi } from 'vitest';
import type { Episode } from '../../../core/note/episode.ts';
import { defaultSettings } from '../../../core/settings/migrations.ts';
import type { Settings } from '../../../core/settings/settings.ts';
import { toVideoId, type VideoId } from '../../../core/video/video-id.ts';
import { followSession, followSettings, whenKnown } from '../../../entrypoints/shared/follow.ts';
import type { LibraryPort, PageEvent, PagePort, SettingsPort } from '../../../platform/ports.ts';

const VIDEO = toVideoId('v0gjI__RyCY') as VideoId;
const OTHER = toVideoId('noNoteHere1') as VideoId;
const episode = (revision: string) => ({ videoId: VIDEO, revision, editions: [] }) as unknown as Episode;
/** Whatever was promised by now has reached whoever waits for it. */
const answersHeard = () => new Promise((done) => setTimeout(done));
const shows = (videoId: VideoId): PageEvent => ({ type: 'page', page: { kind: 'video', videoId, title: null } });

/** A tab and a library that say what the test lets them say, when it lets them. */
function world() {
  let tell: (event: PageEvent) => void = () => {};
  let changed = () => {};
  const asked: { resolve(found: Episode | null): void; reject(reason: unknown): void }[] = [];
  const page = { subscribe: (listener: typeof tell) => (tell = listener) } as unknown as PagePort;
  const library = {
    find: () => new Promise<Episode | null>((resolve, reject) => asked.push({ resolve, reject })),
    subscribe: (listener: () => void) => (changed = listener),
  } as unknown as LibraryPort;
  return { page, library, asked, tell: (event: PageEvent) => tell(event), change: () => changed() };
}

function settingsPort(read: () => Promise<Settings>) {
  let tell: (settings: Settings) => void = () => {};
  const port: SettingsPort = {
    read,
    update: async () => {},
    subscribe: (listener) => {
      tell = listener;
      return () => {};
    },
  };
  return { port, tell: (settings: Settings) => tell(settings) };
}

test('an answer from before the last change of the library does not undo the newer one', async () => {
  const { page, library, asked, tell, change } = world();
  const session = followSession(page, library);
  tell(shows(VIDEO));
  change();
  asked[1]?.resolve(episode('new'));
  await answersHeard();
  asked[0]?.resolve(episode('old'));
  await answersHeard();
  expect(session.read().episode?.revision).toBe('new');
});

test('a library that fails is said by whoever draws the session, and forgotten with the video', async () => {
  const { page, library, asked, tell } = world();
  const session = followSession(page, library);
  tell(shows(VIDEO));
  asked[0]?.reject(new Error('no such chunk'));
  await vi.waitFor(() => expect(session.read).toThrow('no such chunk'));
  tell(shows(OTHER));
  expect(session.read().episode).toBeUndefined();
});

test('settings that cannot be read are those everybody begins with', async () => {
  const settings = followSettings(settingsPort(() => Promise.reject(new Error('no storage'))).port);
  expect(settings.read()).toBeNull();
  await vi.waitFor(() => expect(settings.read()).toEqual(defaultSettings));
});

test('a choice made while the settings are being read stands', async () => {
  let answer: (settings: Settings) => void = () => {};
  const { port, tell } = settingsPort(() => new Promise((resolve) => (answer = resolve)));
  const settings = followSettings(port);
  tell({ ...defaultSettings, theme: 'dark' });
  answer(defaultSettings);
  await answersHeard();
  expect(settings.read()?.theme).toBe('dark');
});

test('what to show is known with the note, without a video, on a failure, or when patience ends', async () => {
  const known = async (work: (made: ReturnType<typeof world>) => void, milliseconds = 60_000) => {
    const made = world();
    const session = followSession(made.page, made.library);
    const settings = followSettings(settingsPort(async () => defaultSettings).port);
    const waited = whenKnown(session, settings, milliseconds);
    work(made);
    await waited;
  };
  await known(({ tell, asked }) => {
    tell(shows(VIDEO));
    asked[0]?.resolve(null);
  });
  await known(({ tell }) => tell({ type: 'page', page: { kind: 'elsewhere' } }));
  await known(({ tell, asked }) => {
    tell(shows(VIDEO));
    asked[0]?.reject(new Error('no such chunk'));
  });
  await known(() => {}, 20);
});
