import { readFile, writeFile } from 'node:fs/promises';
import { violations } from './axe.ts';
import { launchChromium } from './chromium.ts';
import { EPISODE, EXTENSION, expect, test } from './fixtures.ts';

test('every choice shows at once in an open panel, by keyboard alone', async ({ browserWithExtension }) => {
  const page = await browserWithExtension.open(EPISODE);
  const panel = await browserWithExtension.openPanel(page);
  await expect(panel.getByRole('heading', { level: 1 })).toContainText('两位');
  const options = await browserWithExtension.open(`${browserWithExtension.origin}/options.html`);
  const preview = options.locator('.preview');
  await expect(preview).toContainText('两位');
  // The browser took both of our shortcuts; it drops silently what it keeps for itself.
  await expect(options.locator('.shortcuts kbd')).toHaveText(['Alt+Shift+S', 'Alt+Shift+K']);

  await options.getByRole('button', { name: 'Move English up' }).press('Enter');
  await expect(preview).toContainText('crayon chart');
  // The panel follows the active tab, so the video's must be in front to see its note.
  await page.bringToFront();
  await expect(panel.getByRole('heading', { level: 1 })).toContainText('crayon chart');
  await options.bringToFront();

  await options.getByRole('radio', { name: 'Dark' }).press('Space');
  await expect(panel.locator('html')).toHaveAttribute('data-theme', 'dark');
  await options.getByRole('radio', { name: 'Large' }).press('Space');
  await expect(panel.locator('html')).toHaveAttribute('data-text-size', 'large');

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
  await expect(options.getByRole('radio', { name: 'Like the system' })).toBeChecked();
  await options.getByRole('button', { name: 'Undo' }).click();
  await expect(options.getByRole('radio', { name: 'Dark' })).toBeChecked();
});

for (const page of ['options', 'library', 'sidepanel', 'popup']) {
  test(`when ${page} breaks it says so and offers a reload and a report`, async () => {
    const browser = await launchChromium({ extension: EXTENSION });
    // Its words cannot be had: whatever it draws fails.
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
