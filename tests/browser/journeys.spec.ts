import type { Page } from '@playwright/test';
import { addVideo } from '../stand-in/videos.ts';
import { violations } from './axe.ts';
import { EPISODE, expect, moveTo, NO_NOTE, readClock, test } from './fixtures.ts';
import { addNotes, CONVERSATION, spokenNote } from './panel-notes.ts';

/** The five things a viewer most needs, each as a visit from its start to its end. `firefox/journeys.spec.ts` has the same. */

const PLAIN = 'https://www.youtube.com/watch?v=plainVideo2';

const SPOKEN_VIDEO = 'readAloud01';
const SPOKEN = `https://www.youtube.com/watch?v=${SPOKEN_VIDEO}`;
addVideo(SPOKEN_VIDEO, 'A text read aloud');

const note = (source: string, lang: string, title: string, text: string) =>
  `---\nsource: ${source}\ntitle: ${title}\nlang: ${lang}\n---\n### 1\n\n${text}\n`;

const LINE = 'The clock lost four seconds a day, and nobody knew whether the wheels or the spring were to blame. ';
const ENGLISH = `---
source: ${PLAIN}
title: Four seconds
date: '2024-01-01'
lang: en
summary: ${LINE.repeat(3)}
---
### The wheels

${LINE.repeat(8)}

An **escapement** (escapement: ${LINE.repeat(3)}) is small.

### The spring

${LINE.repeat(8)}
`;

/** The most letters on a line of the element's text. */
const longestLine = (panel: Page, selector: string) =>
  panel
    .locator(selector)
    .first()
    .evaluate((element) => {
      const letters = new Map<number, number>();
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
        for (let at = 0; at < node.length; at += 1) {
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const { bottom } = range.getBoundingClientRect();
          letters.set(Math.round(bottom), (letters.get(Math.round(bottom)) ?? 0) + 1);
        }
      }
      return Math.max(...letters.values());
    });

test.describe('1', () => {
  test.use({ launch: { locale: 'zh-TW', noteLanguages: null } });

  test('in Taiwan notes open in traditional characters, written or converted; another choice holds everywhere', async ({
    browserWithExtension,
  }) => {
    await addNotes(
      browserWithExtension,
      note(NO_NOTE, 'zh-Hans', '走慢了的钟', '钟'),
      note(PLAIN, 'zh-Hans', '转换来的标题', '钟'),
      note(PLAIN, 'zh-Hant', '原本就寫成的標題', '鐘'),
    );
    const page = await browserWithExtension.open(EPISODE);
    const panel = await browserWithExtension.openPanel(page);
    const title = panel.getByRole('heading', { level: 1 });
    const choose = (name: string) => panel.locator('.switch').getByRole('button', { name }).click();
    await expect(title).toContainText('會長大');
    await page.goto(PLAIN);
    await expect(title).toHaveText('原本就寫成的標題');
    await expect(panel.locator('.facts').first()).not.toContainText('轉換');

    const { origin } = browserWithExtension;
    const library = await browserWithExtension.open(`${origin}/library.html`);
    const own = library.locator('.notes h3').filter({ hasText: '走慢了的' });
    await expect(own).toHaveText('走慢了的鐘');
    await page.bringToFront();

    await choose('简体中文');
    await expect(title).toHaveText('转换来的标题');
    await page.goto(NO_NOTE);
    await expect(title).toHaveText('走慢了的钟');
    await expect(own).toHaveText('走慢了的钟');
    expect(await violations(library), 'library').toEqual([]);
    await page.goto(EPISODE);
    await expect(title).toContainText('会长大');
    await choose('English');
    await expect(title).toContainText('Jeff Dean and Noam');
    expect(await violations(panel), 'panel').toEqual([]);
    const popup = await browserWithExtension.openPopup(page);
    await popup.getByRole('combobox').fill('mapreduce');
    await expect(popup.getByRole('option').first().locator('[lang]').first()).toHaveAttribute('lang', 'en');
    expect(await violations(popup), 'popup').toEqual([]);
    await popup.close();
    // For each video what was chosen there, also in a panel that is opened again.
    await page.goto(PLAIN);
    await panel.reload();
    await expect(title).toHaveText('转换来的标题');
    await library.goto(`${origin}/reading.html?v=${new URL(EPISODE).searchParams.get('v')}`);
    await expect(library.getByRole('heading', { level: 1 })).toContainText('Jeff Dean and Noam');
  });
});

test('2 to 3: times say what they rest on, become exact, and are read along with', async ({ browserWithExtension }) => {
  await addNotes(browserWithExtension, CONVERSATION, ENGLISH, ...spokenNote(SPOKEN));
  const page = await browserWithExtension.open(PLAIN);
  const panel = await browserWithExtension.openPanel(page);
  const basis = panel.locator('.basis').first();
  const unsure = panel.locator('.time[data-unsure]');
  const exact = panel.getByRole('button', { name: 'Make the times exact' });
  await expect(basis).toHaveText(/^Times are a rough guess from the text's length, about ± \d+ min$/);
  await expect(exact).toBeVisible();
  await page.goto(NO_NOTE);
  await expect(basis).toHaveText(/^Times by YouTube's chapters, about ± \d+ min$/);
  await expect(exact).toBeVisible();
  // Told apart by sign, slant and line: without any colour, and where the system chooses the colours.
  for (const forcedColors of ['none', 'active'] as const) {
    await panel.emulateMedia({ forcedColors });
    await expect(unsure.last()).toContainText('≈');
    await expect(unsure.last()).toHaveCSS('font-style', 'italic');
    await expect(unsure.last()).toHaveCSS('text-decoration-style', 'dotted');
  }
  await panel.emulateMedia({ forcedColors: 'none' });
  await page.goto(EPISODE);
  await expect(basis).toHaveText('Times given in the note');
  await expect(unsure).toHaveCount(0);
  await expect(exact).toHaveCount(0);
  await expect(panel.locator('.time').first()).toHaveCSS('font-style', 'normal');

  // Another cut of the video, so that the author's times are unsure.
  await page.goto(`${EPISODE}&length=7900`);
  await expect(basis).toHaveText(/^Times given in the note, about ± \d+ min$/);
  await expect(panel.locator('.approx')).toHaveCount(32);
  // A guess seen for less than some seconds is not worth a message when it goes.
  await panel.waitForTimeout(4200);
  await exact.click();
  const said = panel.locator('.message').filter({ hasText: 'exact now: they come from the transcript' });
  await expect(said).toBeVisible();
  await expect(basis).toContainText('Times from the transcript');
  await expect(exact).toHaveCount(0);

  const current = panel.locator('[data-section][aria-current]');
  const lit = current.locator('.block[data-lit]');
  await page.goto(SPOKEN);
  await expect(basis).toHaveText('Times from the transcript');
  await moveTo(page, 100);
  await panel.getByRole('button', { name: 'Read along' }).click();
  await expect(lit).toHaveAttribute('data-lit', 'exact');
  await expect(lit).toHaveAttribute('data-place', 'part-1/2');
  await expect(lit).toBeInViewport();
  // As the next section begins, it opens, and this one closes.
  await moveTo(page, 190);
  await expect(current).toHaveAttribute('data-section', 'part-1');
  await page.evaluate(() => document.querySelector('video')?.play());
  await expect(current).toHaveAttribute('data-section', 'part-2');
  await expect(current.locator('.section-text')).toBeVisible();
  await expect(panel.locator('.section-text:visible')).toHaveCount(1);
  await expect(lit).toHaveAttribute('data-place', 'part-2/0');

  await panel.locator('main').hover();
  await panel.mouse.wheel(0, 300);
  await panel.getByRole('button', { name: /Follow playback/ }).click();
  await expect(lit).toBeInViewport();

  // Without a transcript, more softly.
  await page.goto(NO_NOTE);
  await moveTo(page, 250);
  await expect(lit).toHaveAttribute('data-lit', 'soft');
  await panel.getByRole('button', { name: 'Close all' }).click();
  await panel.getByRole('button', { name: 'Open all' }).click();
  await expect(panel.locator('.section-text:visible')).toHaveCount(12);

  // Lines as long as the eye follows, in every view, however wide the panel is.
  await page.goto(PLAIN);
  await expect(panel.locator('.block .words').first()).toContainText('four seconds');
  for (const [view, selector] of [
    ['Outline', '.block .words p'],
    [/Glossary/, '.entry p'],
    ['Summary', '.summary-text p'],
  ] as const) {
    await panel.getByRole('tab', { name: view }).click();
    for (const width of [719, 1400]) {
      await panel.setViewportSize({ width, height: 700 });
      await expect(panel.locator('.text-column')).toHaveCount(width === 1400 ? 1 : 0);
      expect(await longestLine(panel, selector), selector).toBeGreaterThan(55);
      expect(await longestLine(panel, selector), selector).toBeLessThan(82);
    }
  }
  // Where the view of this video was left.
  await page.goto(EPISODE);
  await expect(panel.getByRole('tab', { name: 'Outline' })).toHaveAttribute('aria-selected', 'true');
  await panel.getByRole('tab', { name: 'Summary' }).click();
  await expect(panel.locator('.summary-text').first()).toHaveAttribute('lang', 'zh-Hans');
  const characters = await panel
    .locator('.summary-text p')
    .first()
    .evaluate((text) => text.clientWidth / Number.parseFloat(getComputedStyle(text).fontSize));
  expect(characters).toBeCloseTo(38, 0);
});

test('4: a note is read on a page of its own', async ({ browserWithExtension }) => {
  const page = await browserWithExtension.open(`${browserWithExtension.origin}/library.html`);
  const id = new URL(EPISODE).searchParams.get('v');
  await page.locator(`a[href*="reading.html"][href*="${id}"]`).first().click();
  await page.locator('.switch').getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Jeff Dean and Noam');
  await expect(page.locator('.read-section')).toHaveCount(32);
  await expect(page.getByRole('region', { name: 'Summary' })).toContainText('Google');
  await expect(page.getByRole('region', { name: 'Glossary' }).locator('.entry').first()).toBeVisible();
  await expect(page.locator('.basis')).toHaveText('Times given in the note');

  const section = page.locator('[data-place="five-grams"].read-section');
  const contents = page.getByRole('navigation', { name: 'Contents' });
  await contents.locator('a[href$="five-grams"]').click();
  await expect(section.getByRole('heading')).toBeInViewport();
  const term = section.locator('.term').first();
  await term.click();
  await expect(section.getByRole('note').first()).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search in this note' }).fill('MapReduce');
  await contents.locator('.excerpt').last().click();
  await expect.poll(() => page.evaluate(() => CSS.highlights.get('found-here')?.size)).toBe(1);
  await page.locator('.switch').getByRole('button', { name: 'Both' }).click();
  await expect(section.locator('.original').first()).toHaveAttribute('lang', 'zh-Hans');

  // Its address leads another reader, and a reload, to the same section in the same language.
  const address = page.url();
  const linked = await browserWithExtension.open(address);
  await expect(linked.getByRole('heading', { level: 1 })).toContainText('Jeff Dean and Noam');
  await expect(linked.locator('[data-place="five-grams"] > header')).toBeInViewport();
  await linked.close();

  const video = browserWithExtension.context.waitForEvent('page');
  await section.locator('header .place-button').click();
  await expect(await video).toHaveURL(/watch\?v=v0gjI__RyCY&t=\d+s/);
  await page.bringToFront();

  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await page.getByRole('button', { name: 'Print' }).click();
  await expect(page.locator('body[data-printed]')).toHaveCount(1);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.reading-bar, .switches, .search, .neighbours, .section-actions').first()).toBeHidden();
  await expect(contents.locator('li a').first()).toBeVisible();
  await expect(page.locator('.read-section').last()).toBeVisible();
  await page.emulateMedia({ media: 'screen' });

  const others = page.getByRole('navigation', { name: 'Other notes' });
  const byDate = await others.getByRole('listitem').allInnerTexts();
  await others.getByRole('combobox').selectOption('title');
  expect(await others.getByRole('listitem').allInnerTexts()).not.toEqual(byDate);
  const [there = ''] = (await others.locator('[rel=prev], [rel=next]').first().innerText()).split('\n').slice(-1);
  await others.locator('[rel=prev], [rel=next]').first().click();
  await expect(page).toHaveURL(/by=title/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(there.replace(/^(Previous|Next):?\s*/, ''));
});

test('5: a time is corrected at the moment by keyboard, and no notice stays in the way', async ({
  browserWithExtension,
}) => {
  const page = await browserWithExtension.open(EPISODE);
  const panel = await browserWithExtension.openPanel(page);
  const section = panel.locator('[data-section="cat-neuron"]');
  const time = section.locator('.time');
  const offers = panel.locator('.offer');
  const press = async (name: string | RegExp) => {
    await section.getByRole('button', { name }).press('Enter');
  };
  await moveTo(page, 23 * 60 + 20);
  await expect(section).toHaveAttribute('aria-current', 'true');
  await section.locator('.section-seek').focus();
  await panel.keyboard.press('Tab');
  await panel.keyboard.press('Enter');
  await expect(time).toHaveText('23:20');
  await expect(section.locator('.own')).toBeVisible();
  // Dismissed by pointer: it holds no later one.
  await offers.filter({ hasText: 'Starts at 23:20' }).getByRole('button', { name: 'Dismiss' }).click();
  await expect(offers).toHaveCount(0);

  await section.locator('.section-toggle').press('Enter');
  await press('1 second earlier');
  await expect(time).toHaveText('23:19');
  await press('Remove your time 23:19');
  await expect(time).toHaveText('23:04');
  await offers.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(time).toHaveText('23:19');
  await moveTo(page, 23 * 60 + 30);
  await press(/^This section starts now$/);
  await expect(time).toHaveText('23:30');
  await panel.locator('[data-section="five-grams"] .section-seek').press('Enter');
  await expect(offers).toHaveText([/^↩ Back to 23:3\d/, /^Starts at 23:30/]);
  await expect(offers).toHaveCount(0, { timeout: 30_000 });
  await expect.poll(() => page.evaluate(readClock)).toBeLessThan(1300);
  await expect(time).toHaveText('23:30');
});
