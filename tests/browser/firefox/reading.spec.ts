import { expect, test } from '@playwright/test';
import { besideTheEpisode, type FirefoxWithExtension } from './firefox.ts';

let firefox: FirefoxWithExtension;
test.beforeAll(async () => {
  firefox = await besideTheEpisode();
});
test.afterAll(() => firefox?.close());

const click = (selector: string) => firefox.inSidebar(`document.querySelector('${selector}').click();`);
const text = (selector: string) =>
  firefox.inSidebar<string>(`return document.querySelector('${selector}')?.textContent ?? '';`);
const moveTo = (seconds: number) => firefox.inPage(`document.querySelector('video').currentTime = ${seconds};`);

test("in Firefox the note opens in the browser's language, with what its times rest on", async () => {
  expect(await text('h1')).toContain('会长大');
  expect(await text('.basis')).toBe('Times given in the note');
});

test('in Firefox a section is corrected from its row, and that is taken back', async () => {
  const time = () => text('[data-section=cat-neuron] .time');
  await moveTo(1400);
  await firefox.until('the section plays', async () => (await text('[data-section=cat-neuron][aria-current]')) !== '');
  await click('[data-section=cat-neuron] .section-now');
  await firefox.until('the corrected time', async () => (await time()) === '23:20');
  await firefox.inSidebar(
    `[...document.querySelectorAll('.offer button')].find((button) => button.textContent === 'Undo').click();`,
  );
  await firefox.until('the time of the note', async () => (await time()) === '23:04');
});

test('in Firefox reading along opens the section playing and marks the passage', async () => {
  await click('.tool');
  await firefox.until('the passage', async () => (await text('[aria-current] .block[data-lit]')) !== '');
  await moveTo(5000);
  await firefox.until('another section', () =>
    firefox.inSidebar<boolean>(
      `return document.querySelector('[data-section=cat-neuron] .section-text').hidden
        && document.querySelector('[aria-current] .block[data-lit]') !== null;`,
    ),
  );
  await click('.tool');
  await firefox.until('nothing marked', async () => (await text('.block[data-lit]')) === '');
});

const tabs = () =>
  firefox.inBrowser<string[]>('return [...window.gBrowser.tabs].map((tab) => tab.linkedBrowser.currentURI.spec);');

test('in Firefox the first page was opened once', async () => {
  expect((await tabs()).filter((address) => address === `${firefox.origin}/welcome.html`)).toHaveLength(1);
});

test('in Firefox a note is read on a page of its own: searched, in another language, again after a reload', async () => {
  const inPage = (selector: string) =>
    firefox.inPage<string>(`return document.querySelector('${selector}')?.textContent ?? '';`);
  const title = () => inPage('h1');
  await firefox.open(`${firefox.origin}/library.html`);
  const link = 'a[href*="reading.html"][href*="v0gjI__RyCY"]';
  await firefox.until('the list', () => inPage(link));
  await firefox.goto(await firefox.inPage<string>(`return document.querySelector('${link}').href;`));
  await firefox.until('the note', async () => (await title()) !== '');

  const field = await firefox.command('WebDriver:FindElement', { using: 'css selector', value: '[type=search]' });
  const [id = ''] = Object.values(field as Record<string, string>);
  await firefox.command('WebDriver:ElementSendKeys', { id, text: 'MapReduce' });
  await firefox.until('what was found', () => inPage('.contents .excerpt mark'));
  await firefox.click('.contents .excerpt');
  await firefox.until('the words', () => firefox.inPage<boolean>('return scrollY > 200;'));

  await firefox.inPage(
    `[...document.querySelectorAll('.switch button')].find((button) => button.textContent === '简体中文').click();`,
  );
  await firefox.until('Chinese', async () => (await title()).includes('会长大'));
  await firefox.goto(await firefox.inPage<string>('return location.href;'));
  await firefox.until('Chinese again', async () => (await title()).includes('会长大'));
  await firefox.until('the next note', () => inPage('.neighbours a'));

  await firefox.click('.read-section .place-button');
  await firefox.until('the video at that moment', async () =>
    (await tabs()).some((address) => /watch\?v=v0gjI__RyCY&t=\d+s/.test(address)),
  );
});
