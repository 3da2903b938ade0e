import { violations } from './axe.ts';
import { EPISODE, expect, moveTo, NO_NOTE, test } from './fixtures.ts';
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

/** Its times are a guess; what to take home has its moments. */
const TAKEAWAYS = `---
source: https://www.youtube.com/watch?v=plainVideo2
title: Four seconds a day
lang: en
---
### The spring {#spring}

An **escapement** (escapement: what lets the power out) is small.

### The wheels

They are not to blame.

## Takeaways

- [1:30](https://www.youtube.com/watch?v=plainVideo2&t=90s) Wait before you replace a part.
- It was the spring.
`;

test('what reads along, is unsure, corrected, opened or found has none, in either theme', async ({
  browserWithExtension,
}) => {
  await addNotes(browserWithExtension, CONVERSATION, TAKEAWAYS);
  const page = await browserWithExtension.open(NO_NOTE);
  const panel = await browserWithExtension.openPanel(page);
  const button = (name: string | RegExp) => panel.getByRole('button', { name });
  const lit = panel.locator('[aria-current] .block[data-lit]');
  const states: Readonly<Record<string, () => Promise<void>>> = {
    'times by chapters': () => expect(panel.locator('.basis').first()).toContainText('chapters'),
    'an explanation on hover': async () => {
      await panel.locator('.section-toggle').first().click();
      await panel.locator('.term').first().hover();
      await expect(panel.locator('.hint-line')).toBeVisible();
    },
    'reading along': async () => {
      await moveTo(page, 250);
      await button('Read along').click();
      await expect(lit).toBeInViewport();
    },
    'reading along paused': async () => {
      await panel.mouse.wheel(0, -80);
      await expect(button(/Follow playback/)).toBeVisible();
    },
    'a corrected time, and its undo': async () => {
      await panel.locator('[aria-current] .section-now').click();
      await expect(button('Undo')).toBeVisible();
      await expect(panel.locator('[aria-current] .time-tools button')).toHaveCount(4);
    },
    'two columns': async () => {
      await panel.setViewportSize({ width: 900, height: 700 });
      await expect(panel.getByRole('region', { name: 'Text' })).toBeVisible();
    },
    'all sections open': async () => {
      await panel.setViewportSize({ width: 400, height: 700 });
      await button('Close all').click();
      await button('Open all').click();
      await expect(panel.locator('.section-text:visible')).toHaveCount(12);
    },
    'words found in a text': async () => {
      await panel.getByRole('searchbox').fill('弹簧');
      await expect.poll(() => panel.evaluate(() => CSS.highlights.get('found')?.size ?? 0)).toBeGreaterThan(0);
    },
    'the guess of a note': async () => {
      await panel.getByRole('searchbox').fill('');
      await button('Read along').click();
      await page.goto('https://www.youtube.com/watch?v=plainVideo2');
      await expect(panel.locator('.basis').first()).toContainText('rough guess');
    },
    takeaways: async () => {
      await panel.getByRole('tab', { name: 'Summary' }).click();
      await expect(panel.locator('.takeaway')).toHaveCount(1);
    },
    'times becoming exact': async () => {
      await page.goto(`${EPISODE}&length=7900`);
      await panel.getByRole('tab', { name: 'Outline' }).click();
      await button('Make the times exact').click();
      await expect(panel.locator('.basis').first()).toContainText('from the transcript');
    },
  };
  for (const [state, show] of Object.entries(states)) {
    await show();
    for (const colorScheme of ['light', 'dark'] as const) {
      await panel.emulateMedia({ colorScheme });
      expect(await violations(panel), `${state}, ${colorScheme}`).toEqual([]);
    }
  }
});
