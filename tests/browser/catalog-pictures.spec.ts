import type { Page } from '@playwright/test';
import type { Catalog } from '../../core/catalog/catalog.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { CORS, type Host, startHost, type Trouble } from '../catalog-host/host.ts';
import { publishByHand } from '../catalog-host/publish.ts';
import { withCatalogJson } from '../catalog-host/publish-notes.ts';
import { violations } from './axe.ts';
import type { ChromiumWithExtension } from './chromium.ts';
import { expect, test } from './fixtures.ts';
import { madeUpNote, madeUpVideo } from './library-world.ts';
import { addStyle, LETTERS, settled, TOLERANCE } from './picture.ts';

/** A video of the stand-in without a bundled note. */
const INSIDE = 'noNoteHere1' as VideoId;
const NOTES = [INSIDE, ...Array.from({ length: 9 }, (_, at) => madeUpVideo(at))].map((id) =>
  madeUpNote(id, `Talk of ${id}`, 2),
);
const TALKS = publishByHand(NOTES, { title: 'Talks of the house' });
const changed = (change: Partial<Record<keyof Catalog, unknown>>) =>
  withCatalogJson(TALKS, (catalog) => ({ ...catalog, ...change })).files;

const notThere: Trouble = (_, response) => Boolean(response.writeHead(404, CORS).end());
/** Shards never come. */
const silent: Trouble = (file) => file.startsWith('shards/');

interface World {
  readonly browser: ChromiumWithExtension;
  readonly host: Host;
  readonly library: Page;
}
type Show = (world: World) => Promise<Page>;

async function preview({ library, host }: World): Promise<Page> {
  await library.locator('.catalog-address input').fill(host.address);
  await library.locator('.catalog-address button').click();
  await expect(library.locator('.catalog-preview')).toBeVisible();
  return library;
}

/** Clicks a button of the catalog, by its place among them: they are in three languages. */
const press = async (library: Page, at: number) => {
  await library.locator('[data-catalog] .buttons button').nth(at).click();
};
const [LOOK, KEEP_ALL, REMOVE] = [1, 2, -1];

async function looked({ library, host }: World, files = TALKS.files, trouble: Trouble | null = null): Promise<Page> {
  host.serve(files);
  host.trouble(trouble);
  await press(library, LOOK);
  await expect(library.locator('[data-catalog] .notice')).toBeVisible();
  return library;
}

/** Each state in one language, theme and width, so that all of these occur. */
const LOOKS: readonly {
  readonly locale: string;
  readonly colorScheme: 'light' | 'dark';
  readonly states: readonly (readonly [name: string, width: number, show: Show])[];
}[] = [
  {
    locale: 'en-US',
    colorScheme: 'light',
    states: [
      ['asking', 900, preview],
      [
        'subscribed',
        320,
        async ({ library }) => {
          await library.locator('.catalog-preview .primary').click();
          await expect(library.locator('[data-catalog]')).toBeVisible();
          return library;
        },
      ],
      ['newer', 400, (world) => looked(world, changed({ version: 2 }))],
    ],
  },
  {
    locale: 'zh-CN',
    colorScheme: 'dark',
    states: [
      ['failed', 400, (world) => looked(world, TALKS.files, notThere)],
      [
        'keeping',
        400,
        async ({ library, host }) => {
          host.trouble(silent);
          await press(library, KEEP_ALL);
          await expect(library.locator('[data-catalog] progress')).toBeVisible();
          return library;
        },
      ],
      [
        'removed',
        900,
        async ({ library }) => {
          await press(library, REMOVE);
          await expect(library.locator('[data-catalog]')).toHaveCount(0);
          return library;
        },
      ],
    ],
  },
  {
    locale: 'zh-TW',
    colorScheme: 'light',
    states: [
      ['moved', 320, (world) => looked(world, changed({ movedTo: 'https://talks.example/notes/' }))],
      [
        'panel-failed',
        400,
        async ({ browser, host }) => {
          host.trouble(notThere);
          const page = await browser.open(`https://www.youtube.com/watch?v=${INSIDE}`);
          const panel = await browser.openPanel(page);
          await expect(panel.locator('.notice')).toBeVisible();
          return panel;
        },
      ],
      [
        'panel-fetching',
        320,
        async ({ browser, host }) => {
          const panel = browser.context.pages().find((page) => page.url().includes('sidepanel.html')) as Page;
          host.trouble(silent);
          await panel.locator('.notice button').click();
          await expect(panel.locator('.after-a-second')).toBeVisible();
          return panel;
        },
      ],
    ],
  },
];

/** Compares every state of a catalog with the agreed picture; see pictures.spec.ts. */
for (const { locale, colorScheme, states } of LOOKS) {
  test.describe(`${colorScheme}, ${locale}`, () => {
    test.use({ launch: { colorScheme, locale } });

    test('every state of a catalog looks as agreed and is accessible', async ({ browserWithExtension: browser }) => {
      // Its address is in the pictures.
      const host = await startHost(TALKS.files, '127.0.0.1:18917');
      try {
        const library = await browser.open(`${browser.origin}/library.html`);
        await addStyle(library, LETTERS);
        const world = { browser, host, library };
        if (states[0]?.[0] !== 'asking') {
          await preview(world);
          await library.locator('.catalog-preview .primary').click();
          await expect(library.locator('[data-catalog]')).toBeVisible();
        }
        for (const [name, width, show] of states) {
          const page = await show(world);
          if (page !== library) await addStyle(page, LETTERS);
          await page.setViewportSize({ width, height: page === library ? 700 : 440 });
          await page.mouse.move(0, 0);
          expect.soft(await violations(page)).toEqual([]);
          const part = page.locator(name === 'removed' ? '.undo' : 'section:has(#catalogs-title)');
          const picture = await settled(page, page === library ? part : 'window');
          expect.soft(picture).toMatchSnapshot(`catalog-${name}-${colorScheme}-${locale}-${width}.jpg`, TOLERANCE);
          host.trouble(null);
          host.serve(TALKS.files);
        }
      } finally {
        await host.close();
      }
    });
  });
}
