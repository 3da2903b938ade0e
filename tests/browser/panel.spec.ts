import type { Page } from '@playwright/test';
import { EPISODE, expect, moveTo, NO_NOTE, readClock, test } from './fixtures.ts';
import { addNotes, CONVERSATION, longNote } from './panel-notes.ts';

/** The distance of an element from the panel's top, in pixels. */
const topOf = (panel: Page, selector: string) =>
  panel.locator(selector).evaluate((element) => element.getBoundingClientRect().top);

test('a search in the note counts, marks and opens what it finds', async ({ browserWithExtension }) => {
  const page = await browserWithExtension.open(EPISODE);
  const panel = await browserWithExtension.openPanel(page);
  await panel.getByRole('searchbox', { name: 'Search in this note' }).fill('tpu');
  await expect(panel.getByRole('tabpanel').getByRole('status')).toHaveText(/^\d+ matches in \d+ sections?$/);
  const found = panel.locator('[data-section]').first();
  await expect(found.locator('mark').first()).toHaveText(/^tpu$/i);
  await found.locator('.excerpt').first().click();
  await expect(found.locator('.section-text')).toContainText('TPU');
  await panel.getByRole('searchbox').fill('no such words');
  await expect(panel.getByText('does not occur in this note')).toBeVisible();
  await panel.getByRole('searchbox').fill('');
  await expect(panel.locator('[data-section]')).toHaveCount(32);
});

test('the glossary is searched by pinyin, by the other language and by kind, and leads to the moment', async ({
  browserWithExtension,
}) => {
  const page = await browserWithExtension.open(EPISODE);
  const panel = await browserWithExtension.openPanel(page);
  await moveTo(page, 23 * 60 + 30);
  await panel.getByRole('tab', { name: /Glossary/ }).click();
  await expect(panel.locator('.entry-group').first()).toContainText('In the section playing now');
  await expect(panel.locator('.entry-group').first()).toContainText('神经图灵机');
  const search = panel.getByRole('searchbox', { name: 'Filter terms' });
  for (const typed of ['shenjing tuling', 'neural turing', 'nerual turing machine']) {
    await search.fill(typed);
    await expect(panel.locator('.entry dt').first()).toContainText('神经图灵机');
  }
  await search.fill('');
  await panel.getByRole('button', { name: 'People', exact: true }).click();
  await expect(panel.locator('.entry', { hasText: 'Larry Page' })).toBeVisible();
  await expect(panel.locator('.entry', { hasText: 'MapReduce' })).toHaveCount(0);
  await panel.getByRole('button', { name: 'All', exact: true }).click();
  await search.fill('TensorFlow');
  await panel.locator('.entry').first().getByRole('button').first().click();
  await expect.poll(() => page.evaluate(readClock)).not.toBeCloseTo(23 * 60 + 30, 0);
});

test('the terms of the passage being spoken are shown, open in place, and are not a live region', async ({
  browserWithExtension,
}) => {
  const page = await browserWithExtension.open(EPISODE);
  const panel = await browserWithExtension.openPanel(page);
  await moveTo(page, 23 * 60 + 30);
  const now = panel.getByRole('region', { name: 'Now' });
  await now.getByRole('button', { name: '神经图灵机' }).click();
  await expect(now.getByRole('heading')).toHaveText('神经图灵机');
  await moveTo(page, 10);
  // An open entry stays while playback goes on.
  await expect(now.locator('.now-title')).not.toContainText('神经');
  await expect(now.getByRole('heading')).toHaveText('神经图灵机');
  await panel.keyboard.press('Escape');
  await expect(now.getByRole('heading')).toHaveCount(0);
  expect(await now.locator('[aria-live], [role=status]').count()).toBe(0);
  const height = await now.evaluate((element) => element.getBoundingClientRect().height);
  for (const time of [400, 2000, 5000]) {
    await moveTo(page, time);
    expect(await now.evaluate((element) => element.getBoundingClientRect().height)).toBe(height);
  }
});

test('every view is found where it was left, and the names of the summary lead to their mentions', async ({
  browserWithExtension,
}) => {
  const page = await browserWithExtension.open(EPISODE);
  const panel = await browserWithExtension.openPanel(page);
  const list = panel.locator('main');
  const scrolled = () => list.evaluate((element) => element.scrollTop);
  await list.hover();
  await panel.mouse.wheel(0, 500);
  await expect.poll(scrolled).toBe(500);
  await panel.getByRole('tab', { name: 'Summary' }).click();
  // The outline keeps its scroll position; the tabs stay under the pointer.
  expect(await topOf(panel, '[role=tablist]')).toBe(0);
  await panel.getByRole('tab', { name: 'Outline' }).click();
  expect(await scrolled()).toBe(500);
  await panel.getByRole('tab', { name: 'Summary' }).click();
  await panel.getByRole('button', { name: 'Larry Page' }).click();
  const mentions = panel.getByRole('list', { name: 'Where it comes up' });
  await mentions.getByRole('button').first().click();
  await expect.poll(() => page.evaluate(readClock)).toBeGreaterThan(60);
});

test('translation, original or both: the switch keeps the place, and the turns read as a conversation', async ({
  browserWithExtension,
}) => {
  await addNotes(browserWithExtension, CONVERSATION);
  const page = await browserWithExtension.open(NO_NOTE);
  const panel = await browserWithExtension.openPanel(page);
  for (let section = 0; section < 12; section += 1) {
    await panel.locator('.section-toggle').nth(section).click();
  }
  const words = panel.getByRole('group', { name: 'Words' });
  await expect(panel.locator('.block .speaker').first()).toHaveText('林远');
  await words.getByRole('button', { name: 'Translation' }).click();
  await expect(panel.locator('.original')).toHaveCount(0);
  const read = '[data-place="第-7-座钟/1"]';
  await moveTo(page, 300);
  await expect(panel.locator('[data-section][aria-current]')).toHaveCount(1);
  // Scrolling ends following; otherwise the list would scroll back.
  await panel.mouse.move(100, 400);
  await panel.mouse.wheel(0, 80);
  await expect(panel.getByRole('button', { name: /Follow playback/ })).toBeVisible();
  await panel.locator(read).evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await panel.mouse.wheel(0, -80);
  // Wait for the end of the wheel's smooth scrolling.
  let before = Number.NaN;
  await expect(async () => {
    const last = before;
    before = await topOf(panel, read);
    expect(before).toBe(last);
  }).toPass({ intervals: [150] });
  // The switch has scrolled out of sight with the title, so it is clicked by script.
  await words.getByRole('button', { name: 'Both' }).evaluate((button: HTMLElement) => button.click());
  await expect(panel.locator(read)).toContainText('Why did you not replace the spring?');
  await expect(panel.locator(read)).toContainText('你为什么不换一根弹簧');
  expect(Math.abs((await topOf(panel, read)) - before)).toBeLessThan(3);
  await words.getByRole('button', { name: 'Original' }).evaluate((button: HTMLElement) => button.click());
  await expect(panel.locator(read)).not.toContainText('你为什么不换一根弹簧');
  expect(Math.abs((await topOf(panel, read)) - before)).toBeLessThan(3);
});

test('both languages are one below the other in a narrow panel and side by side in a wide one', async ({
  browserWithExtension,
}) => {
  await addNotes(browserWithExtension, CONVERSATION);
  const page = await browserWithExtension.open(NO_NOTE);
  const panel = await browserWithExtension.openPanel(page);
  await panel.locator('.section-toggle').first().click();
  await panel.getByRole('group', { name: 'Words' }).getByRole('button', { name: 'Both' }).click();
  const block = panel.locator('.block').nth(1);
  const original = block.locator('.original');
  await expect(original).toContainText('Why did you not replace the spring?');
  const translation = block.locator(':scope > [lang="zh-Hans"]:not(.speaker)');
  await expect(translation).toContainText('你为什么不换一根弹簧');
  await expect(original).toHaveAttribute('lang', /^(en)?$/);
  const sideBySide = async () => {
    const [left, right] = [await translation.boundingBox(), await original.boundingBox()];
    return left !== null && right !== null && right.x >= left.x + left.width && Math.abs(right.y - left.y) < 8;
  };
  for (const [width, expected] of [
    [320, false],
    [400, false],
    [600, true],
  ] as const) {
    await panel.setViewportSize({ width, height: 800 });
    await expect.poll(sideBySide).toBe(expected);
    expect(await panel.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
});

test('following keeps the section in view, stops when the reader scrolls, and Escape resumes', async ({
  browserWithExtension,
}) => {
  const page = await browserWithExtension.open(EPISODE);
  const panel = await browserWithExtension.openPanel(page);
  await moveTo(page, 7000);
  const current = panel.locator('[data-section][aria-current] .section-row');
  await expect(current).toBeInViewport();
  await panel.mouse.move(100, 400);
  await panel.mouse.wheel(0, -3000);
  await expect(current).not.toBeInViewport();
  const follow = panel.getByRole('button', { name: /Follow playback/ });
  await expect(follow).toBeVisible();
  const place = await topOf(panel, '[data-section] >> nth=0');
  await moveTo(page, 7700);
  await expect(panel.locator('[data-section][aria-current]')).toContainText('2:0');
  expect(await topOf(panel, '[data-section] >> nth=0')).toBe(place);
  await panel.keyboard.press('Escape');
  await expect(current).toBeInViewport();
  await expect(follow).toHaveCount(0);
});

test('what is copied and saved is what the note says', async ({ browserWithExtension }) => {
  const page = await browserWithExtension.open(EPISODE);
  const panel = await browserWithExtension.openPanel(page);
  // Reads the clipboard by pasting into a field, as a viewer would.
  async function clipboard(): Promise<string> {
    await page.evaluate(() => {
      const field = document.querySelector('#paste') ?? document.createElement('textarea');
      field.id = 'paste';
      document.body.prepend(field);
      (field as HTMLTextAreaElement).value = '';
      (field as HTMLTextAreaElement).focus();
    });
    await page.bringToFront();
    await page.keyboard.press('Control+V');
    return page.locator('#paste').inputValue();
  }
  await panel.locator('[data-section="cat-neuron"] .section-toggle').click();
  await panel.getByRole('button', { name: 'Copy with text' }).click();
  await expect(panel.getByText('The section is copied')).toBeVisible();
  expect(await clipboard()).toContain('https://www.youtube.com/watch?v=v0gjI__RyCY&t=1384s');
  await panel.getByRole('button', { name: 'More' }).click();
  await panel.getByRole('button', { name: 'Copy outline as YouTube chapters' }).click();
  await expect.poll(clipboard).toMatch(/^0:00 .+\n1:34 /);
  for (const [name, start] of [
    ['Save note as Markdown', '---\ntitle: "Jeff Dean'],
    ['Save glossary as CSV for Anki', '\uFEFF#separator:Comma'],
    ['Save outline as WebVTT chapters', 'WEBVTT\n\n1\n00:00:00.000 --> 00:01:34.000\n'],
    ['Save outline as JSON chapters', '{\n  "version": "1.2.0"'],
  ] as const) {
    await panel.getByRole('button', { name: 'More' }).click();
    const saving = panel.waitForEvent('download');
    await panel.getByRole('button', { name }).click();
    const stream = await (await saving).createReadStream();
    const text = Buffer.concat(await stream.toArray()).toString();
    expect(text.startsWith(start)).toBe(true);
  }
});

test('by keyboard alone: to a section, its text, a term, the other views, back to following', async ({
  browserWithExtension,
}) => {
  const page = await browserWithExtension.open(EPISODE);
  const panel = await browserWithExtension.openPanel(page);
  await expect(panel.locator('[data-section]')).toHaveCount(32);
  const focused = () => panel.evaluate(() => document.activeElement?.textContent ?? '');
  const isFocused = (selector: string) =>
    panel.evaluate((it) => document.activeElement?.matches(it) ?? false, selector);
  async function tabTo(selector: string, key = 'Tab'): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await isFocused(selector)) return;
      await panel.keyboard.press(key);
    }
    throw new Error(`${selector} was not reached by ${key}; the focus is on “${await focused()}”`);
  }
  await panel.locator('body').press('Tab');
  await tabTo('.more-button');
  await panel.keyboard.press('Enter');
  await tabTo('.more-list button');
  await panel.keyboard.press('Escape');
  await expect(panel.locator('.more-list')).toBeHidden();
  expect(await isFocused('.more-button')).toBe(true);
  await tabTo('.switch button[aria-pressed="false"]');
  await panel.keyboard.press('Space');
  await expect(panel.getByRole('heading', { level: 1 })).toContainText('Jeff Dean and');
  await tabTo('[role=tab]');
  await panel.keyboard.press('ArrowRight');
  await expect(panel.getByRole('tab', { name: /Glossary/ })).toHaveAttribute('aria-selected', 'true');
  await panel.keyboard.press('ArrowLeft');
  await tabTo('[data-section="knowing-everyone"] .section-seek');
  await panel.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(readClock)).toBeGreaterThan(90);
  // The head is scrolled away but for the tabs, and what the focus goes back to does not stand behind them.
  await panel.locator('[data-section]').nth(12).locator('.section-toggle').focus();
  for (let presses = 0; presses < 12; presses += 1) {
    await panel.keyboard.press('Shift+Tab');
    const [head, focus] = await panel.evaluate(() => [
      document.querySelector('[role=tablist]')?.getBoundingClientRect().bottom ?? Number.NaN,
      document.activeElement?.getBoundingClientRect().top ?? Number.NaN,
    ]);
    expect(head).toBeLessThan(100);
    expect(focus).toBeGreaterThanOrEqual(head ?? Number.NaN);
  }
  await tabTo('[data-section]:first-child .section-toggle', 'Shift+Tab');
  await panel.keyboard.press('Enter');
  await tabTo('.term');
  await panel.keyboard.press('Enter');
  await expect(panel.locator('.term-definition:visible')).toBeVisible();
  await panel.keyboard.press('Escape');
  await expect(panel.locator('.term-definition:visible')).toHaveCount(0);
  expect(await isFocused('.term')).toBe(true);
  await expect(panel.getByRole('button', { name: /Follow playback/ })).toBeVisible();
  await panel.keyboard.press('Escape');
  await expect(panel.getByRole('button', { name: /Follow playback/ })).toHaveCount(0);
});

test('235 px wide, or with letters of twice the size, nothing is cut off and the tabs stay on one line', async ({
  browserWithExtension,
}) => {
  const page = await browserWithExtension.open(EPISODE);
  const panel = await browserWithExtension.openPanel(page);
  await expect(panel.locator('[data-section]')).toHaveCount(32);
  const tooWide = () =>
    panel.evaluate(() => {
      const list = document.querySelector('main');
      return list ? list.scrollWidth - list.clientWidth : -1;
    });
  for (const [width, size] of [
    [235, 16],
    [320, 32],
    [600, 16],
  ] as const) {
    await panel.setViewportSize({ width, height: 700 });
    await panel.evaluate((pixels) => {
      document.documentElement.style.fontSize = `${pixels}px`;
    }, size);
    for (const view of [/Glossary/, 'Summary', 'Outline']) {
      await panel.getByRole('tab', { name: view }).click();
      expect(await tooWide()).toBe(0);
    }
    const tops = await panel.getByRole('tab').evaluateAll((tabs) => tabs.map((tab) => tab.getBoundingClientRect().top));
    expect(new Set(tops).size).toBe(1);
  }
  // What is cut off is shown whole on hover.
  const hint = panel.locator('.hint-line');
  await panel.setViewportSize({ width: 300, height: 700 });
  // With room above it, and while the list does not scroll.
  await expect(async () => {
    await panel.mouse.move(0, 0);
    await panel.locator('main').evaluate((list) => list.scrollTo({ top: 0, behavior: 'instant' }));
    await panel.locator('.facts').first().hover();
    await expect(hint).toContainText('Noam Shazeer', { timeout: 1000 });
  }).toPass();
  expect(await hint.evaluate((line) => line.scrollWidth - line.clientWidth)).toBe(0);
  await panel.mouse.move(0, 0);
  const small = await panel.getByRole('button').evaluateAll((buttons) =>
    buttons
      .filter((button) => !button.matches('.term') && button.checkVisibility())
      .filter((button) => Math.min(button.getBoundingClientRect().height, button.getBoundingClientRect().width) < 24)
      .map((button) => button.outerHTML),
  );
  expect(small).toEqual([]);
});

test('a note of 191 sections and 900 terms shows all of them, and renders only what is visible', async ({
  browserWithExtension,
}) => {
  await addNotes(browserWithExtension, longNote());
  const page = await browserWithExtension.open(NO_NOTE);
  const panel = await browserWithExtension.openPanel(page);
  await expect(panel.locator('[data-section]')).toHaveCount(191);
  await panel.getByRole('tab', { name: /Glossary/ }).click();
  await expect(panel.locator('.entry')).toHaveCount(900);
  const drawn = await panel
    .locator('.entry strong')
    .evaluateAll((terms) => terms.filter((term) => term.checkVisibility({ contentVisibilityAuto: true })).length);
  expect(drawn).toBeLessThan(60);
  await panel.getByRole('searchbox', { name: 'Filter terms' }).fill('Term 899');
  await expect(panel.locator('.entry').first()).toContainText('Term 899');
});

test('all available notes are listed and searched from within a note, and one opens its video', async ({
  browserWithExtension,
}) => {
  const note = (at: number) =>
    `---\nsource: https://www.youtube.com/watch?v=madeUp${String(at).padStart(5, '0')}\ntitle: Clock ${at}\nlang: en\n---\nWords.\n`;
  await addNotes(browserWithExtension, ...Array.from({ length: 60 }, (_, at) => note(at)));
  const page = await browserWithExtension.open(EPISODE);
  const panel = await browserWithExtension.openPanel(page);
  await panel.getByRole('button', { name: 'More' }).click();
  await panel.getByRole('button', { name: 'Browse episodes' }).click();
  await expect(panel.locator('.episode')).toHaveCount(50);
  // 60 own notes, six bundled ones.
  await expect(panel.getByText('And 16 more.')).toBeVisible();
  await panel.getByRole('searchbox', { name: 'Search titles' }).fill('clock 59');
  await expect(panel.locator('.episode')).toHaveCount(1);
  await panel.getByRole('button', { name: 'Back to the note' }).click();
  await expect(panel.locator('[data-section]')).toHaveCount(32);
});

test('a note that a panel crashed with is skipped the next time, and can be tried again', async ({
  browserWithExtension,
}) => {
  await addNotes(browserWithExtension, CONVERSATION);
  const mark = JSON.stringify({ page: 'one that is gone', at: 0 });
  const options = await browserWithExtension.open(`${browserWithExtension.origin}/options.html`);
  const begun = () =>
    options.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('unfinished:')));
  const page = await browserWithExtension.open(NO_NOTE);
  const first = await browserWithExtension.openPanel(page);
  await expect(first.getByRole('heading', { level: 1 })).not.toHaveText('No note for this video');
  // The panel did not crash, so no record is left.
  await expect.poll(begun).toEqual([]);
  await first.close();

  const videoId = new URL(NO_NOTE).searchParams.get('v') ?? '';
  await options.evaluate(
    ([name, value]) => localStorage.setItem(name ?? '', value ?? ''),
    [`unfinished:notes ${videoId}`, mark],
  );
  await page.bringToFront();
  const panel = await browserWithExtension.openPanel(page);
  await expect(panel.getByRole('alert')).toContainText('did not finish with your own notes');
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('No note for this video');
  await panel.getByRole('button', { name: 'Try again' }).click();
  await expect(panel.getByRole('heading', { level: 1 })).not.toHaveText('No note for this video');
});
