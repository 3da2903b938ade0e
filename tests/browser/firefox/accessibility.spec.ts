import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { VIOLATIONS } from './axe.ts';
import { FirefoxWithExtension } from './firefox.ts';

const EXTENSION = fileURLToPath(new URL('../../../.output/firefox-mv3', import.meta.url));

let firefox: FirefoxWithExtension;
test.beforeAll(async () => {
  firefox = await FirefoxWithExtension.launch(EXTENSION);
});
test.afterAll(() => firefox?.close());

const violations = () => firefox.inPage<readonly string[]>(VIOLATIONS);
const seen = (selector: string) =>
  firefox.until(selector, () => firefox.inPage<boolean>(`return document.querySelector('${selector}') !== null;`));
const click = (selector: string) => firefox.inPage(`document.querySelector('${selector}').click();`);
async function type(text: string): Promise<void> {
  const found = await firefox.command('WebDriver:FindElement', { using: 'css selector', value: '[role=combobox]' });
  const [id = ''] = Object.values(found as Record<string, string>);
  await firefox.command('WebDriver:ElementClear', { id });
  await firefox.command('WebDriver:ElementSendKeys', { id, text });
}

for (const theme of ['light', 'dark']) {
  const choose = () => firefox.inPage(`document.documentElement.dataset.theme = '${theme}';`);

  test(`in Firefox, ${theme}, the options have no accessibility violation`, async () => {
    await firefox.goto(`${firefox.origin}/options.html`);
    await seen('.preview');
    await choose();
    expect(await violations()).toEqual([]);
  });

  test(`in Firefox, ${theme}, library and reading page have none`, async () => {
    await firefox.goto(`${firefox.origin}/library.html`);
    await seen('.notes h3');
    await choose();
    expect(await violations()).toEqual([]);
    await firefox.goto(await firefox.inPage<string>(`return document.querySelector('a[href*="reading.html"]').href;`));
    await seen('.reading');
    await choose();
    expect(await violations()).toEqual([]);
  });

  test(`in Firefox, ${theme}, the lookup has none in any state`, async () => {
    await firefox.goto(`${firefox.origin}/popup.html`);
    await seen('[role=combobox]');
    await choose();
    expect(await violations(), 'nothing asked').toEqual([]);
    await type('qqqqqqqq');
    await firefox.until('nothing found', () =>
      firefox.inPage<boolean>('return document.body.textContent.includes("Nothing found");'),
    );
    expect(await violations(), 'nothing found').toEqual([]);
    await type('TPU');
    await seen('[role=option]');
    expect(await violations(), 'results').toEqual([]);
    await click('[role=option]');
    await seen('#entry-term');
    expect(await violations(), 'an entry').toEqual([]);
  });
}

test("in Firefox, the library's buttons can be read in the system's colours", async () => {
  const chooseColours = (who: 'pages' | 'system') =>
    firefox.inBrowser(
      "Services.prefs.setIntPref('browser.display.document_color_use', args[0]);",
      who === 'system' ? 2 : 0,
    );
  await chooseColours('system');
  await firefox.goto(`${firefox.origin}/library.html`);
  await seen('.add-notes button:enabled');
  expect(await firefox.inPage<boolean>("return matchMedia('(forced-colors: active)').matches;")).toBe(true);
  expect(await violations()).toEqual([]);
  await chooseColours('pages');
});
