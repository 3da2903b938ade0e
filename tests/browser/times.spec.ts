import { EPISODE, expect, NO_NOTE, readClock, test } from './fixtures.ts';
import { addNotes, CONVERSATION } from './panel-notes.ts';

test('the basis of the times is shown above the outline, and only unsure ones have ≈', async ({
  browserWithExtension,
}) => {
  await addNotes(browserWithExtension, CONVERSATION);
  const page = await browserWithExtension.open(EPISODE);
  const panel = await browserWithExtension.openPanel(page);
  const basis = panel.locator('.basis');
  await expect(basis).toHaveText('Times given in the note');
  await expect(panel.locator('.approx')).toHaveCount(0);
  await page.goto(NO_NOTE);
  await expect(basis.first()).toContainText(/about ± \d+ (s|min)/);
  await expect(panel.getByRole('button', { name: 'Make the times exact' })).toBeVisible();
  await expect(panel.locator('.approx').first()).toBeVisible();
});

test('a section is corrected from its row while the video plays, nudged and given back in its text', async ({
  browserWithExtension,
}) => {
  const page = await browserWithExtension.open(EPISODE);
  const panel = await browserWithExtension.openPanel(page);
  const section = panel.locator('[data-section="cat-neuron"]');
  const time = section.locator('.time');
  await expect(time).toHaveText('23:04');
  await page.evaluate(() => {
    const video = document.querySelector('video');
    if (video) video.currentTime = 23 * 60 + 20;
  });
  await expect(section).toHaveAttribute('aria-current', 'true');
  await section.getByRole('button', { name: 'This section starts now' }).click();
  await expect(time).toHaveText('23:20');
  await expect(panel.getByText('Starts at 23:20')).toBeVisible();

  await section.locator('.section-toggle').click();
  await section.getByRole('button', { name: '1 second earlier' }).click();
  await section.getByRole('button', { name: '1 second earlier' }).click();
  await expect(time).toHaveText('23:18');
  await section.getByRole('button', { name: 'Remove your time 23:18' }).click();
  await expect(time).toHaveText('23:04');
  // Undo brings back what was removed; after several corrections in a row, the time before the first.
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(time).toHaveText('23:18');
  await section.getByRole('button', { name: 'Remove your time 23:18' }).click();
  await expect(section.getByRole('button', { name: /Remove your time/ })).toHaveCount(0);
});

test('a corrected time is kept when the panel is reopened, and the undo offer can be dismissed', async ({
  browserWithExtension,
}) => {
  const page = await browserWithExtension.open(EPISODE);
  const panel = await browserWithExtension.openPanel(page);
  const section = panel.locator('[data-section="cat-neuron"]');
  await section.locator('.section-seek').click();
  await expect.poll(() => page.evaluate(readClock)).toBeGreaterThan(1300);
  await panel.locator('.offer', { hasText: 'Back to 0:00' }).getByRole('button', { name: 'Dismiss' }).click();
  await expect(panel.getByText('Back to 0:00')).toHaveCount(0);
  await page.evaluate(() => {
    const video = document.querySelector('video');
    if (video) video.currentTime = 1390;
  });
  await expect(panel.locator('[data-section][aria-current]')).toHaveCount(1);
  await section.getByRole('button', { name: 'This section starts now' }).click();
  await expect(section.locator('.time')).toHaveText('23:10');
  await panel.reload();
  await expect(section.locator('.time')).toHaveText('23:10');
});
