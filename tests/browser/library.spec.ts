import { mkdtemp, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { TextWriter, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js';
import { leftByBuild, putLibrary } from '../platform/store/old-library.ts';
import { violations as violationsOn } from './axe.ts';
import { type ChromiumWithExtension, closePages, launchChromium } from './chromium.ts';
import {
  dropOn,
  folderOf,
  libraryPage,
  madeUpNote,
  madeUpVideo,
  manyNotes,
  openLibraryPage,
  removeFolders,
  zipOf,
} from './library-world.ts';
import { VAULT, VAULT_VIDEO } from './vault.ts';

const EXTENSION = resolve(
  process.env.SLEEVENOTES_EXTENSION ?? resolve(import.meta.dirname, '../../.output/chrome-mv3'),
);
const BUNDLED = 'https://www.youtube.com/watch?v=v0gjI__RyCY';
/** `npm run soak:library` sets a larger number. */
const CRUMBS = Number(process.env.SLEEVENOTES_CRUMBS ?? 5000);
/** A video of the stand-in without a bundled note. */
const PLAIN = 'noNoteHere1';

/** In the service worker. */
declare const chrome: {
  readonly action: { getBadgeText(of: { tabId: number }): Promise<string> };
  readonly tabs: { query(of: { active: true; lastFocusedWindow: true }): Promise<readonly { id: number }[]> };
};

let browser: ChromiumWithExtension;

test.beforeAll(async () => {
  browser = await launchChromium({ extension: EXTENSION });
});
test.afterAll(async () => {
  await browser.close();
  await removeFolders();
});
test.afterEach(async () => {
  await closePages(browser);
});

test.describe('adding notes', () => {
  test('a note for an open video appears in its panel and badge', async () => {
    const page = await browser.open(BUNDLED);
    const panel = await browser.openPanel(page);
    await page.goto(`https://www.youtube.com/watch?v=${PLAIN}`);
    await expect(panel.getByText('No note for this video')).toBeVisible();
    const library = await openLibraryPage(browser);
    await library.addFiles([{ name: 'mine.md', content: madeUpNote(PLAIN, 'My very own note') }]);
    expect(await library.end()).toMatch(/^Done/);
    await page.bringToFront();
    await expect(panel.getByText('My very own note').first()).toBeVisible();
    await page.reload();
    await expect.poll(badge).toBe('♪');
  });

  test('a vault is imported; its episode has exact times from the transcript file, which can be read along and searched; notes are switched', async () => {
    const library = await openLibraryPage(browser);
    await library.addFolder(VAULT);
    expect(await library.end()).toMatch(/^Done/);
    expect(await library.count('Added')).toBe(3);
    await expect(library.page.locator('.notes .facts', { hasText: '#optics' })).toBeVisible();

    const page = await browser.open(`https://www.youtube.com/watch?v=${VAULT_VIDEO}`);
    const panel = await browser.openPanel(page);
    const choice = panel.getByRole('combobox', { name: 'Note in this language' });
    const choose = async (title: string) =>
      choice.selectOption(await choice.locator('option', { hasText: title }).getAttribute('value'));
    await choose('How a lighthouse lens is ground');
    await expect(panel.getByText('Times from the transcript')).toBeVisible();
    const rings = panel.locator('[data-section="the-outer-rings"]');
    await expect(rings.locator('.time').first()).toContainText('2:55');

    await panel.getByRole('tab', { name: 'Transcript' }).click();
    await panel.getByRole('button', { name: /The wheel never stops/ }).click();
    await expect(panel.locator('.cue[aria-current]')).toContainText('The wheel never stops');
    await expect
      .poll(() => page.evaluate(() => document.querySelector('video')?.currentTime))
      .toBeGreaterThanOrEqual(250);
    await panel.getByRole('searchbox', { name: 'Search in the transcript' }).fill('candle');
    await expect(panel.locator('.cue')).toHaveCount(1);
    await expect(panel.locator('.cue mark')).toHaveText('candle');

    await choose('What I took home');
    await expect(panel.getByRole('heading', { level: 1 })).toHaveText('What I took home');
    await panel.getByRole('tab', { name: 'Outline' }).click();
    const wax = panel.locator('[data-section="wax"]');
    await wax.getByRole('button', { name: /^Text of/ }).click();
    await expect(wax.locator('blockquote[data-callout=tip]')).toContainText('Cold wax cracks.');
    await wax.getByRole('button', { name: 'Paraffin' }).last().click();
    await expect(wax.getByRole('note')).toContainText('holds a ring on the wheel');
    await wax.getByRole('button', { name: 'two engineers' }).click();
    await expect(page).toHaveURL(/v=v0gjI__RyCY/);
  });

  test('a note dropped on the panel is imported and shown there', async () => {
    await openLibraryPage(browser);
    const page = await browser.open(BUNDLED);
    const panel = await browser.openPanel(page);
    await page.goto(`https://www.youtube.com/watch?v=${PLAIN}`);
    await expect(panel.getByText('No note for this video')).toBeVisible();
    const folder = await folderOf({
      'dropped.md': madeUpNote(PLAIN, 'Dropped from the desktop'),
      'deep/other.md': madeUpNote(madeUpVideo(1), 'Another one'),
    });
    await dropOn(panel, 'body', [folder]);
    await expect(panel.getByText('2 notes added.')).toBeVisible();
    await expect(panel.getByText('Dropped from the desktop').first()).toBeVisible();
  });

  test('the report lists every file with its outcome, and why it is not a note', async () => {
    const library = await openLibraryPage(browser);
    const utf16 = Buffer.from(`\uFEFF${madeUpNote(madeUpVideo(1), 'In UTF-16')}`, 'utf16le');
    // 一个我们的中国 in GBK, repeated.
    const gbk = Buffer.concat([
      Buffer.from(madeUpNote(madeUpVideo(2), 'In GBK')),
      ...Array.from({ length: 20 }, () => Buffer.from('d2bbb8f6ced2c3c7b5c4d6d0b9fa', 'hex')),
    ]);
    await library.addFolder({
      'utf8.md': madeUpNote(madeUpVideo(3), 'In UTF-8'),
      'utf16.md': utf16,
      'gbk.md': gbk,
      'latin1.md': Buffer.from('D\xe9j\xe0 vu, \xe0 la carte', 'latin1'),
      // これは授業で in Shift-JIS, which is not detected.
      'shift-jis.md': Buffer.from('82b182ea82cd8ef68bc682c5'.repeat(20), 'hex'),
      'huge.md': new Uint8Array(50 * 1024 * 1024).fill(0x61),
      'nowhere.md': '---\ntitle: No source\n---\ntext\n',
      'picture.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
    });
    expect(await library.end()).toBe('Done. 3 added, 2 left out, 2 about no video, 1 not a note.');
    expect(await library.count('Added')).toBe(3);
    const left = (await library.entries('Left out')).join('\n');
    expect(left).toContain('Save it as UTF-8');
    expect(left).toContain('50 MB');
    // Windows-1252 is read, too; that file is about no video.
    expect(left).not.toContain('nowhere.md');
    await library.page.getByText('2 files are about no video on YouTube').click();
    await expect(library.page.locator('.no-video li')).toHaveText(['latin1.md', 'nowhere.md']);
    await expect(library.page.getByText('3 notes', { exact: true })).toBeVisible();
    expect(await library.entries('Skipped: not a note')).toEqual([expect.stringContaining('picture.png')]);
    for (const title of ['In UTF-8', 'In GBK', 'In UTF-16']) {
      await expect(library.page.getByRole('heading', { name: title, exact: true })).toBeVisible();
    }
  });

  test('odd input: the report accounts for every file', async () => {
    const library = await openLibraryPage(browser);
    const { page } = library;
    const note = madeUpNote(madeUpVideo(1), 'Given twice');
    const broken = Array.from({ length: 60 }, (_, at) => `![picture ${at}](http://example.com/${at}.png)\n`).join('\n');
    await library.dropFolder({
      'a.md': note,
      'copy of a.md': note,
      '🎧 שלום.md': madeUpNote(madeUpVideo(2), 'שלום, 2024!'),
      [`${'long '.repeat(40)}.MARKDOWN`]: madeUpNote(madeUpVideo(3), 'Long'.repeat(60)),
      'troubled.txt': `${madeUpNote(madeUpVideo(4), 'Troubled')}\n${broken}`,
      'inner.zip': await zipOf({ 'deep.md': note }),
      'zip.md': await zipOf({ 'deep.md': note }),
      'empty.md': '',
      '.hidden/one.md': note,
    });
    expect(await library.end()).toMatch(/^Done/);
    const counts = ['All', 'Added', 'Unchanged', 'Left out', 'Skipped: not a note'].map((outcome) =>
      library.count(outcome),
    );
    expect(await Promise.all(counts)).toEqual([9, 4, 1, 2, 1]);
    const left = (await library.entries('Left out')).join('\n');
    expect(left).toContain('inner.zip');
    expect(left).toContain('This is not text');
    // Sixty problems of one file: some are shown at first, all on demand.
    await page.getByRole('radio', { name: 'With problems' }).check();
    const troubled = page.locator('.entries > li', { hasText: 'troubled.txt' });
    const more = troubled.getByRole('button', { name: /^Show \d+ more$/ });
    const shown = await troubled.locator('li').count();
    const hidden = Number(/\d+/.exec(await more.innerText())?.[0]);
    await more.click();
    await expect(troubled.locator('li')).toHaveCount(shown + hidden);
    expect(shown + hidden).toBeGreaterThanOrEqual(60);
    for (const width of [320, 400]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await page.getByRole('button', { name: 'Close the report' }).click();
    await dropOn(page, '.add-notes', [await folderOf({})]);
    expect(await library.end()).toBe('There was no file in it.');
    await page.getByRole('button', { name: 'Close the report' }).click();
    await library.addFiles([{ name: 'stray.md', content: '# A note that names no video' }]);
    expect(await library.end()).toBe('Nothing added. 1 left out.');
  });

  test('pausing, resuming and cancelling keep what is already imported', async () => {
    const library = await openLibraryPage(browser);
    await library.addFolder(manyNotes(300, 30));
    await library.page.getByRole('button', { name: 'Pause' }).click();
    await expect(library.page.getByText('Paused')).toBeVisible();
    await library.page.getByRole('button', { name: 'Go on' }).click();
    await library.page.getByRole('button', { name: 'Cancel' }).click();
    expect(await library.end()).toContain('Cancelled');
    const { notes, files, episodes, names } = await library.stored();
    expect(notes).toBeLessThan(300);
    expect([files, episodes, names]).toEqual([notes, notes, notes]);
  });

  test('every state of the page is free of axe violations', async () => {
    const library = await openLibraryPage(browser);
    const violations = async () => {
      const found: string[] = [];
      for (const colorScheme of ['light', 'dark'] as const) {
        await library.page.emulateMedia({ colorScheme });
        found.push(...(await violationsOn(library.page)).map((each) => `${colorScheme}: ${each}`));
      }
      return found;
    };
    expect(await violations()).toEqual([]);
    await library.addFolder({ 'a.md': madeUpNote(madeUpVideo(1), 'One'), 'b.md': 'nothing' });
    await library.end();
    expect(await violations()).toEqual([]);
    await library.page.getByRole('link', { name: 'Read “One”' }).click();
    await expect(library.page.locator('.read-section')).toHaveCount(1);
    await library.page.locator('.term').first().click();
    await library.page.getByRole('searchbox', { name: 'Search in this note' }).fill('part');
    expect(await violations()).toEqual([]);
  });
});

test.describe('managing the library', () => {
  test('a note and its video are opened from the list, also after one of its editions was removed', async () => {
    const library = await openLibraryPage(browser);
    const { page } = library;
    const english = madeUpNote(PLAIN, 'Quiet rivers');
    const chinese = madeUpNote(PLAIN, '静静的河').replace('lang: en', 'lang: zh-Hans');
    await library.addFiles([
      { name: 'one.md', content: english },
      { name: 'one.zh.md', content: chinese },
    ]);
    await library.end();
    await page.getByRole('link', { name: 'Read “静静的河”' }).press('Enter');
    await expect(page.locator('.read-section')).toContainText('Part 1 of 静静的河 explains');
    // The address is the note's own.
    await page.reload();
    await expect(page).toHaveTitle('静静的河');
    await page.locator('.switch').getByRole('button', { name: 'English' }).click();
    await expect(page.locator('.read-section')).toContainText('Part 1 of Quiet rivers explains');
    await page.reload();
    await expect(page).toHaveTitle('Quiet rivers');
    const moment = browser.context.waitForEvent('page');
    await page.locator('.read-section .place-button').click();
    await expect(await moment).toHaveURL(`https://www.youtube.com/watch?v=${PLAIN}&t=0s`);
    await page.bringToFront();
    await page.getByRole('link', { name: 'Library' }).click();

    await page.getByRole('button', { name: 'Remove “Quiet rivers”' }).click();
    await expect(page.locator('[data-state=own] h3')).toHaveText(['静静的河']);
    const opened = browser.context.waitForEvent('page');
    await page.getByRole('link', { name: 'Open video: “静静的河”' }).click();
    const video = await opened;
    await expect(video).toHaveURL(`https://www.youtube.com/watch?v=${PLAIN}`);
    const panel = await browser.openPanel(video);
    await expect(panel.getByText('静静的河').first()).toBeVisible();
    await expect(panel.getByText('Quiet rivers')).toHaveCount(0);

    await page.bringToFront();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await page.locator('.filters').getByLabel('Kind').selectOption('removed');
    await page.getByRole('button', { name: 'Put back “Quiet rivers”' }).click();
    await page.locator('.filters').getByLabel('Kind').selectOption('own');
    await expect(page.locator('[data-state=own] h3')).toHaveCount(2);
    await page.getByRole('link', { name: 'Read “Quiet rivers”' }).click();
    await expect(page.locator('.reading')).toContainText('Part 1 of Quiet rivers explains');
  });

  test('search, remove with undo, and restore an older version of a note', async () => {
    const library = await openLibraryPage(browser);
    const { page } = library;
    await library.addFiles([
      { name: 'one.md', content: madeUpNote(madeUpVideo(1), 'Quiet rivers') },
      { name: 'two.md', content: madeUpNote(madeUpVideo(2), 'Loud mountains') },
    ]);
    await library.end();
    await page.getByRole('searchbox', { name: 'Search titles, tags and files' }).fill('MOUNT');
    await expect(page.locator('.notes h3')).toHaveText(['Loud mountains']);
    await page.getByRole('button', { name: 'Remove “Loud mountains”' }).click();
    await expect(page.locator('.notes h3')).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.locator('.notes h3')).toHaveText(['Loud mountains']);
    await page.getByRole('button', { name: 'Close the report' }).click();
    await library.addFiles([{ name: 'two.md', content: madeUpNote(madeUpVideo(2), 'Louder mountains') }]);
    await library.end();
    expect(await library.count('Replaced')).toBe(1);
    await page.getByRole('button', { name: 'Restore the older one: “Louder mountains”' }).click();
    await expect(page.locator('.notes h3')).toHaveText(['Loud mountains']);
  });

  test('filter by language and source, sort, and remove many with undo', async () => {
    const library = await openLibraryPage(browser);
    const { page } = library;
    const own = page.locator('.notes > [data-state=own] h3');
    const chinese = madeUpNote(madeUpVideo(3), '静静的河').replace('lang: en', 'lang: zh-Hans');
    await library.addFiles([
      { name: 'one.md', content: madeUpNote(madeUpVideo(1), 'Quiet rivers', 9) },
      { name: 'packed.zip', content: await zipOf({ 'two.md': madeUpNote(madeUpVideo(2), 'Loud mountains') }) },
      { name: 'three.md', content: chinese },
    ]);
    await library.end();
    const choose = (label: string, value: string) => page.locator('.filters').getByLabel(label).selectOption(value);
    await choose('Kind', 'own');
    await choose('Order', 'title');
    await expect(own).toHaveText(['Loud mountains', 'Quiet rivers', '静静的河']);
    await choose('Order', 'size');
    await expect(own.first()).toHaveText('Quiet rivers');
    await choose('Language', 'zh-Hans');
    await expect(own).toHaveText(['静静的河']);
    await choose('Language', '');
    await choose('From', 'zip:packed.zip');
    await expect(own).toHaveText(['Loud mountains']);
    await choose('From', '');
    await page.getByLabel('Select all shown').check();
    await page.locator('.selection').getByRole('button', { name: 'Remove' }).click();
    await expect(own).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(own).toHaveCount(3);
  });

  test('an exported zip has the original files and imports to the same library', async () => {
    const library = await openLibraryPage(browser);
    const { page } = library;
    const files = manyNotes(5, 2);
    await library.addFolder(files);
    await library.end();
    const titles = () => page.locator('.notes h3').allInnerTexts();
    const before = (await titles()).sort();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export all as zip' }).click();
    const zip = await readFile(await (await saved).path());
    const packed = (await new ZipReader(new Uint8ArrayReader(zip)).getEntries()).map(
      async (entry) => [entry.filename, entry.directory ? null : await entry.getData(new TextWriter())] as const,
    );
    expect(Object.fromEntries(await Promise.all(packed))).toEqual(files);

    const other = await openLibraryPage(browser);
    await other.addFiles([{ name: 'export.zip', content: zip }]);
    expect(await other.end()).toMatch(/^Done/);
    expect(await other.count('Added')).toBe(5);
    expect((await other.page.locator('.notes h3').allInnerTexts()).sort()).toEqual(before);
  });

  test('a folder is read again by a click, and only what changed is compiled', async () => {
    const library = await openFolderPage(3);
    const { page } = library;
    await page.getByRole('button', { name: 'Add a folder' }).click();
    await library.end();
    await page.getByRole('button', { name: 'Close the report' }).click();
    await writeToFolder(page, '00001.md', madeUpNote(madeUpVideo(1), 'Changed since'));
    await page
      .getByRole('button', { name: /^Check “/ })
      .last()
      .click();
    await library.end();
    expect(await library.count('Unchanged')).toBe(2);
    expect(await library.count('Replaced')).toBe(1);
    await page.getByRole('button', { name: 'Close the report' }).click();
    // The viewer, or the browser, says no.
    await page.evaluate(() => Object.assign(FileSystemHandle.prototype, { requestPermission: async () => 'denied' }));
    await page
      .getByRole('button', { name: /^Check “/ })
      .last()
      .click();
    await expect(page.getByRole('alert')).toContainText('“my-notes” could not be opened');
  });
});

test.describe('faults', () => {
  test('a full disk: what is imported stays, and the import can be resumed', async () => {
    // A separate browser: space freed by other tests still counts for a while.
    const small = await launchChromium({ extension: EXTENSION });
    const library = await openLibraryPage(small);
    const { page } = library;
    const devtools = await small.context.newCDPSession(page);
    const limit = (quota: { readonly quotaSize?: number }) =>
      devtools.send('Storage.overrideQuotaForOrigin', { origin: small.origin, ...quota });
    // Room for one or two batches of 2 MB, as stored, but not for all five.
    await limit({ quotaSize: 6_000_000 });
    await library.addFolder(manyNotes(300, 30));
    expect(await library.end()).toContain('quota is full');
    const part = await library.stored();
    expect(part.notes).toBeGreaterThan(0);
    expect(part.notes).toBeLessThan(300);
    expect([part.episodes, part.names, part.files]).toEqual([part.notes, part.notes, part.notes]);
    await limit({});
    await page.getByRole('button', { name: 'Take it up again' }).click();
    await expect(page.locator('.end')).toHaveText(/^Done/, { timeout: 40_000 });
    expect(await library.count('Unchanged')).toBe(part.notes);
    expect((await library.stored()).notes).toBe(300);
    await small.close();
  });

  test('a killed worker: the page says so at once, and the import can be resumed', async () => {
    const library = await openLibraryPage(browser);
    const { page } = library;
    await library.addFolder(manyNotes(150, 20));
    await expect(page.getByText('of 150 files')).toBeVisible();
    await page.getByRole('button', { name: 'Pause' }).click();
    await page
      .workers()
      .find((worker) => worker.url().includes('import.worker'))
      ?.evaluate(() => close());
    expect(await library.end()).toContain('stopped unexpectedly');
    const part = await library.stored();
    expect([part.episodes, part.names, part.files]).toEqual([part.notes, part.notes, part.notes]);
    await page.getByRole('button', { name: 'Take it up again' }).click();
    await expect(page.locator('.end')).toHaveText(/^Done/, { timeout: 40_000 });
    expect((await library.stored()).notes).toBe(150);
  });

  test('a killed compiler: its note is reported, all others are imported', async () => {
    const library = await openLibraryPage(browser);
    const { page } = library;
    await library.addFolder(manyNotes(150, 20));
    await expect(page.getByText('of 150 files')).toBeVisible();
    await page
      .workers()
      .find((worker) => worker.url().includes('compile.worker'))
      ?.evaluate(() => close());
    expect(await library.end()).toMatch(/^Done/);
    const lost = await library.count('Left out');
    expect(lost).toBeLessThanOrEqual(1);
    expect((await library.stored()).notes).toBe(150 - lost);
  });

  test('a crashed browser: the library is intact, and resuming the import is offered', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'sleevenotes-profile-'));
    const first = await launchChromium({ extension: EXTENSION, profile });
    const library = await openLibraryPage(first);
    await library.addFolder(manyNotes(300, 30));
    await expect.poll(async () => (await library.stored()).notes, { timeout: 30_000 }).toBeGreaterThan(0);
    const crashed = new Promise((gone) => first.context.on('close', gone));
    const devtools = await first.context.browser()?.newBrowserCDPSession();
    await devtools?.send('Browser.crash').catch(() => {});
    await crashed;

    const second = await launchChromium({ extension: EXTENSION, profile });
    const again = await openLibraryPage(second, false);
    await expect(again.page.locator('[data-unfinished]')).toContainText('interrupted after');
    // A name with the separator of plural forms in messages.
    await rename(again.page, 'a | b | c.md');
    await again.page.reload();
    await expect(again.page.locator('[data-unfinished]')).toContainText('Everything up to “a | b | c.md”');
    const part = await again.stored();
    expect([part.episodes, part.names, part.files]).toEqual([part.notes, part.notes, part.notes]);
    await again.page
      .getByRole('link', { name: /^Read “Note / })
      .first()
      .click();
    await expect(again.page.locator('.reading')).toContainText('explains');
    await second.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  test('a damaged entry: the note is compiled again from its file', async () => {
    const library = await openLibraryPage(browser);
    const { page } = library;
    await library.addFiles([{ name: 'one.md', content: madeUpNote(madeUpVideo(1), 'Still here') }]);
    await library.end();
    await page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('sleevenotes-library');
        request.onsuccess = () => resolve(request.result);
      });
      const store = database.transaction('notes', 'readwrite').objectStore('notes');
      await new Promise((resolve) => {
        const request = store.openCursor();
        request.onsuccess = () => {
          const cursor = request.result;
          if (cursor) cursor.update({ ...cursor.value, edition: new ArrayBuffer(7) }).onsuccess = resolve;
        };
      });
      database.close();
    });
    await page.reload();
    await page.getByRole('link', { name: 'Read “Still here”' }).click();
    await expect(page.locator('.reading')).toContainText('explains');
  });

  test('a zip with a bomb and with paths that lead out of it', async () => {
    const library = await openLibraryPage(browser);
    const bomb = await zipOf({ 'bomb.md': new Uint8Array(70 * 1024 * 1024) });
    const tricks = await zipOf({
      '../../evil.md': madeUpNote(madeUpVideo(7), 'Evil'),
      'C:\\evil.md': madeUpNote(madeUpVideo(8), 'Evil'),
      'inner/good.md': madeUpNote(madeUpVideo(9), 'Good'),
    });
    await library.addFiles([
      { name: 'bomb.zip', content: bomb },
      { name: 'tricks.zip', content: tricks },
    ]);
    expect(await library.end()).toMatch(/^Done/);
    const left = (await library.entries('Left out')).join('\n');
    expect(left).toContain('The archive is far too large once unpacked');
    expect(left).toContain('a hundred times its size');
    expect(left.match(/leads out of the archive/g)).toHaveLength(2);
    expect(await library.count('Added')).toBe(1);
  });

  test(`${CRUMBS.toLocaleString('en')} tiny files`, async () => {
    test.setTimeout(20_000 + 3 * CRUMBS);
    const library = await openLibraryPage(browser);
    const { page } = library;
    const note = madeUpNote(madeUpVideo(1), 'Among the crumbs');
    await page.locator('input[name=files]').evaluate(
      (input: HTMLInputElement, [text, length]: [string, number]) => {
        const crumbs = Array.from({ length }, (_, at) => new File(['x'], `crumb-${at}.md`));
        // Building a real list of that length by script takes minutes.
        Object.defineProperty(input, 'files', { value: [...crumbs, new File([text], 'zz-note.md')] });
        input.dispatchEvent(new Event('change', { bubbles: true }));
      },
      [note, CRUMBS] as [string, number],
    );
    await expect(page.locator('.end')).toHaveText(/^Done/, { timeout: 10_000 + 3 * CRUMBS });
    expect(await library.count('Left out')).toBe(CRUMBS);
    expect(await library.count('Added')).toBe(1);
  });

  test('a folder that changes while it is read', async () => {
    const library = await openLibraryPage(browser);
    const { page } = library;
    const folder = await library.dropFolder(manyNotes(120, 30));
    await expect(page.getByText('of 120 files')).toBeVisible();
    await page.getByRole('button', { name: 'Pause' }).click();
    await unlink(join(folder, '00119.md'));
    await writeFile(join(folder, '00118.md'), madeUpNote(madeUpVideo(118), 'Written just now'));
    await page.getByRole('button', { name: 'Go on' }).click();
    expect(await library.end()).toMatch(/^Done/);
    expect(await library.entries('Left out')).toEqual([expect.stringContaining('00119.md')]);
    await page.getByRole('searchbox', { name: 'Search titles, tags and files' }).fill('just now');
    await expect(page.locator('.notes h3')).toHaveText(['Written just now']);
  });

  test('two windows importing at once: one after the other', async () => {
    const one = await openLibraryPage(browser);
    const two = await openLibraryPage(browser, false);
    await one.page.bringToFront();
    await one.addFolder(manyNotes(300, 20));
    await one.page.getByRole('button', { name: 'Pause' }).click();
    await expect(one.page.getByText('Paused')).toBeVisible();
    await two.page.bringToFront();
    await two.addFiles([{ name: 'second.md', content: madeUpNote(madeUpVideo(500), 'From the second window') }]);
    await expect(two.page.getByText('Another window is adding notes')).toBeVisible();
    await two.page.getByRole('button', { name: 'Cancel' }).click();
    expect(await two.end()).toContain('Cancelled');
    await two.page.getByRole('button', { name: 'Close the report' }).click();
    await two.addFiles([{ name: 'second.md', content: madeUpNote(madeUpVideo(500), 'From the second window') }]);
    await expect(two.page.getByText('Another window is adding notes')).toBeVisible();
    await one.page.bringToFront();
    await one.page.getByRole('button', { name: 'Go on' }).click();
    expect(await one.end()).toMatch(/^Done/);
    await two.page.bringToFront();
    expect(await two.end()).toMatch(/^Done/);
    expect((await two.stored()).notes).toBe(301);
  });

  test('data of the build of 2026-11-25 is kept: notes, corrections, settings, replaced and removed notes', async () => {
    const own = await launchChromium({ extension: EXTENSION });
    // A page of the extension that does not open the library.
    const page = await own.open(`${own.origin}/manifest.json`);
    const left = await leftByBuild('2026-11-25');
    await page.evaluate(putLibrary, left);
    await page.evaluate(async ({ sync, local }) => {
      const { storage } = (
        globalThis as unknown as { chrome: { storage: Record<string, { set(all: object): Promise<void> }> } }
      ).chrome;
      await storage.sync?.set(sync);
      await storage.local?.set(local);
    }, left);
    const video = await own.open(`https://www.youtube.com/watch?v=${PLAIN}`);
    const panel = await own.openPanel(video);
    await expect(panel.getByRole('heading', { level: 1 })).toHaveText('Rivers, at length');
    await expect(panel.locator('html')).toHaveAttribute('data-theme', 'dark');
    // The last of two corrections counts.
    await expect(panel.locator('[data-section="intro"] .time').first()).toContainText('0:06');
    await panel.getByRole('button', { name: '简体中文' }).click();
    await expect(panel.getByRole('heading', { level: 1 })).toHaveText('河流');

    const library = libraryPage(await own.open(`${own.origin}/library.html`));
    await library.page.getByRole('button', { name: 'Restore the older one: “Rivers, at length”' }).click();
    await expect(library.page.locator('[data-state=own] h3', { hasText: 'Rivers' })).toHaveCount(2);
    await video.bringToFront();
    await expect(panel.getByRole('heading', { level: 1 })).toHaveText('河流');
    await panel.getByRole('button', { name: 'English', exact: true }).click();
    const choice = panel.getByRole('combobox', { name: 'Note in this language' });
    await expect(choice.getByRole('option')).toHaveText(['Rivers, at length', 'Rivers, a first look']);
    await own.close();
  });

  test('two notes for one video in one language: the panel offers both by title, and remembers the choice by habit', async () => {
    const library = await openLibraryPage(browser);
    const file = (video: string, title: string) => madeUpNote(video, title);
    await library.addFolder({
      'analysis/one.md': file(PLAIN, 'One, taken apart'),
      'summary/one.md': file(PLAIN, 'One, in short'),
      'analysis/two.md': file('v0gjI__RyCY', 'Two, taken apart'),
      'summary/two.md': file('v0gjI__RyCY', 'Two, in short'),
    });
    expect(await library.end()).toBe('Done. 4 added.');
    await expect(library.page.locator('[data-state=own] h3')).toHaveCount(4);
    const page = await browser.open(`https://www.youtube.com/watch?v=${PLAIN}`);
    const panel = await browser.openPanel(page);
    const title = panel.getByRole('heading', { level: 1 });
    await expect(title).toHaveText('One, taken apart');
    await panel.getByRole('combobox', { name: 'Note in this language' }).selectOption({ label: 'One, in short' });
    await expect(title).toHaveText('One, in short');
    await page.reload();
    await expect(title).toHaveText('One, in short');
    // The bundled notes of this video are still offered; of the own notes, the one from the folder chosen before is shown.
    await page.goto(BUNDLED);
    await panel.getByRole('button', { name: 'English' }).click();
    await expect(title).toHaveText('Two, in short');
    const offered = panel.getByRole('combobox', { name: 'Note in this language' }).getByRole('option');
    await expect(offered).toHaveCount(3);
    await expect(offered.last()).toContainText('Bundled');
  });

  test('a library of the first version is migrated; one of a newer version is left alone', async () => {
    const library = await openLibraryPage(browser);
    const { page } = library;
    await library.addFiles([{ name: 'mine.md', content: madeUpNote(PLAIN, 'My very own note') }]);
    await library.end();
    await makeFirstVersion(page);
    await page.reload();
    await page.getByRole('link', { name: 'Read “My very own note”' }).click();
    await expect(page.locator('.reading')).toContainText('Part 1 of My very own note');
    await page.goBack();
    const popup = await browser.openPopup(page);
    await popup.getByRole('combobox').fill('annealing');
    await expect(popup.getByRole('option').first()).toContainText(/annealing/i);
    await popup.close();

    await openDatabase(page, 99);
    await page.reload();
    await expect(page.getByRole('alert')).toContainText('made by a newer version');
    await expect(page.getByRole('button', { name: 'Add files' })).toBeDisabled();
    const video = await browser.open(BUNDLED);
    const panel = await browser.openPanel(video);
    await expect(panel.getByText('Jeff Dean').first()).toBeVisible();
    await expect(panel.getByRole('alert')).toContainText('made by a newer version');
    // No badge or button for a note that cannot be shown.
    await video.goto(`https://www.youtube.com/watch?v=${PLAIN}`);
    await expect(panel.getByRole('alert')).toContainText('made by a newer version');
    await expect(video.locator('[data-sleevenotes="button"] button')).toHaveAttribute(
      'title',
      /made by a newer version/,
    );
    await expect.poll(badge).toBe('!');
  });
});

/** The toolbar button's badge on the active tab. */
const badge = () =>
  browser.context.serviceWorkers()[0]?.evaluate(async () => {
    const { action, tabs } = chrome;
    const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
    return action.getBadgeText({ tabId: tab?.id ?? 0 });
  });

/** Converts the library to the first version of the schema. */
async function makeFirstVersion(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const stores = ['episodes', 'notes', 'names'] as const;
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const now = await done(indexedDB.open('sleevenotes-library'));
    const records = new Map<string, unknown[]>();
    for (const store of stores) records.set(store, await done(now.transaction(store).objectStore(store).getAll()));
    now.close();
    await done(indexedDB.deleteDatabase('sleevenotes-library'));
    const opening = indexedDB.open('sleevenotes-library', 1);
    opening.onupgradeneeded = () => {
      const old = opening.result;
      old.createObjectStore('episodes', { keyPath: 'videoId' });
      for (const name of ['notes', 'older', 'removed']) {
        old.createObjectStore(name, { keyPath: ['videoId', 'summary.language'] });
      }
      old.createObjectStore('names', { keyPath: ['videoId', 'language'] });
    };
    const old = await done(opening);
    const transaction = old.transaction(stores, 'readwrite');
    for (const [store, all] of records) for (const record of all) transaction.objectStore(store).put(record);
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    old.close();
  });
}

/** Opens the library as another version of the extension would, and closes it again. */
async function openDatabase(page: Page, version: number): Promise<void> {
  await page.evaluate(
    (wanted) =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('sleevenotes-library', wanted);
        request.onsuccess = () => resolve(request.result.close());
        request.onerror = reject;
      }),
    version,
  );
}

/** A library page whose folder dialogue returns a folder of the origin private file system. */
async function openFolderPage(notes: number, kilobytes = 0) {
  const page = await browser.context.newPage();
  await page.addInitScript(() => {
    Object.assign(globalThis, {
      showDirectoryPicker: async () => (await navigator.storage.getDirectory()).getDirectoryHandle('my-notes'),
    });
  });
  await page.goto(`${browser.origin}/library.html`);
  await page.evaluate(
    async (files) => {
      await new Promise((resolve) => {
        indexedDB.deleteDatabase('sleevenotes-library').onsuccess = resolve;
      });
      const root = await navigator.storage.getDirectory();
      await root.removeEntry('my-notes', { recursive: true }).catch(() => {});
      const folder = await root.getDirectoryHandle('my-notes', { create: true });
      for (const [path, text] of Object.entries(files)) {
        const file = await (await folder.getFileHandle(path, { create: true })).createWritable();
        await file.write(String(text));
        await file.close();
      }
    },
    manyNotes(notes, kilobytes),
  );
  await page.reload();
  return libraryPage(page);
}

async function writeToFolder(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    async ([path, content]) => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('my-notes');
      const file = await (await folder.getFileHandle(path ?? '')).createWritable();
      await file.write(content ?? '');
      await file.close();
    },
    [name, text],
  );
}

/** Renames the last file of an unfinished import in the journal. */
const rename = (page: Page, lastFile: string) =>
  page.evaluate(async (name) => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('sleevenotes-library');
      request.onsuccess = () => resolve(request.result);
    });
    const store = database.transaction('imports', 'readwrite').objectStore('imports');
    await new Promise((resolve) => {
      const request = store.getAll();
      request.onsuccess = () => {
        for (const record of request.result) store.put({ ...record, lastFile: name });
        store.transaction.oncomplete = resolve;
      };
    });
    database.close();
  }, lastFile);
