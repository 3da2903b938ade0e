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

test.describe('a reader in Taiwan', () => {
  test.use({ launch: { locale: 'zh-TW', noteLanguages: null } });

  test('reads every list in traditional characters, and finds by their words what the mainland calls otherwise', async ({
    browserWithExtension,
  }) => {
    const note = (video: string, title: string) => `---
source: https://www.youtube.com/watch?v=${video}
title: ${title}
lang: zh-Hans
---
### 网络

**内存**（DRAM: 断电就忘的存储）很快。
`;
    await addNotes(browserWithExtension, note('noNoteHere1', '内存与头发'), note('plainVideo2', '内存的历史'));
    const library = await browserWithExtension.open(`${browserWithExtension.origin}/library.html`);
    const rows = library.locator('.notes h3[lang=zh-Hant]');
    await expect(rows.filter({ hasText: '內存與頭髮' })).toHaveCount(1);
    await library.getByRole('searchbox').first().fill('記憶體');
    await expect(rows).toHaveCount(2);
    await library.close();
    const page = await browserWithExtension.open(NO_NOTE);
    const panel = await browserWithExtension.openPanel(page);
    await expect(panel.getByRole('heading', { level: 1 })).toHaveText('內存與頭髮');
    await panel.getByRole('searchbox').fill('網路');
    await expect(panel.locator('[data-section]')).toContainText('網絡');
    const popup = await browserWithExtension.openPopup(page);
    await popup.getByRole('combobox').fill('記憶體');
    // Of the note that is shown, and of the other one.
    const found = popup.getByRole('option').filter({ hasText: '斷電就忘的存儲' });
    await expect(found).toHaveCount(2);
    await expect(found.last()).toContainText('內存');
  });
});
