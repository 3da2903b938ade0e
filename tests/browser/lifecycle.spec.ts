import { EPISODE, expect, NO_NOTE, readClock, test } from './fixtures.ts';

test('each window has its own panel, which controls its own video', async ({ browserWithExtension }) => {
  const { context } = browserWithExtension;
  const first = await browserWithExtension.open(EPISODE);
  const firstPanel = await browserWithExtension.openPanel(first);
  await expect(firstPanel.locator('[data-section]')).toHaveCount(32);

  const opening = context.waitForEvent('page');
  await context
    .serviceWorkers()[0]
    ?.evaluate(
      (url) =>
        (
          globalThis as unknown as { chrome: { windows: { create(options: { url: string }): Promise<unknown> } } }
        ).chrome.windows.create({ url }),
      'about:blank',
    );
  const second = await opening;
  await second.goto(EPISODE);
  const secondPanel = await browserWithExtension.openPanel(second);
  await expect(secondPanel.locator('[data-section]')).toHaveCount(32);

  await secondPanel.locator('[data-section="cat-neuron"]').getByRole('button').first().click();
  await expect.poll(() => second.evaluate(readClock)).toBeCloseTo(23 * 60 + 4, 0);
  expect(await first.evaluate(readClock)).toBeLessThan(60);
  await second.goto(NO_NOTE);
  await expect(secondPanel.getByRole('heading', { level: 1 })).toHaveText('No note for this video');
  await expect(firstPanel.locator('[data-section]')).toHaveCount(32);
});

test('a page that does not answer is reloaded from the panel', async ({ browserWithExtension }) => {
  const page = await browserWithExtension.open(EPISODE);
  const panel = await browserWithExtension.openPanel(page);
  // The address then shows the browser's error page, in which no script may run.
  await page.route(NO_NOTE, (route) => route.abort());
  await page.goto(NO_NOTE).catch(() => undefined);
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('The page does not answer');
  await page.unroute(NO_NOTE);
  await panel.getByRole('button', { name: 'Reload the page' }).click();
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('No note for this video');
});
