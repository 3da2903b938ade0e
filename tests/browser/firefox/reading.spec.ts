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
