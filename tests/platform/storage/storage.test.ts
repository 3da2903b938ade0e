import { beforeEach, describe, expect, test, vi } from 'vitest';
import { toVideoId, type VideoId } from '../../../core/video/video-id.ts';
import { beExtensionPage, stored } from './fake-extension.ts';

const A = toVideoId('aaaaaaaaaaa') as VideoId;
const B = toVideoId('bbbbbbbbbbb') as VideoId;
const anchor = { section: 'one', start: 5, by: 'viewer' } as const;

async function ports() {
  const { createSettingsPort } = await import('../../../platform/storage/settings.ts');
  const { createAnchorsPort } = await import('../../../platform/storage/anchors.ts');
  const { createRecentsPort } = await import('../../../platform/storage/recents.ts');
  return { settings: createSettingsPort(), anchors: createAnchorsPort(), recents: createRecentsPort() };
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

  test('corrections are kept per video and can be taken back', async () => {
    const { anchors } = await ports();
    await anchors.write(A, [anchor]);
    expect(await (await ports()).anchors.read(A)).toEqual([anchor]);
    expect(await anchors.read(B)).toEqual([]);
    await anchors.write(A, []);
    expect(await stored()).toEqual([{}, {}]);
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
    expect(await anchors.read(A)).toEqual([]);
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
    await anchors.write(A, [anchor]);
    await recents.add({ term: 't', videoId: A, entryId: 'e' });
    expect((await settings.read()).theme).toBe('dark');
    expect(heard).toEqual(['dark']);
    expect(await anchors.read(A)).toEqual([anchor]);
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
