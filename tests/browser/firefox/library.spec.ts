import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { BlobReader, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js';
import { folderOf, madeUpNote, madeUpVideo, removeFolders, zipOf } from '../library-world.ts';
import { VAULT, VAULT_VIDEO } from '../vault.ts';
import { FirefoxWithExtension } from './firefox.ts';

const EXTENSION = fileURLToPath(new URL('../../../.output/firefox-mv3', import.meta.url));
/** A video of the stand-in without a bundled note. */
const PLAIN = 'noNoteHere1';

let firefox: FirefoxWithExtension;
test.beforeAll(async () => {
  firefox = await FirefoxWithExtension.launch(EXTENSION);
});
test.afterAll(async () => {
  await firefox?.close();
  await removeFolders();
});

const field = async (name: string) =>
  (await firefox.command('WebDriver:FindElement', { using: 'css selector', value: `input[name=${name}]` })) as Record<
    string,
    string
  >;

async function give(name: string, path: string): Promise<void> {
  const [id = ''] = Object.values(await field(name));
  await firefox.command('WebDriver:ElementSendKeys', { id, text: path });
}

/** A driver cannot use the folder dialogue, so the files are set on the input directly. */
const giveFolder = (files: Readonly<Record<string, string>>) =>
  firefox.inPage(
    `const input = document.querySelector('input[name=folder]');
     const files = Object.entries(arguments[0]).map(([path, text]) => {
       const file = new File([text], path.split('/').at(-1));
       return Object.defineProperty(file, 'webkitRelativePath', { value: 'notes/' + path });
     });
     Object.defineProperty(input, 'files', { value: files });
     input.dispatchEvent(new Event('change', { bubbles: true }));`,
    files,
  );

/** Waits for the report, closes it, and returns what it said. */
async function report(): Promise<string> {
  const said = await firefox.until('the report', () =>
    firefox.inPage<string>(
      'return document.querySelector(".import-report .end") && document.querySelector(".import-report").innerText;',
    ),
  );
  await firefox.inPage('[...document.querySelectorAll(".import-report button")].at(-1).click();');
  return said;
}

test('in Firefox a file, a folder and a zip are imported, shown in the sidebar and exported', async () => {
  const folder = {
    'one.md': madeUpNote(madeUpVideo(1), 'First of the folder'),
    // In the other script than its reader's: the compiler and the page read the dictionaries.
    'deep/two.md': madeUpNote(madeUpVideo(2), '資料夾裡的第二篇').replace('lang: en', 'lang: zh-Hant'),
    'picture.png': 'no picture',
  };
  const single = join(await folderOf({ 'mine.md': madeUpNote(PLAIN, 'My very own note') }), 'mine.md');
  const zip = join(await folderOf({}), 'notes.zip');
  await writeFile(zip, await zipOf({ 'packed.md': madeUpNote(madeUpVideo(3), 'Out of the zip') }));

  await firefox.goto(`${firefox.origin}/library.html`);
  await firefox.until('the page', () => firefox.inPage('return !!document.querySelector(".note-list");'));
  await give('files', single);
  expect(await report()).toContain('Done.');
  await give('files', zip);
  expect(await report()).toContain('Done.');
  await giveFolder(folder);
  expect(await report()).toMatch(/Done\.[\s\S]*Added\s*2[\s\S]*Skipped: not a note\s*1/);
  await firefox.until('the title in the viewer’s script', () =>
    firefox.inPage(
      `return [...document.querySelectorAll('h3[lang=zh-Hans]')].some((one) => one.textContent === '资料夹里的第二篇');`,
    ),
  );

  const titles = await firefox.inPage<string[]>(
    'return [...document.querySelectorAll("[data-state=own] h3")].map((title) => title.textContent).sort();',
  );
  expect(titles).toEqual(['First of the folder', 'My very own note', 'Out of the zip', '资料夹里的第二篇']);

  await firefox.inPage(`
    window.saved = null;
    // Intercepts the download, which would go to the disk; the content policy blocks reading its address.
    URL.createObjectURL = (blob) => {
      void blob.arrayBuffer().then((bytes) => {
        window.saved = btoa(String.fromCharCode(...new Uint8Array(bytes)));
      });
      return '#';
    };
    HTMLAnchorElement.prototype.click = () => {};
    [...document.querySelectorAll('button')].find((button) => /zip/.test(button.textContent)).click();`);
  const saved = await firefox.until('the zip', () => firefox.inPage<string>('return window.saved;'));
  const entries = await new ZipReader(new BlobReader(new Blob([Buffer.from(saved, 'base64')]))).getEntries();
  expect(entries.map(({ filename }) => filename).sort()).toEqual(['deep/two.md', 'mine.md', 'one.md', 'packed.md']);

  await firefox.goto(`https://www.youtube.com/watch?v=${PLAIN}`);
  await firefox.openSidebar();
  await firefox.until('the own note in the sidebar', () =>
    firefox.inSidebar('return document.body.textContent.includes("My very own note");'),
  );
});

test('in Firefox a vault is imported; its episode has times from the transcript file; notes are switched', async () => {
  await firefox.goto(`${firefox.origin}/library.html`);
  await firefox.until('the page', () => firefox.inPage('return !!document.querySelector(".note-list");'));
  await giveFolder(VAULT as Readonly<Record<string, string>>);
  expect(await report()).toMatch(/Done\.[\s\S]*Added\s*3/);
  await firefox.goto(`https://www.youtube.com/watch?v=${VAULT_VIDEO}`);
  await firefox.openSidebar();
  const choose = (title: string) =>
    firefox.until(`the choice of ${title}`, () =>
      firefox.inSidebar(
        `const choice = document.querySelector('.note-choice');
         const option = [...(choice?.options ?? [])].find(({ text }) => text.startsWith('${title}'));
         if (!option) return false;
         choice.value = option.value;
         choice.dispatchEvent(new choice.ownerDocument.defaultView.Event('change', { bubbles: true }));
         return true;`,
      ),
    );
  await choose('How a lighthouse lens is ground');
  await firefox.until('times from the transcript', () =>
    firefox.inSidebar(
      `return document.querySelector('[data-section="the-outer-rings"] .time')?.textContent.includes('2:55');`,
    ),
  );
  await firefox.inSidebar(`document.querySelector('#transcript').click();`);
  await firefox.until('the transcript', () =>
    firefox.inSidebar(`return document.querySelectorAll('.cue').length === 7;`),
  );
  await choose('What I took home');
  await firefox.until('the other note', () =>
    firefox.inSidebar(`return document.querySelector('h1')?.textContent === 'What I took home';`),
  );
});

test('Firefox clears our data under the open sidebar: what is shown stays, and notes can be added again', async () => {
  const heading = (text: string) =>
    firefox.until(text, () => firefox.inSidebar(`return document.querySelector('h1')?.textContent === '${text}';`));
  const clear = () =>
    firefox.inBrowser(
      `const { extension } = WebExtensionPolicy.getByHostname(new URL(args[0]).hostname);
       await new Promise((done) => {
         Services.clearData.deleteDataFromPrincipal(extension.principal, true, Ci.nsIClearDataService.CLEAR_DOM_QUOTA, done);
       });`,
      firefox.origin,
    );
  const single = join(await folderOf({ 'clock.md': madeUpNote(PLAIN, 'A clock that ran slow') }), 'clock.md');
  await clear();
  await firefox.goto(`${firefox.origin}/library.html`);
  await firefox.until('the page', () => firefox.inPage('return !!document.querySelector(".note-list");'));
  await give('files', single);
  expect(await report()).toContain('Done.');
  const library = await firefox.command('WebDriver:GetWindowHandle');
  await firefox.open(`https://www.youtube.com/watch?v=${PLAIN}`);
  const video = await firefox.command('WebDriver:GetWindowHandle');
  await firefox.openSidebar();
  await heading('A clock that ran slow');

  await clear();
  await heading('A clock that ran slow');
  await firefox.goto('https://www.youtube.com/watch?v=v0gjI__RyCY');
  await firefox.until('the bundled note', () =>
    firefox.inSidebar('return document.querySelectorAll("[data-section]").length === 32;'),
  );
  await firefox.goto(`https://www.youtube.com/watch?v=${PLAIN}`);
  await heading('No note for this video');
  const hasButton = () => firefox.inPage<boolean>("return !!document.querySelector('[data-sleevenotes=button]');");
  expect(await hasButton()).toBe(false);

  // The library's page was open, too; what it adds is there at once.
  await firefox.command('WebDriver:SwitchToWindow', { handle: library });
  await give('files', single);
  expect(await report()).toContain('Done.');
  await firefox.command('WebDriver:SwitchToWindow', { handle: video });
  await heading('A clock that ran slow');
  await firefox.until('the button of a page that was open all the time', hasButton);
});

test("in Firefox's private windows the library takes nothing and says so; the sidebar works, and nothing is kept", async () => {
  await firefox.inBrowser(
    `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
     const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
     const { id, extension } = WebExtensionPolicy.getByHostname(new URL(args[0]).hostname);
     const allowed = { permissions: ['internal:privateBrowsingAllowed'], origins: [] };
     await ExtensionPermissions.add(id, allowed, extension);
     await (await AddonManager.getAddonByID(id)).reload();`,
    firefox.origin,
  );
  const { handle } = (await firefox.command('WebDriver:NewWindow', { type: 'window', private: true })) as {
    handle: string;
  };
  await firefox.command('WebDriver:SwitchToWindow', { handle });
  await firefox.goto(`${firefox.origin}/library.html`);
  const said = await firefox.until('the notice', () =>
    firefox.inPage<string>('return document.querySelector(".notice")?.textContent ?? "";'),
  );
  expect(said).toContain('private window');
  expect(await firefox.inPage('return document.querySelector(".add-notes button").disabled;')).toBe(true);

  const kept = () =>
    firefox.inPage('return Promise.all([browser.storage.local.get(null), browser.storage.sync.get(null)]);');
  const before = await kept();
  await firefox.goto('https://www.youtube.com/watch?v=v0gjI__RyCY');
  await firefox.openSidebar();
  await firefox.until('the note', () =>
    firefox.inSidebar('return document.querySelectorAll("[data-section]").length === 32;'),
  );
  await firefox.inSidebarWorld(
    `document.querySelector('#glossary').click();
     const dataTransfer = new DataTransfer();
     dataTransfer.items.add(new File(['WEBVTT\\n\\n00:01.000 --> 00:02.000\\nGood morning.\\n'], 'mine.vtt'));
     document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));`,
  );
  await firefox.until('the transcript', () =>
    firefox.inSidebar(`return document.querySelector('[data-transcript]')?.textContent.includes('mine.vtt');`),
  );
  // As long as a place takes to be kept.
  await new Promise((done) => setTimeout(done, 500));
  await firefox.goto(`${firefox.origin}/library.html`);
  expect(await kept()).toEqual(before);
});
