import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { EXTENSION_ID, FirefoxWithExtension } from './firefox.ts';

const EXTENSION = fileURLToPath(new URL('../../../.output/firefox-mv3', import.meta.url));

let firefox: FirefoxWithExtension;
test.beforeAll(async () => {
  firefox = await FirefoxWithExtension.launch(EXTENSION);
});
test.afterAll(() => firefox?.close());

const clock = 'return document.getElementById("movie_player").getCurrentTime();';

test('Firefox detects the video, shows its note in the sidebar and seeks', async () => {
  await firefox.goto('https://www.youtube.com/watch?v=v0gjI__RyCY');
  await firefox.until('the button by the title', () =>
    firefox.inPage('return !!document.querySelector("[data-sleevenotes=button]");'),
  );
  await firefox.openSidebar();
  const sections = 'return document.querySelectorAll("[data-section]").length;';
  await firefox.until('32 sections in the sidebar', async () => (await firefox.inSidebar<number>(sections)) === 32);
  await firefox.inSidebar('document.querySelector("[data-section=cat-neuron] button").click();');
  const time = await firefox.until('the player at 23:04', async () => {
    const seconds = await firefox.inPage<number>(clock);
    return Math.abs(seconds - 1384) < 3 && seconds;
  });
  expect(time).toBeGreaterThanOrEqual(1384);
});

test('in Firefox the page button says how to open the sidebar', async () => {
  await firefox.goto('https://www.youtube.com/watch?v=v0gjI__RyCY');
  await firefox.until('the button by the title', () =>
    firefox.inPage('return !!document.querySelector("[data-sleevenotes=button]");'),
  );
  await firefox.click('[data-sleevenotes=button] button');
  const said = await firefox.until('the hint', () =>
    firefox.inPage<string>('return document.querySelector("[data-sleevenotes=button] [role=status]").textContent;'),
  );
  expect(said).toContain('toolbar');
});

test('in Firefox the sidebar follows in-page navigation to a video without a note', async () => {
  await firefox.goto('https://www.youtube.com/watch?v=v0gjI__RyCY');
  await firefox.openSidebar();
  const heading = () => firefox.inSidebar<string>('return document.querySelector("h1").textContent;');
  await firefox.until('the note', async () => (await heading()).includes('Jeff Dean'));
  await firefox.inPage('document.querySelector("a[data-id=noNoteHere1]").click();');
  await firefox.until('the state without a note', async () => (await heading()) === 'No note for this video');
});

test('in Firefox a tab that was open before the extension came needs no reload', async () => {
  await firefox.goto('https://www.youtube.com/watch?v=v0gjI__RyCY');
  await firefox.inPage('window.sameDocument = true;');
  const buttons = () => firefox.inPage<number>('return document.querySelectorAll("[data-sleevenotes=button]").length;');
  await firefox.until('the button by the title', buttons);
  await firefox.command('Addon:Uninstall', { id: EXTENSION_ID });
  await firefox.until('nothing of ours', async () => (await buttons()) === 0);
  await firefox.command('Addon:Install', { path: EXTENSION, temporary: true });
  await firefox.until('the button again', async () => (await buttons()) === 1);
  expect(await firefox.inPage('return window.sameDocument;')).toBe(true);
});
