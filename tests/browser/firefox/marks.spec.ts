import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { VIOLATIONS } from './axe.ts';
import { FirefoxWithExtension } from './firefox.ts';

const EXTENSION = fileURLToPath(new URL('../../../.output/firefox-mv3', import.meta.url));
const [ENTER, ESCAPE] = ['\uE007', '\uE00C'];

let firefox: FirefoxWithExtension;
test.beforeAll(async () => {
  firefox = await FirefoxWithExtension.launch(EXTENSION);
});
test.afterAll(() => firefox?.close());

const moveTo = (seconds: number) =>
  firefox.inPage('document.querySelector("video").currentTime = arguments[0];', seconds);
const said = () =>
  firefox.inPage<string>(
    'return document.querySelector("[data-sleevenotes=button] [role=status]")?.textContent ?? "";',
  );
const rows = () =>
  firefox.inSidebar<string>(
    'return [...document.querySelectorAll("[data-mark]")].map((row) => row.textContent).join(" / ");',
  );
/** Focuses a part of the sidebar, as Tab does. */
const focus = async (selector: string) => {
  await firefox.inBrowser(
    'document.getElementById("sidebar").contentDocument.getElementById("webext-panels-browser").focus();',
  );
  await firefox.inSidebar(`document.querySelector('${selector}').focus();`);
};

test('in Firefox, by keyboard alone: the key marks with the sidebar closed, the sidebar shows it and takes words', async () => {
  await firefox.goto('https://www.youtube.com/watch?v=v0gjI__RyCY');
  await firefox.until('the button by the title', () =>
    firefox.inPage('return !!document.querySelector("[data-sleevenotes=button]");'),
  );
  await moveTo(759);
  await firefox.until('“Marked 12:34”', async () => {
    await firefox.press('x');
    return (await said()) === 'Marked 12:34';
  });
  await firefox.openSidebar();
  await firefox.until('the mark in the outline', async () => (await rows()).includes('12:34'));

  await moveTo(100);
  await focus('.mark-button');
  await firefox.press(ENTER);
  await firefox.until('the field with the focus', () =>
    firefox.inSidebar('return document.activeElement.matches(".mark-field textarea");'),
  );
  expect(await firefox.inSidebarWorld<readonly string[]>(VIOLATIONS)).toEqual([]);
  await firefox.press(...'mine', ENTER);
  await firefox.until('the words in the outline', async () => (await rows()).includes('mine'));
  expect(await firefox.inSidebar('return document.activeElement.className;')).toBe('mark-button');

  await focus('[data-mark] .section-toggle');
  await firefox.press(ENTER);
  await firefox.until('the editor', () => firefox.inSidebar('return !!document.querySelector(".mark-editor");'));
  expect(await firefox.inSidebarWorld<readonly string[]>(VIOLATIONS)).toEqual([]);
  await focus('.mark-tools button:last-child');
  await firefox.press(ENTER);
  await firefox.until('one mark less', async () => !(await rows()).includes('mine'));
  await focus('.offer button');
  await firefox.press(ENTER);
  await firefox.until('the mark again', async () => (await rows()).includes('mine'));
  await firefox.press(ESCAPE);
});
