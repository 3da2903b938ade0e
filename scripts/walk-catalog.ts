import type { ChromiumWithExtension } from '../tests/browser/chromium.ts';
import { serveCatalog, subscribe } from './catalog-folder.ts';
import { expect, see } from './see.ts';

/** Subscribes to a folder served on this machine, and opens a note of it. */
export async function walkCatalog(browser: ChromiumWithExtension, folder: string): Promise<void> {
  const { host, catalog, episode } = await serveCatalog(folder);
  /** Describes the requests to the host since the last call. */
  const asked = () => {
    const requests = host.asked();
    const bytes = requests.reduce((sum, one) => sum + one.bytes, 0);
    const files = requests.map(({ file }) => file).join(', ');
    return `${requests.length} ${requests.length === 1 ? 'request' : 'requests'}, ${bytes} bytes${files ? ` (${files})` : ''}`;
  };
  try {
    await see('Subscribe to the catalog', async () => {
      const library = await subscribe(browser, host.address);
      const shown = await library.locator('[data-catalog] h3').innerText();
      expect(shown.includes(catalog.title), `the page shows «${shown}»`);
      // A small catalog is kept whole at once.
      await library.waitForTimeout(1000);
      return { seen: `«${shown}», ${catalog.notes} notes; ${asked()}`, value: null, picture: library };
    });
    const page = await see('Visit a video of the catalog', async () => {
      // An open panel would fetch the note.
      for (const one of browser.context.pages()) if (one.url().includes('/sidepanel.html')) await one.close();
      const opened = await browser.open(`https://www.youtube.com/watch?v=${episode.videoId}`);
      await opened.locator('[data-sleevenotes="button"]').first().waitFor();
      await opened.waitForTimeout(1000);
      const requests = host.asked();
      expect(requests.length === 0, `the visit requested ${requests.map(({ file }) => file).join(', ')} from the host`);
      return {
        seen: `${episode.videoId}, the notes button is beside its title; nothing was requested from the host`,
        value: opened,
      };
    });
    const panel = await see('Open its note', async () => {
      const opened = await browser.openPanel(page);
      await opened.locator('[data-section]').first().waitFor();
      const title = await opened.getByRole('heading', { level: 1 }).innerText();
      const origin = await opened.locator('.head .facts').first().innerText();
      expect(
        episode.editions.some((edition) => edition.title === title),
        `the panel is titled «${title}»`,
      );
      expect(origin.includes(catalog.title), `the panel does not say where the note is from: «${origin}»`);
      return { seen: `«${title}», ${origin}; ${asked()}`, value: opened, picture: opened };
    });
    await see('Find one of its terms', async () => {
      await panel.getByRole('tab').nth(1).click();
      const word = await panel.locator('.entry dt > :first-child').first().innerText();
      const popup = await browser.openPopup(page);
      await popup.getByRole('combobox').fill(word);
      const result = popup.getByRole('option').first();
      await result.waitFor();
      const text = (await result.innerText()).replaceAll(/\s+/g, ' ');
      expect(text.includes(word), `the first result for ${word} is «${text}»`);
      return { seen: `${word} → ${text.slice(0, 120)}; ${asked()}`, value: null, picture: popup };
    });
  } finally {
    await host.close();
  }
}
