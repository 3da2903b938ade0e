import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { FirefoxWithExtension } from './firefox.ts';

const EXTENSION = fileURLToPath(new URL('../../../.output/firefox-mv3', import.meta.url));
const [ENTER, ESCAPE] = ['\uE007', '\uE00C'];

let firefox: FirefoxWithExtension;
test.beforeAll(async () => {
  firefox = await FirefoxWithExtension.launch(EXTENSION);
});
test.afterAll(() => firefox?.close());

const firstOption = () => firefox.inPopup<string>('return document.querySelector("[role=option]")?.textContent ?? "";');

test('in Firefox a term is looked up and the video sent to where it is explained, by keyboard alone', async () => {
  await firefox.goto('https://www.youtube.com/watch?v=v0gjI__RyCY');
  await firefox.until('the button by the title', () =>
    firefox.inPage('return !!document.querySelector("[data-sleevenotes=button]");'),
  );
  await firefox.openPopup();
  await firefox.until('the terms of the episode', firstOption);
  await firefox.press(...'fxcb');
  await firefox.until('反向传播', async () => (await firstOption()).includes('反向传播'));
  await firefox.press(ENTER);
  await firefox.until('a place with the focus', () =>
    firefox.inPopup('return document.activeElement.matches(".place");'),
  );
  await firefox.press(ENTER);
  const time = await firefox.until('the player moved', () =>
    firefox.inPage<number>('return document.getElementById("movie_player").getCurrentTime();'),
  );
  expect(time).toBeGreaterThan(60);
  // Firefox closes a popup on Escape before its page gets the event.
  await firefox.press(ESCAPE);
  await firefox.until('no popup', () =>
    firefox.inBrowser<boolean>('return !document.querySelector(".webextension-popup-browser");'),
  );
});

test('in Firefox the selected text is looked up', async () => {
  await firefox.goto('https://www.youtube.com/watch?v=v0gjI__RyCY');
  await firefox.inPage(`
    const comment = document.createElement('p');
    comment.textContent = 'backpropagation';
    document.body.append(comment);
    document.getSelection().selectAllChildren(comment);`);
  await firefox.openPopup();
  await firefox.until('the text in the field', () =>
    firefox.inPopup('return document.querySelector("input").value === "backpropagation";'),
  );
  await firefox.until('its explanation', async () => (await firstOption()).includes('反向传播'));
  await firefox.press(ESCAPE);
});

test('in Firefox the address bar suggests entries and opens the one chosen', async () => {
  await firefox.inBrowser('gURLBar.focus(); gURLBar.value = ""; gURLBar.search("sn fxcb");');
  const titles = () =>
    firefox.inBrowser<string[]>(`
      return gURLBar.view.visibleResults.map(({ payload }) => [payload.title, payload.content].flat().join(' '));`);
  await firefox.until('a suggestion', async () => (await titles()).some((title) => title.includes('反向传播')));
  await firefox.press('\uE015', ENTER);
  await firefox.until('the entry on the lookup page', async () =>
    (await firefox.inPage<string>('return document.querySelector("h1")?.textContent ?? "";')).includes('反向传播'),
  );
});
