import { EPISODE, expect, NO_NOTE, test } from './fixtures.ts';
import { addNotes } from './panel-notes.ts';

/** Two notes on the second video, so that the next video has the choice, too. */
const twoLanguages = (['zh-Hans', 'en'] as const).map(
  (lang) => `---
source: ${NO_NOTE}
title: ${lang === 'en' ? 'A clock that was slow' : '走慢了的钟'}
lang: ${lang}
---
### ${lang === 'en' ? 'One' : '一'} {#one}

${lang === 'en' ? 'An **escapement** (escapement: what lets the power out)' : '一个**擒纵机构**（escapement: 放出能量的机关）'}.
`,
);

for (const [locale, title] of [
  ['en-US', 'Jeff Dean and Noam'],
  ['zh-CN', '会长大'],
  ['zh-TW', '會長大'],
  ['zh-HK', '會長大'],
] as const) {
  test.describe(locale, () => {
    test.use({ launch: { locale, noteLanguages: null } });

    test('a fresh browser opens the note in its own language, in panel and popup', async ({ browserWithExtension }) => {
      const page = await browserWithExtension.open(EPISODE);
      const panel = await browserWithExtension.openPanel(page);
      await expect(panel.getByRole('heading', { level: 1 })).toContainText(title);
      const language = await panel.getByRole('heading', { level: 1 }).getAttribute('lang');
      const popup = await browserWithExtension.openPopup(page);
      await expect(popup.getByRole('option').first()).toBeVisible();
      await expect(popup.locator(`[role=option] [lang="${language}"]`).first()).toBeVisible();
    });
  });
}

test.describe('a language chosen in the panel', () => {
  test.use({ launch: { noteLanguages: null } });

  test('is remembered for the video, preferred for the next one, and used by the popup', async ({
    browserWithExtension,
  }) => {
    await addNotes(browserWithExtension, ...twoLanguages);
    const page = await browserWithExtension.open(EPISODE);
    const panel = await browserWithExtension.openPanel(page);
    const title = panel.getByRole('heading', { level: 1 });
    await expect(title).toContainText('Jeff Dean and Noam');
    await panel.getByRole('button', { name: '简体中文' }).click();
    await expect(title).toContainText('会长大');
    await page.goto(NO_NOTE);
    await expect(title).toHaveText('走慢了的钟');
    await panel.getByRole('button', { name: 'English' }).click();
    await expect(title).toHaveText('A clock that was slow');
    // Each video keeps its own choice, also in a panel that is opened again.
    await page.goto(EPISODE);
    await expect(title).toContainText('会长大');
    await panel.reload();
    await expect(title).toContainText('会长大');
    const popup = await browserWithExtension.openPopup(page);
    await popup.getByRole('combobox').fill('mapreduce');
    await expect(popup.getByRole('option').first().locator('[lang]').first()).toHaveAttribute('lang', 'zh-Hans');
  });
});
