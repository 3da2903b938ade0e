import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Episode, EpisodeEdition } from '../../../core/note/episode.ts';
import { notesWithSameSections } from '../../../core/note/shared-sections.ts';
import { anchorsOf, assignCorrections } from '../../../core/timeline/corrections.ts';
import { toVideoId, type VideoId } from '../../../core/video/video-id.ts';
import { leftByBuild } from '../store/old-library.ts';
import { beExtensionPage, stored } from './fake-extension.ts';

const A = toVideoId('aaaaaaaaaaa') as VideoId;
const B = toVideoId('bbbbbbbbbbb') as VideoId;
const anchor = { section: 'one', start: 5, by: 'viewer' } as const;

/** An episode with these notes of one folder; sections by their ids. */
function episode(videoId: VideoId, notes: Readonly<Record<string, readonly [language: string, ...ids: string[]]>>) {
  const editions = Object.entries(notes).map(([path, [language, ...ids]]) => ({
    note: { origin: 'own', source: 'folder:walks', path },
    language,
    sections: ids.map((id) => ({ id })),
  }));
  return { videoId, editions } as unknown as Episode;
}
const editionOf = ({ editions }: Episode, path: string): EpisodeEdition => {
  const found = editions.find(({ note }) => note.path === path);
  if (!found) throw new Error(path);
  return found;
};
const talk = episode(A, { 'a.md': ['en', 'one', 'two'] });
const [note] = talk.editions;
/** What the stored corrections say of a note. */
async function holding(
  { anchors }: Pick<Awaited<ReturnType<typeof ports>>, 'anchors'>,
  of: Episode,
  edition: EpisodeEdition,
) {
  const corrections = assignCorrections(await anchors.read(of.videoId), of);
  return anchorsOf(corrections, notesWithSameSections(of, edition));
}

async function ports() {
  const { createSettingsPort } = await import('../../../platform/storage/settings.ts');
  const { createAnchorsPort } = await import('../../../platform/storage/anchors.ts');
  const { createRecentsPort } = await import('../../../platform/storage/recents.ts');
  const { createNoteChoicesPort } = await import('../../../platform/storage/note-choices.ts');
  return {
    settings: createSettingsPort(),
    anchors: createAnchorsPort(),
    recents: createRecentsPort(),
    choices: createNoteChoicesPort(),
  };
}

describe('in a normal window', () => {
  beforeEach(() => beExtensionPage(false));

  test('a chosen setting is kept, and everyone who listens hears of it', async () => {
    const one = (await ports()).settings;
    const other = (await ports()).settings;
    const heard: string[] = [];
    other.subscribe(({ theme }) => heard.push(theme));
    await one.update({ theme: 'dark' });
    await one.update({ follow: false });
    expect(await other.read()).toMatchObject({ theme: 'dark', follow: false, textSize: 'medium' });
    expect(heard).toContain('dark');
  });

  test('two changes made at once are both kept', async () => {
    const { settings } = await ports();
    await Promise.all([settings.update({ theme: 'dark' }), settings.update({ textSize: 'large' })]);
    expect(await settings.read()).toMatchObject({ theme: 'dark', textSize: 'large' });
  });

  test('a change is told at once, and stays while earlier ones are being stored', async () => {
    const { settings } = await ports();
    await settings.read();
    const heard: string[] = [];
    settings.subscribe(({ textSize }) => heard.push(textSize));
    const changing = [settings.update({ textSize: 'large' }), settings.update({ textSize: 'veryLarge' })];
    expect(heard).toEqual(['large', 'veryLarge']);
    await Promise.all(changing);
    expect(new Set(heard.slice(1))).toEqual(new Set(['veryLarge']));
    expect((await settings.read()).textSize).toBe('veryLarge');
  });

  test('a change that is refused is taken back', async () => {
    vi.spyOn(fakeBrowser.storage.sync, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));
    const { settings } = await ports();
    await settings.read();
    const heard: string[] = [];
    settings.subscribe(({ theme }) => heard.push(theme));
    await expect(settings.update({ theme: 'dark' })).rejects.toThrow('quota');
    expect(heard).toEqual(['dark', 'system']);
    expect((await settings.read()).theme).toBe('system');
  });

  test('corrections are kept per note and can be forgotten', async () => {
    const { anchors } = await ports();
    await anchors.add(talk, note, { section: 'one', start: 5 });
    expect(await holding(await ports(), talk, note)).toEqual([anchor]);
    const other = episode(B, { 'b.md': ['en', 'one'] });
    expect(await holding({ anchors }, other, other.editions[0])).toEqual([]);
    await anchors.remove(talk, note, 'one');
    expect(await stored()).toEqual([{}, {}]);
  });

  test('a correction holds in a translation, and moves no section of another note that has the same id', async () => {
    const { anchors } = await ports();
    const notes = episode(A, {
      'walk.en.md': ['en', 'intro', 'valley'],
      'walk.zh.md': ['zh-Hans', 'intro', 'valley'],
      'mine.md': ['en', 'intro'],
    });
    await anchors.add(notes, editionOf(notes, 'walk.zh.md'), { section: 'intro', start: 5 });
    await anchors.add(notes, editionOf(notes, 'walk.en.md'), { section: 'valley', start: 60 });
    const starts = async (path: string) =>
      (await holding({ anchors }, notes, editionOf(notes, path))).map(({ start }) => start);
    expect(await starts('walk.en.md')).toEqual([5, 60]);
    expect(await starts('walk.zh.md')).toEqual([5, 60]);
    expect(await starts('mine.md')).toEqual([]);
    await anchors.remove(notes, editionOf(notes, 'walk.zh.md'), 'valley');
    expect(await starts('walk.en.md')).toEqual([5]);
  });

  test('two panels that correct one video at once keep both corrections, and both hear of it', async () => {
    const one = (await ports()).anchors;
    const other = (await ports()).anchors;
    const heard: string[] = [];
    one.subscribe((videoId) => heard.push(`one ${videoId}`));
    other.subscribe((videoId) => heard.push(`other ${videoId}`));
    await Promise.all([
      one.add(talk, note, { section: 'one', start: 5 }),
      other.add(talk, note, { section: 'two', start: 50 }),
    ]);
    expect((await holding({ anchors: one }, talk, note)).map(({ section }) => section).sort()).toEqual(['one', 'two']);
    expect(new Set(heard)).toEqual(new Set([`one ${A}`, `other ${A}`]));
  });

  test('a correction that the browser refuses is no correction', async () => {
    const { anchors } = await ports();
    await anchors.add(talk, note, { section: 'one', start: 5 });
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));
    await expect(anchors.add(talk, note, { section: 'one', start: 9 })).rejects.toThrow();
    expect(await holding({ anchors }, talk, note)).toEqual([anchor]);
  });

  test('corrections of before notes had ids go to the note they were made in', async () => {
    const { local } = await leftByBuild('2026-11-25');
    await fakeBrowser.storage.local.set(local);
    const rivers = episode(toVideoId('noNoteHere1') as VideoId, {
      'rivers.zh.md': ['zh-Hans', 'intro', 'valley'],
      'rivers-long.md': ['en', 'intro', 'valley', 'mouth'],
    });
    const { anchors } = await ports();
    await anchors.assign(rivers);
    const read = async (path: string) =>
      (await holding({ anchors }, rivers, editionOf(rivers, path))).map(({ section, start }) => `${section} ${start}`);
    expect(await read('rivers-long.md')).toEqual(['intro 4', 'valley 61.5', 'mouth 130', 'intro 6']);
    expect(await read('rivers.zh.md')).toEqual([]);
    await anchors.add(rivers, editionOf(rivers, 'rivers-long.md'), { section: 'valley', start: 70 });
    await anchors.remove(rivers, editionOf(rivers, 'rivers-long.md'), 'valley');
    // A note that is added later has the section, too, and was never corrected.
    const more = episode(rivers.videoId, { 'new.md': ['en', 'mouth', 'intro', 'valley', 'more'] });
    expect(await holding({ anchors }, more, more.editions[0])).toEqual([]);
    expect(await read('rivers-long.md')).toEqual(['intro 4', 'mouth 130', 'intro 6']);
  });

  test('after a way back to such a version nothing is lost, removed again or changed back', async () => {
    const { local } = await leftByBuild('2026-11-25');
    const name = 'anchors:noNoteHere1';
    const before = { [name]: local[name] };
    await fakeBrowser.storage.local.set(before);
    const rivers = episode(toVideoId('noNoteHere1') as VideoId, {
      'rivers.md': ['en', 'intro', 'valley', 'mouth', 'sea'],
    });
    const { anchors } = await ports();
    const read = async () =>
      (await holding({ anchors }, rivers, rivers.editions[0])).map(({ section, start }) => `${section} ${start}`);
    await anchors.add(rivers, rivers.editions[0], { section: 'sea', start: 300 });
    await anchors.remove(rivers, rivers.editions[0], 'valley');
    // It reads a list, and keeps what it reads with what was corrected in it.
    expect(await fakeBrowser.storage.local.get(name)).toEqual(before);
    const list = before[name] as object[];
    await fakeBrowser.storage.local.set({ [name]: [...list, { section: 'mouth', start: 140, by: 'viewer' }] });
    await anchors.assign(rivers);
    expect(await read()).toEqual(['intro 4', 'mouth 130', 'intro 6', 'mouth 140', 'sea 300']);
    // Its last undo removes the list.
    await fakeBrowser.storage.local.remove(name);
    expect(await read()).toEqual(['intro 4', 'mouth 130', 'intro 6', 'mouth 140', 'sea 300']);
  });

  test('which of several notes was chosen is remembered for the video, and its folder for others', async () => {
    const { choices } = await ports();
    const heard = vi.fn();
    (await ports()).choices.subscribe(heard);
    await choices.choose(A, { origin: 'own', source: 'folder:walks', path: 'long/a.md' });
    expect(await (await ports()).choices.read(A)).toEqual({
      notes: ['own folder:walks long/a.md'],
      folders: ['own folder:walks long/'],
    });
    expect(await choices.read(B)).toEqual({ notes: [], folders: ['own folder:walks long/'] });
    expect(heard).toHaveBeenCalled();
  });

  test('what a newer version has put among the settings stays, and so does its version', async () => {
    const newer = {
      theme: 'sepia',
      textSize: { panel: 'large', page: 'small' },
      keys: { previous: 'z', next: 'w', mark: 'x', now: 'y' },
      version: 7,
      marks: { colour: 'green' },
    };
    await fakeBrowser.storage.sync.set({ settings: newer });
    const { settings } = await ports();
    await settings.update({ follow: false });
    await settings.update({ keys: { previous: '[', next: 'w', mark: 'x' } });
    expect(await settings.read()).toMatchObject({ theme: 'system', textSize: 'medium', follow: false });
    expect(await fakeBrowser.storage.sync.get('settings')).toMatchObject({
      settings: { ...newer, follow: false, keys: { previous: '[', next: 'w', mark: 'x', now: 'y' } },
    });
  });

  test('lookups come newest first, each term once, twenty at most', async () => {
    const { recents } = await ports();
    for (let i = 0; i < 25; i++) await recents.add({ term: `t${i}`, videoId: A, entryId: `e${i}` });
    await recents.add({ term: 't20', videoId: A, entryId: 'e20' });
    const terms = (await recents.read()).map(({ term }) => term);
    expect(terms.slice(0, 3)).toEqual(['t20', 't24', 't23']);
    expect(terms).toHaveLength(20);
    await recents.clear();
    expect(await recents.read()).toEqual([]);
  });

  test('rubbish in the storage is not believed', async () => {
    const { browser } = await import('wxt/browser');
    await browser.storage.local.set({ [`anchors:${A}`]: [{ section: 1 }], recents: 'x' });
    await browser.storage.sync.set({ settings: { theme: 'pink', follow: 'maybe', textSize: 'large' } });
    const { settings, anchors, recents } = await ports();
    expect(await holding({ anchors }, talk, note)).toEqual([]);
    expect(await recents.read()).toEqual([]);
    expect(await settings.read()).toMatchObject({ theme: 'system', follow: true, textSize: 'large' });
  });
});

describe('in a private window', () => {
  beforeEach(() => beExtensionPage(true));

  test('everything works for as long as the page is open, and nothing is stored', async () => {
    const { settings, anchors, recents } = await ports();
    const heard: string[] = [];
    settings.subscribe(({ theme }) => heard.push(theme));
    await settings.update({ theme: 'dark' });
    await anchors.add(talk, note, { section: 'one', start: 5 });
    await recents.add({ term: 't', videoId: A, entryId: 'e' });
    expect((await settings.read()).theme).toBe('dark');
    expect(new Set(heard)).toEqual(new Set(['dark']));
    expect(await holding({ anchors }, talk, note)).toEqual([anchor]);
    expect(await recents.read()).toHaveLength(1);
    expect(await stored()).toEqual([{}, {}]);
  });

  test('nor is the look of the next page', async () => {
    const kept = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    });
    const remember = async () => {
      const { rememberAppearance } = await import('../../../platform/storage/last-appearance.ts');
      const { defaultSettings } = await import('../../../core/settings/migrations.ts');
      await rememberAppearance({ ...defaultSettings, theme: 'dark' });
    };
    await remember();
    expect([...kept]).toEqual([]);
    await beExtensionPage(false);
    await remember();
    expect(kept.get('appearance')).toContain('dark');
    vi.unstubAllGlobals();
  });
});
