import { type ChromiumWithExtension, launchChromium } from '../../tests/browser/chromium.ts';

const ROUNDS = 9;

/** Milliseconds from opening the popup to the first result for a query typed as soon as the field exists. */
export async function popupTime(browser: ChromiumWithExtension, query: string): Promise<number> {
  const popup = await browser.context.newPage();
  await popup.addInitScript((text) => {
    let typed = false;
    new MutationObserver((_, observer) => {
      const field = document.querySelector<HTMLInputElement>('[role=combobox]');
      if (field && !typed) {
        typed = true;
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
      if (!typed || !document.querySelector('[role=option]')) return;
      observer.disconnect();
      requestAnimationFrame(() => Object.assign(globalThis, { shownAfter: performance.now() }));
    }).observe(document, { childList: true, subtree: true });
  }, query);
  await popup.goto(`${browser.origin}/popup.html`);
  const shown = await popup.waitForFunction(() => (globalThis as unknown as { shownAfter?: number }).shownAfter);
  const time = (await shown.jsonValue()) ?? Number.NaN;
  await popup.close();
  return time;
}

/**
 * First results of the popup with the notes of a browser, and with bundled notes alone, in milliseconds. Alternates between the
 * two, so that other load on the machine slows both.
 *
 * @param query A query that only own notes answer, by the share of the rounds that are done.
 */
export async function comparePopups(
  browser: ChromiumWithExtension,
  extension: string,
  query: (share: number) => string,
): Promise<{ readonly all: readonly number[]; readonly alone: readonly number[] }> {
  const bare = await launchChromium({ extension });
  const all: number[] = [];
  const alone: number[] = [];
  try {
    for (let round = 0; round < ROUNDS; round++) {
      all.push(await popupTime(browser, query(round / ROUNDS)));
      alone.push(await popupTime(bare, 'MapReduce'));
    }
  } finally {
    await bare.close();
  }
  return { all, alone };
}
