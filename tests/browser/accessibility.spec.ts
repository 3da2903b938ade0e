import { violations } from './axe.ts';
import { EPISODE, expect, NO_NOTE, test } from './fixtures.ts';
import { addNotes, CONVERSATION } from './panel-notes.ts';

/** From right to left, with words of the other direction in its lines. */
const ARABIC = `---
source: ${NO_NOTE}
title: الساعة البطيئة
lang: ar
summary: حديث عن **الصبر**.
---
### زنبرك واحد

قال Mara Holt إن **التلدين** (annealing: تبريد بطيء للمعدن) يريح الزنبرك منذ 1987.

### الصبر

لا تستعجل.
`;

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ launch: { colorScheme } });

    test('the panel has no accessibility violation in any view', async ({ browserWithExtension }) => {
      const page = await browserWithExtension.open(EPISODE);
      const panel = await browserWithExtension.openPanel(page);
      await panel.locator('[data-section="five-grams"] .section-toggle').click();
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

    test('the panel has none with open sections, a search, messages, or without a note', async ({
      browserWithExtension,
    }) => {
      await addNotes(browserWithExtension, CONVERSATION);
      const page = await browserWithExtension.open(EPISODE);
      const panel = await browserWithExtension.openPanel(page);
      const states: Readonly<Record<string, () => Promise<void>>> = {
        'a search': () => panel.getByRole('searchbox').fill('Google'),
        'a search for nothing': () => panel.getByRole('searchbox').fill('no such words'),
        'an explanation in the text': async () => {
          await panel.getByRole('searchbox').fill('');
          await panel.locator('.section-toggle').first().click();
          await panel.locator('.term').first().click();
        },
        'the menu': () => panel.getByRole('button', { name: 'More' }).click(),
        'all notes': () => panel.getByRole('button', { name: 'Browse episodes' }).click(),
        'a term of the passage': async () => {
          await panel.getByRole('button', { name: 'Back to the note' }).click();
          await panel.locator('.now-terms button').first().click();
        },
        'a name of the summary': async () => {
          await panel.getByRole('tab', { name: 'Summary' }).click();
          await panel.getByRole('button', { name: 'Larry Page' }).click();
        },
        'both languages, and the reader scrolling': async () => {
          await page.goto(NO_NOTE);
          await panel.getByRole('tab', { name: 'Outline' }).click();
          await panel.locator('.section-toggle').first().click();
          await panel.getByRole('button', { name: 'Both' }).click();
          await panel.locator('.original').first().hover();
          await panel.mouse.wheel(0, 200);
        },
        'no video': () => page.goto('https://www.youtube.com/').then(() => {}),
      };
      for (const [state, show] of Object.entries(states)) {
        await show();
        expect(await violations(panel), state).toEqual([]);
      }
    });

    test('first page, reading page, editions side by side, and a note from right to left have none', async ({
      browserWithExtension,
    }) => {
      const { origin } = browserWithExtension;
      const first = await browserWithExtension.open(`${origin}/welcome.html`);
      await expect(first.locator('li li a').first()).toBeVisible();
      expect(await violations(first), 'first page').toEqual([]);

      await addNotes(browserWithExtension, ARABIC);
      const page = await browserWithExtension.open(EPISODE);
      const panel = await browserWithExtension.openPanel(page);
      await panel.getByRole('group', { name: 'Words' }).getByRole('button', { name: 'Both' }).click();
      await panel.locator('.section-toggle').first().click();
      await expect(panel.locator('.original').first()).toHaveAttribute('lang', 'en');
      expect(await violations(panel), 'editions side by side').toEqual([]);

      await page.goto(NO_NOTE);
      await expect(panel.getByRole('heading', { level: 1 })).toHaveAttribute('dir', 'rtl');
      await panel.locator('.section-toggle').first().click();
      await panel.locator('.term').first().click();
      expect(await violations(panel), 'right to left: panel').toEqual([]);
      const popup = await browserWithExtension.openPopup(page);
      await popup.getByRole('combobox').fill('annealing');
      await expect(popup.getByRole('option').first()).toContainText('التلدين');
      expect(await violations(popup), 'right to left: popup').toEqual([]);
      const library = await browserWithExtension.open(`${origin}/library.html`);
      await expect(library.getByRole('heading', { name: 'الساعة البطيئة' })).toHaveAttribute('dir', 'rtl');
      expect(await violations(library), 'right to left: library').toEqual([]);
      await library.getByRole('link', { name: 'Read “الساعة البطيئة”' }).click();
      await expect(library.locator('.read-section')).toHaveCount(2);
      await library.getByRole('searchbox', { name: 'Search in this note' }).fill('annealing');
      await expect(library.locator('.contents .excerpt')).toHaveCount(1);
      expect(await violations(library), 'reading page').toEqual([]);
    });

    test('the options have no accessibility violation', async ({ browserWithExtension }) => {
      const options = await browserWithExtension.open(`${browserWithExtension.origin}/options.html`);
      await expect(options.locator('[data-language="en"]')).toBeVisible();
      // Only readers of traditional characters have the choice of Taiwan's words.
      await options.getByRole('combobox', { name: 'Add a language' }).selectOption('zh-Hant');
      await options.getByRole('checkbox', { name: /Taiwan/ }).check();
      expect(await violations(options)).toEqual([]);
    });
  });
}
