import { violations } from './axe.ts';
import { EPISODE, expect, NO_NOTE, test } from './fixtures.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ launch: { colorScheme } });

    test('the panel has no accessibility violation in any view', async ({ browserWithExtension }) => {
      const page = await browserWithExtension.open(EPISODE);
      const panel = await browserWithExtension.openPanel(page);
      await panel.locator('[data-section="five-grams"]').getByRole('button').nth(1).click();
      await expect(panel.locator('[data-section="five-grams"] p').first()).toBeVisible();
      expect(await violations(panel)).toEqual([]);
      for (const view of [/Glossary/, /Summary/]) {
        await panel.getByRole('tab', { name: view }).click();
        expect(await violations(panel)).toEqual([]);
      }
      await page.goto(NO_NOTE);
      await expect(panel.getByRole('heading', { level: 1 })).toHaveText('No note for this video');
      expect(await violations(panel)).toEqual([]);
    });

    test('the options have no accessibility violation', async ({ browserWithExtension }) => {
      const options = await browserWithExtension.open(`${browserWithExtension.origin}/options.html`);
      await expect(options.locator('[data-language="en"]')).toBeVisible();
      expect(await violations(options)).toEqual([]);
    });
  });
}
