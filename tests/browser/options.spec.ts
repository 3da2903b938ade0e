import { readFile, writeFile } from 'node:fs/promises';
import { violations } from './axe.ts';
import { launchChromium } from './chromium.ts';
import { EPISODE, EXTENSION, expect, NO_NOTE, test } from './fixtures.ts';
import { addNotes, CONVERSATION } from './panel-notes.ts';

const CHIPS = 'https://www.youtube.com/watch?v=plainVideo2';
const CHIP_NOTE = `---
source: ${CHIPS}
title: 芯片入门
lang: zh-Hans
---
### 一

芯片有**内存**（memory: 存数据的地方），文件在网络上。
`;

test('every choice shows at once in an open panel, by keyboard alone', async ({ browserWithExtension }) => {
  const page = await browserWithExtension.open(EPISODE);
  const panel = await browserWithExtension.openPanel(page);
  await expect(panel.getByRole('heading', { level: 1 })).toContainText('会长大');
  const options = await browserWithExtension.open(`${browserWithExtension.origin}/options.html`);
  const preview = options.locator('.preview');
  await expect(preview).toContainText('Would open in 简体中文');
  // The browser accepted both shortcuts; it silently drops reserved ones.
  await expect(options.locator('.shortcuts kbd')).toHaveText(['Alt+Shift+S', 'Alt+Shift+K']);

  await options.getByRole('button', { name: 'Move English up' }).press('Enter');
  await expect(preview).toContainText('Would open in English');
  await expect(preview.locator('blockquote')).toHaveAttribute('lang', 'en');
  // The panel follows the active tab, so the video's must be in front to see its note.
  await page.bringToFront();
  await expect(panel.getByRole('heading', { level: 1 })).toContainText('keeps growing');
  await options.bringToFront();

  await options.getByRole('radio', { name: 'Dark' }).press('Space');
  await expect(panel.locator('html')).toHaveAttribute('data-theme', 'dark');
  await options.getByRole('radio', { name: 'Large', exact: true }).press('Space');
  await expect(panel.locator('html')).toHaveAttribute('data-text-size', 'large');

  // The next page of the extension has the theme from its first paint, before its own script has run.
  await browserWithExtension.context.addInitScript(() =>
    document.addEventListener('readystatechange', () => {
      const { dataset } = document.documentElement;
      dataset.first ??= `${dataset.theme} ${dataset.textSize}`;
    }),
  );
  const again = await browserWithExtension.open(`${browserWithExtension.origin}/options.html`);
  await expect(again.locator('html')).toHaveAttribute('data-first', 'dark large');
  await again.close();
  await options.bringToFront();

  const next = options.getByRole('button', { name: /Next section/ });
  await next.press('Enter');
  await next.press('k');
  await expect(options.getByText('YouTube uses “k” itself')).toBeVisible();
  await next.press('q');
  await expect(next).toHaveText('q');
  await page.bringToFront();
  await expect(panel.locator('[data-section][aria-current]')).toBeVisible();
  await page.keyboard.press('q');
  await expect(panel.locator('[data-section="knowing-everyone"]')).toHaveAttribute('aria-current', 'true');
});

test('with traditional characters preferred, notes in simplified ones are converted, and the panel says so', async ({
  browserWithExtension,
}) => {
  await addNotes(browserWithExtension, CONVERSATION, CHIP_NOTE);
  const options = await browserWithExtension.open(`${browserWithExtension.origin}/options.html`);
  const preview = options.locator('.preview');
  await expect(preview.locator('blockquote')).toHaveAttribute('lang', 'zh-Hans');
  await options.getByRole('combobox', { name: 'Add a language' }).selectOption('zh-Hant');
  for (let up = 0; up < 2; up += 1) await options.getByRole('button', { name: 'Move 繁體中文 up' }).click();
  await expect(preview).toContainText('Would open in 繁體中文, converted from 简体中文');
  await expect(preview.locator('blockquote')).toHaveAttribute('lang', 'zh-Hant');

  const page = await browserWithExtension.open(EPISODE);
  const panel = await browserWithExtension.openPanel(page);
  const title = panel.getByRole('heading', { level: 1 });
  await expect(title).toContainText('會長大');
  await expect(title).toHaveAttribute('lang', 'zh-Hant');
  await expect(panel.locator('.head .facts')).toContainText('Converted from 简体中文');
  const converted = panel.getByRole('button', { name: '繁體中文 converted' });
  await expect(converted).toHaveAttribute('aria-pressed', 'true');

  // Switching the script keeps the place.
  const section = panel.locator('[data-section="inference-compute"]');
  await section.getByRole('button').first().click();
  await expect(section).toHaveAttribute('aria-current', 'true');
  await panel.getByRole('button', { name: '简体中文' }).click();
  await expect(title).toContainText('会长大');
  await expect(panel.locator('.head .facts')).not.toContainText('Converted');
  await converted.click();
  await expect(title).toContainText('會長大');
  await expect(section).toHaveAttribute('aria-current', 'true');
  await expect(section).toBeInViewport();

  // The same for a note of the viewer's own, which the browser compiled.
  await page.goto(NO_NOTE);
  await expect(title).toHaveText('一次關於退火與鐘錶的談話');

  // Taiwan's words are a choice of their own, and an open panel follows it.
  await page.goto(CHIPS);
  await panel.getByRole('button', { name: 'Open all' }).click();
  const text = panel.locator('.block').first();
  await expect(text).toContainText('文件在網絡上');
  await options.getByRole('checkbox', { name: /Taiwan/ }).check();
  await expect(text).toContainText('文件在網路上');
  await expect(panel.locator('.head .facts')).toHaveText("Converted from 简体中文, with Taiwan's words");
  const popup = await browserWithExtension.openPopup(page);
  await popup.getByRole('combobox').fill('neicun');
  await expect(popup.getByRole('option').first()).toContainText('記憶體');
  await popup.getByRole('combobox').press('Enter');
  await expect(popup.locator('#entry-term')).toHaveText('記憶體');
});

test('a backup comes back as it was; a damaged one changes nothing; a reset can be undone', async ({
  browserWithExtension,
}, testInfo) => {
  const options = await browserWithExtension.open(`${browserWithExtension.origin}/options.html`);
  await options.getByRole('radio', { name: 'Dark' }).check();
  const saving = options.waitForEvent('download');
  await options.getByRole('button', { name: 'Save a backup' }).click();
  const saved = await (await saving).path();

  await options.getByRole('radio', { name: 'Light' }).check();
  const damaged = testInfo.outputPath('damaged.json');
  await writeFile(damaged, (await readFile(saved, 'utf8')).replace('"dark"', '"purple"'));
  await options.locator('input[type=file]').setInputFiles(damaged);
  await expect(options.getByText('“damaged.json” is damaged at “settings.theme”')).toBeVisible();
  await expect(options.getByRole('radio', { name: 'Light' })).toBeChecked();

  await options.locator('input[type=file]').setInputFiles(saved);
  await expect(options.getByText('The backup is in place.')).toBeVisible();
  await expect(options.getByRole('radio', { name: 'Dark' })).toBeChecked();

  await options.getByRole('button', { name: 'Reset everything' }).click();
  await expect(options.getByRole('radio', { name: 'Same as system' })).toBeChecked();
  await options.getByRole('button', { name: 'Undo' }).click();
  await expect(options.getByRole('radio', { name: 'Dark' })).toBeChecked();
});

test('a change the browser refuses is said, and what is stored is shown', async ({ browserWithExtension }) => {
  const options = await browserWithExtension.open(`${browserWithExtension.origin}/options.html`);
  await expect(options.getByRole('radio', { name: 'Same as system' })).toBeChecked();
  await options.evaluate(() => {
    const { storage } = (globalThis as unknown as { chrome: { storage: { sync: { set(): Promise<void> } } } }).chrome;
    storage.sync.set = async () => {
      throw new Error('MAX_WRITE_OPERATIONS_PER_MINUTE');
    };
  });
  await options.getByRole('radio', { name: 'Dark' }).click();
  await expect(options.getByRole('alert')).toContainText('did not store this change');
  await expect(options.getByRole('radio', { name: 'Same as system' })).toBeChecked();
});

for (const page of ['options', 'library', 'sidepanel', 'popup']) {
  test(`when ${page} breaks it says so and offers a reload and a report`, async () => {
    const browser = await launchChromium({ extension: EXTENSION });
    // Messages cannot be read, so rendering fails.
    await browser.context.addInitScript(() => {
      const { i18n } = (globalThis as unknown as { chrome: { i18n?: { getMessage(key: string): string } } }).chrome;
      const original = i18n?.getMessage;
      if (!i18n || !original) return;
      i18n.getMessage = (key) => {
        if (!key.startsWith('failure_')) throw new Error('broken on purpose');
        return original(key);
      };
    });
    const broken = await browser.open(`${browser.origin}/${page}.html`);
    await expect(broken.getByRole('heading', { level: 1 })).toHaveText('Sleevenotes stumbled');
    expect(await violations(broken)).toEqual([]);
    await broken.getByText('What happened').click();
    await expect(broken.locator('pre')).toContainText('broken on purpose');
    await expect(broken.locator('pre')).toContainText(`/${page}.html`);
    await broken.getByRole('button', { name: 'Reload' }).click();
    await broken.waitForLoadState();
    await expect(broken.getByRole('button', { name: 'Copy the report' })).toBeVisible();
    await browser.close();
  });
}
