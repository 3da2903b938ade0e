import type { Page } from '@playwright/test';
import { violations } from './axe.ts';
import type { ChromiumWithExtension } from './chromium.ts';
import { EPISODE, expect, NO_NOTE, readClock, test } from './fixtures.ts';

const field = (popup: Page) => popup.getByRole('combobox');
const options = (popup: Page) => popup.getByRole('option');

/** The address bar's suggestions for a text, requested as by the browser: a test cannot type into the bar itself. */
async function suggestionsFor({ context }: ChromiumWithExtension, text: string) {
  return context.serviceWorkers()[0]?.evaluate(
    (typed) =>
      new Promise<{ content: string; description: string }[]>((resolve) => {
        const { chrome } = globalThis as unknown as {
          chrome: { omnibox: Record<string, { dispatch(...args: unknown[]): void }> };
        };
        chrome.omnibox.onInputStarted?.dispatch();
        chrome.omnibox.onInputChanged?.dispatch(typed, resolve);
      }),
    text,
  );
}

test('a term is looked up and opened, and the video jumps to its explanation, by keyboard alone', async ({
  browserWithExtension,
}) => {
  const page = await browserWithExtension.open(EPISODE);
  const popup = await browserWithExtension.openPopup(page);
  await expect(field(popup)).toBeFocused();
  // With nothing typed, the terms of this episode.
  await expect(options(popup).first()).toBeVisible();

  await popup.keyboard.type('moores');
  await expect(options(popup).first()).toContainText(/Moore/);
  const first = await options(popup).first().getAttribute('id');
  await expect(field(popup)).toHaveAttribute('aria-activedescendant', first ?? '');
  await popup.keyboard.press('Enter');
  await expect(popup.getByRole('heading', { level: 1 })).toContainText(/Moore|摩尔/);
  const place = popup.locator('.place').first();
  await expect(place).toBeFocused();
  await popup.keyboard.press('ArrowDown');
  await popup.keyboard.press('ArrowUp');
  await popup.keyboard.press('Enter');
  await expect(popup.getByRole('article').getByRole('status')).toContainText('The video is at');
  expect(await page.evaluate(readClock)).toBeGreaterThan(60);
  await popup.getByRole('button', { name: 'Copy' }).press('Enter');
  await expect(popup.getByRole('article').getByRole('status')).toContainText('copied');

  // Escape returns to the list, then clears the field, then closes the popup.
  await popup.keyboard.press('Escape');
  await expect(field(popup)).toHaveValue('moores');
  await expect(field(popup)).toBeFocused();
  await popup.keyboard.press('Escape');
  await expect(field(popup)).toHaveValue('');
  const closed = popup.waitForEvent('close');
  await popup.keyboard.press('Escape').catch(() => undefined);
  await closed;
});

test('on another video the same term opens its episode at that time, and is remembered', async ({
  browserWithExtension,
}) => {
  const page = await browserWithExtension.open(NO_NOTE);
  const popup = await browserWithExtension.openPopup(page);
  await expect(field(popup)).toBeFocused();
  await popup.keyboard.type('fanxiangchuanbo');
  await expect(options(popup).first()).toContainText('反向传播');
  await popup.keyboard.press('Enter');
  await expect(popup.locator('.place').first()).toBeFocused();
  await popup.keyboard.press('Enter').catch(() => undefined);
  await page.waitForURL(/watch\?v=v0gjI__RyCY&t=\d+/);

  await page.goto(NO_NOTE);
  const again = await browserWithExtension.openPopup(page);
  await expect(options(again).first()).toContainText('反向传播');
});

test('a selection on the page is looked up, even in the middle of a sentence', async ({ browserWithExtension }) => {
  const page = await browserWithExtension.open(EPISODE);
  await page.evaluate(() => {
    const comment = document.createElement('p');
    comment.textContent = 'I never knew that they wrote\n  backpropagation by hand in the thesis!';
    document.body.append(comment);
    document.getSelection()?.selectAllChildren(comment);
  });
  const popup = await browserWithExtension.openPopup(page);
  await expect(field(popup)).toHaveValue('I never knew that they wrote backpropagation by hand in the thesis!');
  await expect(options(popup).first()).toContainText(/反向传播|backpropagation/i);
  // Typing replaces it.
  await expect(field(popup)).toBeFocused();
  await popup.keyboard.type('TPU');
  await expect(field(popup)).toHaveValue('TPU');
});

test('keys of an input method are left to it, and no input stalls', async ({ browserWithExtension }) => {
  const page = await browserWithExtension.open(EPISODE);
  const popup = await browserWithExtension.openPopup(page);
  await expect(field(popup)).toBeFocused();
  await popup.keyboard.type('TPU');
  await expect(options(popup).first()).toContainText('TPU');
  const composing = await popup.context().newCDPSession(popup);
  await composing.send('Input.imeSetComposition', { text: 'zhang', selectionStart: 5, selectionEnd: 5 });
  await field(popup).evaluate((input) => {
    for (const key of ['Enter', 'Escape'])
      input.dispatchEvent(new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true, cancelable: true }));
  });
  await expect(field(popup)).toBeVisible();
  await expect(field(popup)).toHaveValue('TPUzhang');
  await composing.send('Input.insertText', { text: '张量' });
  await expect(field(popup)).toHaveValue('TPU张量');

  for (const text of [
    '👩‍👩‍👧'.repeat(9),
    'שלום',
    '(.*)+[^\\',
    '\ud800',
    '<b>&amp;',
    'fanxiangch',
    'x'.repeat(10_000),
  ]) {
    await field(popup).fill(text);
    await expect(options(popup).first().or(popup.locator('.lookup-message'))).toBeVisible();
  }
});

test('the address bar suggests entries by name and opens the one chosen', async ({ browserWithExtension }) => {
  const { context, origin } = browserWithExtension;
  await browserWithExtension.open(NO_NOTE);
  const [first] = (await suggestionsFor(browserWithExtension, 'fanxiangchuanbo')) ?? [];
  expect(first?.content).toContain('反向传播');
  expect(await suggestionsFor(browserWithExtension, '<&"\ud800')).toEqual([]);
  await suggestionsFor(browserWithExtension, 'fanxiangchuanbo');

  const opened = context.waitForEvent('page');
  await context.serviceWorkers()[0]?.evaluate((content) => {
    const { chrome } = globalThis as unknown as {
      chrome: { omnibox: { onInputEntered: { dispatch(...args: unknown[]): void } } };
    };
    chrome.omnibox.onInputEntered.dispatch(content, 'newForegroundTab');
  }, first?.content);
  const card = await opened;
  expect(card.url()).toContain(`${origin}/popup.html?q=`);
  await expect(card.getByRole('heading', { level: 1 })).toHaveText('反向传播');
  await expect(card.locator('.place').first()).toBeFocused();
  await card.keyboard.press('Enter');
  await card.waitForURL(/watch\?v=v0gjI__RyCY&t=\d+/);
});

for (const [colorScheme, locale, nothing] of [
  ['light', 'en-US', 'Nothing found'],
  ['dark', 'zh-CN', '没有'],
] as const) {
  test.describe(`in ${colorScheme}, ${locale}`, () => {
    test.use({ launch: { colorScheme, locale } });

    test('the popup has no accessibility violation in any state', async ({ browserWithExtension }) => {
      const page = await browserWithExtension.open(EPISODE);
      const popup = await browserWithExtension.openPopup(page);
      await expect(options(popup).first()).toBeVisible();
      expect(await violations(popup)).toEqual([]);
      await field(popup).fill('model');
      await expect(options(popup).first()).toBeVisible();
      expect(await violations(popup)).toEqual([]);
      await field(popup).fill('qqqqqqqq');
      await expect(popup.locator('.lookup-message')).toContainText(nothing);
      expect(await violations(popup)).toEqual([]);
      await field(popup).fill('TPU');
      await expect(options(popup).first()).toContainText('TPU');
      await popup.keyboard.press('Enter');
      await expect(popup.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await violations(popup)).toEqual([]);
    });
  });
}
