/**
 * The headless `npm start`: walks through the main job in a real Chromium with the real side panel and prints what is shown. A
 * step with an unexpected result ends the walk with an error.
 */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { readNotes } from '../build/read-notes.ts';
import { compileNote } from '../compiler/compile.ts';
import { formatClock, parseClock } from '../core/time/clock-text.ts';
import { launchChromium } from '../tests/browser/chromium.ts';
import { buildExtension } from './build-extension.ts';
import { ROOT } from './programs.mjs';
import { expect, PICTURES, see, stepsSeen } from './see.ts';
import { walkCatalog } from './walk-catalog.ts';

const VIDEO = 'v0gjI__RyCY';
/** In the order of the build: given notes come before bundled ones. */
const folders = [...process.argv.slice(2), join(ROOT, 'content')];

interface WalkedNote {
  readonly file: string;
  readonly title: string;
  readonly language: string;
}

/** The notes for the video; the panel shows the first in a language. */
async function notesForVideo(): Promise<readonly WalkedNote[]> {
  const found: WalkedNote[] = [];
  for (const folder of folders) {
    for (const note of (await readNotes(ROOT, folder)).notes) {
      const { videoId, edition } = compileNote(note);
      if (videoId !== VIDEO || !edition) continue;
      found.push({ file: note.file, title: edition.title, language: edition.language });
    }
  }
  return found;
}

/** The count once it is stable: long lists are rendered from the top, the rest a moment later. */
async function countOf(items: Locator): Promise<number> {
  let last = -1;
  for (let count = await items.count(); count !== last; count = await items.count()) {
    last = count;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return last;
}

async function walk(): Promise<void> {
  await rm(PICTURES, { recursive: true, force: true });
  await mkdir(PICTURES, { recursive: true });

  const extension = await see('Build the extension', async () => {
    const folder = buildExtension('chrome');
    return { seen: folder.slice(ROOT.length), value: folder };
  });
  const notes = await notesForVideo();
  const browser = await launchChromium({ extension });
  try {
    const page = await see('Detect the video', async () => {
      const opened = await browser.open(`https://www.youtube.com/watch?v=${VIDEO}`);
      await opened.locator('[data-sleevenotes="button"]').first().waitFor();
      const length = await opened.evaluate(() => document.querySelector('video')?.duration ?? Number.NaN);
      const name = await opened.locator('h1').first().innerText();
      return {
        seen: `«${name}», ${formatClock(length)}, the notes button is beside its title`,
        value: opened,
        picture: opened,
      };
    });

    const panel = await see('Open the side panel', async () => {
      const opened = await browser.openPanel(page);
      await opened.locator('[data-section]').first().waitFor();
      const title = await opened.getByRole('heading', { level: 1 }).innerText();
      const note = notes.find((each) => each.title === title);
      expect(note, `the panel is titled «${title}», which is not a note for ${VIDEO}`);
      return { seen: `${note.file} (${note.language}) «${title}»`, value: opened, picture: opened };
    });

    await see('List the sections', async () => {
      const sections = panel.locator('[data-section]');
      const count = await countOf(sections);
      const times = await panel.locator('[data-section] .time').allTextContents();
      const timed = times.filter((time) => parseClock(time.replace(/^≈\s*/, '')) !== null);
      expect(count > 0 && timed.length === count, `${count} sections, but only ${timed.length} with a time`);
      await panel.getByRole('tab').nth(1).click();
      const terms = await countOf(panel.locator('.entry'));
      expect(terms > 0, 'the glossary is empty');
      return {
        seen: `${count} sections, all with times (${times[0]} … ${times.at(-1)}); ${terms} terms`,
        value: null,
        picture: panel,
      };
    });

    await see('Click a section', async () => {
      await panel.getByRole('tab').first().click();
      const section = panel.locator('[data-section]').nth(4);
      const title = await section.locator('.section-title').innerText();
      const shown = parseClock((await section.locator('.time').innerText()).replace(/^≈\s*/, ''));
      await section.locator('button').first().click();
      await panel.locator('[data-section][aria-current]').filter({ hasText: title }).waitFor();
      const clock = await page.evaluate(() =>
        (document.getElementById('movie_player') as unknown as { getCurrentTime(): number }).getCurrentTime(),
      );
      expect(shown !== null && Math.abs(clock - shown) < 3, `shown ${shown}, but the player is at ${clock}`);
      return {
        seen: `«${title}» at ${formatClock(shown)}; the player is at ${formatClock(clock)}`,
        value: null,
        picture: panel,
      };
    });

    await see('Look up a term', async () => {
      const popup = await browser.openPopup(page);
      await popup.getByRole('combobox').fill('TPU');
      const result = popup.getByRole('option').first();
      await result.waitFor();
      const text = (await result.innerText()).replaceAll(/\s+/g, ' ');
      expect(/TPU/.test(text), `the first result for TPU is «${text}»`);
      const picture = join(PICTURES, '06-look-up-a-term.png');
      await popup.screenshot({ path: picture });
      await popup.close();
      return { seen: `TPU → ${text.slice(0, 120)} → artifacts/start/06-look-up-a-term.png`, value: null };
    });

    await see('Switch the note language', async () => {
      const before = await panel.getByRole('heading', { level: 1 }).innerText();
      const options = await browser.open(`${browser.origin}/options.html`);
      const shown = notes.find(({ title }) => title === before)?.language;
      const other = notes.find(({ language }) => language !== shown);
      expect(other, `there is no note for ${VIDEO} in a second language`);
      const row = options.locator(`[data-language="${other.language}"]`);
      for (
        let index = await row.evaluate((item) => [...(item.parentElement?.children ?? [])].indexOf(item));
        index > 0;
        index--
      ) {
        await row.getByRole('button').first().click();
      }
      await page.bringToFront();
      await panel.getByRole('heading', { level: 1, name: other.title }).waitFor();
      return { seen: `${other.file} (${other.language}) «${other.title}»`, value: null, picture: panel };
    });
    const { SLEEVENOTES_CATALOG: catalog } = process.env;
    if (catalog) await walkCatalog(browser, catalog);
  } finally {
    await browser.close();
  }
  console.log(`All ${stepsSeen()} steps seen. Pictures are in artifacts/start/.`);
}

try {
  await walk();
} catch {
  process.exit(1);
}
