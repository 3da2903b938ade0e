import { EPISODE, expect, NO_NOTE, readClock, test } from './fixtures.ts';

test('the panel shows the note of the video: title, 32 timed sections, glossary, summary', async ({
  browserWithExtension,
}) => {
  const page = await browserWithExtension.open(EPISODE);
  const panel = await browserWithExtension.openPanel(page);
  await expect(panel.getByRole('heading', { level: 1 })).toContainText('Jeff Dean');
  await expect(panel.locator('[data-section]')).toHaveCount(32);
  await expect(panel.locator('[data-section] .time').first()).toHaveText('0:00');
  await panel.getByRole('tab', { name: /Glossary/ }).click();
  await expect.poll(() => panel.locator('.entry').count()).toBeGreaterThanOrEqual(70);
  await panel.getByRole('tab', { name: /Summary/ }).click();
  await expect(panel.getByRole('tabpanel')).toContainText('Gemini');
});

test('a click on a section moves the player there, and one action jumps back', async ({ browserWithExtension }) => {
  const page = await browserWithExtension.open(EPISODE);
  const panel = await browserWithExtension.openPanel(page);
  const section = panel.locator('[data-section="cat-neuron"]');
  await section.getByRole('button').first().click();
  await expect.poll(() => page.evaluate(readClock)).toBeCloseTo(23 * 60 + 4, 0);
  await expect(section).toHaveAttribute('aria-current', 'true');
  await panel.getByRole('button', { name: 'Back to 0:00' }).click();
  await expect.poll(() => page.evaluate(readClock)).toBeLessThan(3);
});

test('the section playing now is marked as the video goes on', async ({ browserWithExtension }) => {
  const page = await browserWithExtension.open(EPISODE);
  const panel = await browserWithExtension.openPanel(page);
  await page.evaluate(() => {
    const video = document.querySelector('video');
    if (!video) return;
    video.currentTime = 92;
    void video.play();
  });
  await expect(panel.locator('[data-section="knowing-everyone"]')).toHaveAttribute('aria-current', 'true');
});

test('in-page navigation changes the panel both ways, and back again, without a reload', async ({
  browserWithExtension,
}) => {
  const page = await browserWithExtension.open(EPISODE);
  const panel = await browserWithExtension.openPanel(page);
  await expect(panel.locator('[data-section]')).toHaveCount(32);
  await page.locator('a[data-id="noNoteHere1"]').click();
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('No note for this video');
  await expect(panel.getByRole('button', { name: 'Middle' })).toBeVisible();
  await expect(page.locator('[data-sleevenotes="button"]')).toHaveCount(0);
  await page.goBack();
  await expect(panel.locator('[data-section]')).toHaveCount(32);
});

test('a video without a note shows its chapters, which seek, and the available episodes', async ({
  browserWithExtension,
}) => {
  const page = await browserWithExtension.open(EPISODE);
  const panel = await browserWithExtension.openPanel(page);
  await page.goto(NO_NOTE);
  await panel.getByRole('button', { name: /Middle/ }).click();
  await expect.poll(() => page.evaluate(readClock)).toBeCloseTo(120, 0);
  await panel.getByRole('button', { name: /Jeff Dean/ }).click();
  await expect(page).toHaveURL(/v0gjI__RyCY/);
  await expect(panel.locator('[data-section]')).toHaveCount(32);
});

test('the panel follows the active tab', async ({ browserWithExtension }) => {
  const first = await browserWithExtension.open(EPISODE);
  const panel = await browserWithExtension.openPanel(first);
  await expect(panel.locator('[data-section]')).toHaveCount(32);
  const second = await browserWithExtension.open(NO_NOTE);
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('No note for this video');
  await first.bringToFront();
  await expect(panel.locator('[data-section]')).toHaveCount(32);
  await second.close();
});

test('switching the language in the panel keeps the place', async ({ browserWithExtension }) => {
  const page = await browserWithExtension.open(EPISODE);
  const panel = await browserWithExtension.openPanel(page);
  const section = panel.locator('[data-section="inference-compute"]');
  await section.getByRole('button').first().click();
  await expect(section).toHaveAttribute('aria-current', 'true');
  const chinese = await section.innerText();
  await panel.getByRole('button', { name: 'English' }).click();
  await expect(section).toHaveAttribute('aria-current', 'true');
  await expect(section).toBeInViewport();
  expect(await section.innerText()).not.toBe(chinese);
});

test('the options choose the note language of an open panel at once', async ({ browserWithExtension }) => {
  const page = await browserWithExtension.open(EPISODE);
  const panel = await browserWithExtension.openPanel(page);
  await expect(panel.getByRole('heading', { level: 1 })).toContainText('会长大');
  const options = await browserWithExtension.open(`${browserWithExtension.origin}/options.html`);
  await options.locator('[data-language="en"]').getByRole('button').first().click();
  await page.bringToFront();
  await expect(panel.getByRole('heading', { level: 1 })).toContainText('Jeff Dean and');
});

test('a page without a video says so', async ({ browserWithExtension }) => {
  const page = await browserWithExtension.open(EPISODE);
  const panel = await browserWithExtension.openPanel(page);
  await page.locator('#logo').click();
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('Open a video');
});

test('where the browser accepts to open its side panel but shows none (Arc), the panel is offered as a tab', async ({
  browserWithExtension,
}) => {
  const { context, origin } = browserWithExtension;
  const page = await browserWithExtension.open(EPISODE);
  await context.serviceWorkers()[0]?.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: { sidePanel: { open: () => Promise<void> } } };
    chrome.sidePanel.open = () => Promise.resolve();
  });
  await page.locator('[data-sleevenotes="button"] button').first().click();
  const opened = context.waitForEvent('page');
  await page.getByRole('button', { name: 'Open the notes in a tab' }).click();
  const panel = await opened;
  expect(panel.url()).toContain(`${origin}/sidepanel.html?tab=`);
  await panel.locator('[data-section="cat-neuron"]').getByRole('button').first().click();
  await expect.poll(() => page.evaluate(readClock)).toBeCloseTo(23 * 60 + 4, 0);
});
