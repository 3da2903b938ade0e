import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { BlobReader, TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import type { ChromiumWithExtension } from './chromium.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** The id of the nth made-up video. */
export const madeUpVideo = (at: number) => `made-up${String(at).padStart(4, '0')}`;

/** A note in our own words about a made-up video. */
export function madeUpNote(video: string, title: string, paragraphs = 1): string {
  const text = Array.from(
    { length: paragraphs },
    (_, at) =>
      `### Part ${at + 1}\n\nPart ${at + 1} of ${title} explains **annealing** (Annealing: cooling a metal slowly).\n`,
  );
  return `---\nsource: https://www.youtube.com/watch?v=${video}\ntitle: ${title}\nlang: en\n---\n${text.join('\n')}`;
}

/** `count` different notes, each with some kilobytes that hardly compress. */
export function manyNotes(count: number, kilobytes = 0): Files {
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `${String(at).padStart(5, '0')}.md`,
      `${madeUpNote(madeUpVideo(at), `Note ${at}`)}\n${noise(kilobytes * 1024, at)}\n`,
    ]),
  );
}

/** Random letters, which hardly compress. */
export function noise(length: number, seed: number): string {
  let state = Math.imul(seed, 2654435761) + 1;
  const letters = Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return String.fromCharCode(97 + ((state >>> 16) % 26));
  });
  return letters.join('').replaceAll(/(.{8})/g, '$1 ');
}

const folders: string[] = [];

export async function folderOf(files: Files): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sleevenotes-notes-'));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

export async function removeFolders(): Promise<void> {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
}

export async function zipOf(files: Files): Promise<Buffer> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  for (const [path, content] of Object.entries(files)) {
    const reader = typeof content === 'string' ? new TextReader(content) : new BlobReader(new Blob([content.slice()]));
    await zip.add(path, reader);
  }
  return Buffer.from(await zip.close());
}

/** Drops files or folders from the disk, as a viewer drags them from a file manager. */
export async function dropOn(page: Page, target: string, paths: readonly string[]): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const box = await page.locator(target).first().boundingBox();
  if (!box) throw new Error(`${target} is not shown`);
  const at = { x: box.x + box.width / 2, y: box.y + Math.min(20, box.height / 2) };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, ...at, data });
  }
  await devtools.detach();
}

/** Drives the library page in a real browser, as a viewer does. */
export interface LibraryPage {
  readonly page: Page;
  /** Drops a folder, which the browser can find again later. */
  dropFolder(files: Files): Promise<string>;
  addFolder(files: Files): Promise<void>;
  addFiles(files: readonly { readonly name: string; readonly content: string | Uint8Array }[]): Promise<void>;
  /** Waits for the report and returns its closing words. */
  end(): Promise<string>;
  /** The number the report shows beside an outcome, such as `Added`. */
  count(outcome: string): Promise<number>;
  /** The files the report lists under an outcome, with their problems. */
  entries(outcome: string): Promise<readonly string[]>;
  /** The numbers of records of own notes in the database, by store. */
  stored(): Promise<Readonly<Record<'episodes' | 'notes' | 'names' | 'files', number>>>;
}

/** Empties the library, unless `fresh` is false, and opens its page. */
export async function openLibraryPage(browser: ChromiumWithExtension, fresh = true): Promise<LibraryPage> {
  const page = await browser.context.newPage();
  if (fresh) {
    await page.goto(`${browser.origin}/library.html`);
    await page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const request = indexedDB.deleteDatabase('sleevenotes-library');
          request.onsuccess = resolve;
          request.onerror = reject;
        }),
    );
  }
  await page.goto(`${browser.origin}/library.html`);
  await expect(page.getByRole('heading', { name: 'All notes' })).toBeVisible();
  return libraryPage(page);
}

export function libraryPage(page: Page): LibraryPage {
  const outcome = (name: string) => page.locator('.outcomes label', { hasText: name });
  return {
    page,
    async dropFolder(files) {
      const folder = await folderOf(files);
      await dropOn(page, '.add-notes', [folder]);
      return folder;
    },
    async addFolder(files) {
      await page.locator('input[name=folder]').setInputFiles(await folderOf(files));
    },
    async addFiles(files) {
      await page
        .locator('input[name=files]')
        .setInputFiles(files.map(({ name, content }) => ({ name, mimeType: '', buffer: Buffer.from(content) })));
    },
    async end() {
      const closing = page.locator('.import-report .end');
      await expect(closing).toBeVisible({ timeout: 50_000 });
      return closing.innerText();
    },
    async count(name) {
      const label = outcome(name);
      return (await label.count()) === 0 ? 0 : Number((await label.locator('b').innerText()).replaceAll(',', ''));
    },
    async entries(name) {
      await outcome(name).click();
      return page.locator('.entries > li').allInnerTexts();
    },
    stored: () =>
      page.evaluate(async () => {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open('sleevenotes-library');
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
        const stores = ['episodes', 'notes', 'names', 'files'] as const;
        const transaction = database.transaction(stores);
        const counts = await Promise.all(
          stores.map(
            (store) =>
              new Promise<number>((resolve) => {
                const request = transaction.objectStore(store).count();
                request.onsuccess = () => resolve(request.result);
              }),
          ),
        );
        database.close();
        return Object.fromEntries(stores.map((store, at) => [store, counts[at] ?? 0])) as never;
      }),
  };
}
