import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { toVideoId, type VideoId } from '../../core/video/video-id.ts';
import { CORS, type Host, startHost, type Trouble } from '../catalog-host/host.ts';
import { type Published, publishByHand } from '../catalog-host/publish.ts';
import { type Publisher, startPublisher, withCatalogJson } from '../catalog-host/publish-notes.ts';
import { violations } from './axe.ts';
import { type ChromiumWithExtension, closePages, launchChromium } from './chromium.ts';
import { EXTENSION } from './fixtures.ts';
import { madeUpNote, madeUpVideo, noise } from './library-world.ts';
import { privatePage } from './private-window.ts';

/** Videos of the stand-in without a bundled note. */
const INSIDE = 'noNoteHere1' as VideoId;
const OUTSIDE = madeUpVideo(99) as VideoId;
const OTHERS = Array.from({ length: 23 }, (_, at) => madeUpVideo(at) as VideoId);
const watch = (id: string) => `https://www.youtube.com/watch?v=${id}`;
const noteOf = (id: string, title: string) => madeUpNote(id, title, 3);
/** Each has a term of its own, and together they are long enough for two shards and not kept whole at once. */
const NOTES = [
  noteOf(INSIDE, 'Springs and clocks'),
  ...OTHERS.map((id, at) => noteOf(id, `Talk ${at}`).replaceAll('annealing', `annealing${at}`)),
].map((note, at) => `${note}\n### The rest\n\n${noise(40_000, at)}\n`);
let publisher: Publisher;
let TALKS: Published;
/** A video whose note is in another shard than {@link INSIDE}, and its number. */
let FAR: VideoId;
let farAt: number;

/** In the service worker. */
declare const chrome: {
  readonly action: { getBadgeText(of: { tabId: number }): Promise<string> };
  readonly tabs: { query(of: { active: true; lastFocusedWindow: true }): Promise<readonly { id: number }[]> };
};

let browser: ChromiumWithExtension;
let host: Host;
let library: Page;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  expect(toVideoId(INSIDE)).toBe(INSIDE);
  publisher = await startPublisher('Talks of the house');
  TALKS = await publisher.publish(NOTES);
  farAt = OTHERS.findIndex((id) => TALKS.shardOf(id) !== TALKS.shardOf(INSIDE));
  FAR = OTHERS[farAt] as VideoId;
  browser = await launchChromium({ extension: EXTENSION });
});
test.afterAll(async () => {
  await browser.close();
  await publisher.close();
});
test.beforeEach(async () => {
  host = await startHost(TALKS.files);
  library = await openLibrary(browser);
});
test.afterEach(async () => {
  await host.close();
  await closePages(browser);
});

/** The library page of a browser without a catalog. */
async function openLibrary(of: ChromiumWithExtension, fresh = true): Promise<Page> {
  const page = await of.context.newPage();
  await page.goto(`${of.origin}/options.html`);
  if (fresh)
    await page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const request = indexedDB.deleteDatabase('sleevenotes-catalogs');
          request.onsuccess = resolve;
          request.onerror = reject;
        }),
    );
  await page.goto(`${of.origin}/library.html`);
  await expect(page.getByRole('heading', { name: 'Catalogs' })).toBeVisible();
  return page;
}

async function preview(page = library, address = host.address): Promise<void> {
  await page.getByLabel('Address of the catalog').fill(address);
  await page.getByRole('button', { name: 'Show', exact: true }).click();
}
async function subscribe(page = library, address = host.address): Promise<void> {
  await preview(page, address);
  await page.getByRole('button', { name: 'Subscribe', exact: true }).click();
  await expect(page.locator('[data-catalog]').first()).toBeVisible();
}
const asked = () => host.asked().map(({ file }) => file);
const catalog = () => library.locator('[data-catalog]');
const badge = () =>
  browser.context.serviceWorkers()[0]?.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return chrome.action.getBadgeText({ tabId: tab?.id ?? 0 });
  });

test.describe('a catalog', () => {
  test('is previewed before subscribing, with what its host learns', async () => {
    await preview();
    const shown = library.locator('.catalog-preview');
    await expect(shown).toContainText('Talks of the house');
    await expect(shown).toContainText('Somebody');
    await expect(shown).toContainText('24 episodes');
    await expect(shown).toContainText('English');
    await expect(shown).toContainText(`${host.name} learns`);
    expect(asked()).toEqual(['catalog.json']);
    expect(await violations(library)).toEqual([]);
  });

  test('costs its host nothing when videos are visited, and one request when a note is opened', async () => {
    await subscribe();
    asked();
    const page = await browser.open(watch(INSIDE));
    await expect.poll(badge).toBe('♪');
    await page.goto(watch(OUTSIDE));
    await expect.poll(badge).toBe('');
    await page.goto(watch(INSIDE));
    await expect.poll(badge).toBe('♪');
    expect(asked()).toEqual([]);
    const panel = await browser.openPanel(page);
    await expect(panel.getByRole('heading', { name: 'Springs and clocks', level: 1 })).toBeVisible();
    await expect(panel.locator('.head')).toContainText('from Talks of the house, by Somebody');
    expect(asked()).toEqual([TALKS.shardOf(INSIDE)]);
    await page.reload();
    await expect(panel.getByRole('heading', { name: 'Springs and clocks', level: 1 })).toBeVisible();
    await page.goto(watch(OUTSIDE));
    await expect(panel.getByText('No note for this video')).toBeVisible();
    const popup = await browser.openPopup(page);
    await popup.close();
    // The popup is a tab here, and the panel follows the active one.
    await page.bringToFront();
    await page.goto(watch(INSIDE));
    await expect(panel.getByRole('heading', { name: 'Springs and clocks', level: 1 })).toBeVisible();
    expect(asked()).toEqual([]);
  });

  test('opens in the popup, too, where its terms are found', async () => {
    await subscribe();
    asked();
    const page = await browser.open(watch(INSIDE));
    const popup = await browser.openPopup(page);
    await popup.getByRole('combobox').fill('anneal');
    await expect(popup.getByRole('option').first()).toContainText('annealing');
    expect(asked()).toEqual([TALKS.shardOf(INSIDE)]);
  });

  test('is found by its terms before any of its notes was opened, if the viewer chooses that', async () => {
    await subscribe();
    const page = await browser.open(watch(OUTSIDE));
    const look = async () => {
      const popup = await browser.openPopup(page);
      await popup.getByRole('combobox').fill(`annealing${farAt}`);
      return popup;
    };
    await expect((await look()).locator('.lookup-message')).toContainText('Nothing found');
    asked();
    await library.bringToFront();
    await catalog()
      .getByRole('button', { name: /^Find all its terms/ })
      .click();
    await expect(catalog()).toContainText('Lookups find its terms');
    expect(asked()).toEqual([TALKS.catalog.names?.file]);
    expect(await violations(library)).toEqual([]);
    const popup = await look();
    await expect(popup.getByRole('option').first()).toContainText(`Talk ${farAt}`);
    expect(asked()).toEqual([]);
    host.trouble((_, response) => Boolean(response.destroy()));
    await popup.getByRole('option').first().click();
    await expect(popup.locator('footer [role=status]')).toContainText('cannot be reached');
    host.trouble(null);
    asked();
    await popup.getByRole('option').first().click();
    await expect(popup.getByText('cooling a metal slowly')).toBeVisible();
    expect(asked()).toEqual([TALKS.shardOf(FAR)]);
  });

  test('is subscribed to, browsed and removed with the keyboard alone', async () => {
    const focused = (name: RegExp) =>
      expect(async () => {
        await library.keyboard.press('Tab');
        const label = await library.evaluate(() => {
          const at = document.activeElement;
          return `${at?.getAttribute('aria-label') ?? ''} ${at?.textContent} ${(at as HTMLInputElement)?.type ?? ''}`;
        });
        expect(label).toMatch(name);
      }).toPass({ intervals: [0], timeout: 10_000 });
    await focused(/ url$/);
    await library.keyboard.type(host.address);
    await library.keyboard.press('Enter');
    await expect(library.locator('.catalog-preview')).toBeVisible();
    await focused(/Subscribe/);
    await library.keyboard.press('Enter');
    await expect(catalog()).toBeVisible();
    expect(await violations(library)).toEqual([]);
    await library.getByLabel('Address of the catalog').focus();
    await focused(/Browse titles/);
    await library.keyboard.press('Enter');
    await expect(catalog().locator('.episode').first()).toBeVisible();
    await focused(/ (search|text)$/);
    await library.keyboard.type('springs');
    await expect(catalog().locator('.episode')).toHaveCount(1);
    expect(await violations(library)).toEqual([]);
    await library.getByLabel('Address of the catalog').focus();
    await focused(/Remove/);
    await library.keyboard.press('Enter');
    await expect(catalog()).toHaveCount(0);
    await focused(/Undo/);
    await library.keyboard.press('Enter');
    await expect(catalog()).toBeVisible();
  });

  test('sends simple requests without a preflight', async () => {
    await subscribe();
    for (const { method, headers } of host.asked()) {
      expect(method).toBe('GET');
      for (const name of ['cookie', 'referer', 'authorization', 'range']) expect(headers[name]).toBeUndefined();
    }
  });

  test('is browsed and searched by title, kept whole, and then works without its host', async () => {
    await subscribe();
    await catalog().getByRole('button', { name: 'Browse titles' }).click();
    await catalog().getByRole('searchbox').fill('springs');
    await expect(catalog().locator('.episode')).toHaveCount(1);
    await catalog()
      .getByRole('button', { name: /^Keep everything/ })
      .click();
    await expect(catalog()).toContainText('All of it is kept here.');
    expect(new Set(asked()).has(TALKS.shardOf(FAR))).toBe(true);
    await host.close();
    const page = await browser.open(watch(INSIDE));
    const panel = await browser.openPanel(page);
    await expect(panel.getByRole('heading', { name: 'Springs and clocks', level: 1 })).toBeVisible();
    host = await startHost(TALKS.files);
  });

  test('gets its news when the viewer checks for them, in every window', async () => {
    await subscribe();
    const second = await openLibrary(browser, false);
    asked();
    host.serve((await publisher.publish([...NOTES, noteOf(OUTSIDE, 'Brand new')])).files);
    await second.getByRole('button', { name: 'Look for news' }).click();
    await expect(second.locator('[data-catalog]')).toContainText('25 episodes');
    await expect(catalog()).toContainText('25 episodes');
    expect(asked()).toHaveLength(2);
    await browser.open(watch(OUTSIDE));
    await expect.poll(badge).toBe('♪');
  });

  test('removed while one of its notes is open disappears with its notes, and undo restores it', async () => {
    await subscribe();
    const page = await browser.open(watch(INSIDE));
    const panel = await browser.openPanel(page);
    await expect(panel.getByRole('heading', { name: 'Springs and clocks', level: 1 })).toBeVisible();
    await library.getByRole('button', { name: 'Remove “Talks of the house”' }).click();
    await expect(panel.getByText('No note for this video')).toBeVisible();
    asked();
    await library.getByRole('button', { name: 'Undo' }).click();
    await expect(panel.getByRole('heading', { name: 'Springs and clocks', level: 1 })).toBeVisible();
    expect(asked()).toEqual([]);
    await library.getByRole('button', { name: 'Remove “Talks of the house”' }).click();
    await library.getByRole('button', { name: 'Close', exact: true }).click();
    await page.reload();
    await expect.poll(badge).toBe('');
  });

  test('comes after the viewer’s own notes and before the bundled ones', async () => {
    const bundled = 'v0gjI__RyCY';
    // In the most preferred language, in which there is a bundled note, too.
    const inChinese = (title: string) => noteOf(bundled, title).replace('lang: en', 'lang: zh-Hans');
    const one = await startPublisher('One talk');
    host.serve((await one.publish([inChinese('From the catalog')])).files);
    await one.close();
    await subscribe();
    const page = await browser.open(watch(bundled));
    const panel = await browser.openPanel(page);
    await expect(panel.getByRole('heading', { name: 'From the catalog', level: 1 })).toBeVisible();
    await library
      .locator('input[name=files]')
      .setInputFiles([{ name: 'mine.md', mimeType: '', buffer: Buffer.from(inChinese('My own')) }]);
    await expect(panel.getByRole('heading', { name: 'My own', level: 1 })).toBeVisible();
    await library.evaluate(() => indexedDB.deleteDatabase('sleevenotes-library') && undefined);
  });

  test('is known to a restarted service worker', async () => {
    await subscribe();
    asked();
    const devtools = await browser.context.newCDPSession(library);
    const workers = await devtools.send('Target.getTargets');
    const worker = workers.targetInfos.find(({ type }) => type === 'service_worker');
    await devtools.send('Target.closeTarget', { targetId: worker?.targetId ?? '' }).catch(() => undefined);
    const page = await browser.open(watch(INSIDE));
    await expect(page.locator('[data-sleevenotes="button"]').first()).toBeVisible();
    expect(asked()).toEqual([]);
  });
});

test.describe('a host in trouble', () => {
  const down: Trouble = (_, response) => Boolean(response.destroy());
  const noCors: Trouble = (_, response, contents) => Boolean(response.writeHead(200).end(contents));
  const html: Trouble = (_, response) =>
    Boolean(response.writeHead(200, { ...CORS, 'content-type': 'text/html' }).end('<!doctype html>Oops'));
  const missing: Trouble = (_, response) => Boolean(response.writeHead(404, CORS).end('no'));
  const wrongType: Trouble = (_, response, contents) =>
    Boolean(response.writeHead(200, { ...CORS, 'content-type': 'video/mp4' }).end(contents));
  const cut: Trouble = (_, response, contents) => {
    response.writeHead(200, { ...CORS, 'content-length': contents?.length ?? 0 });
    response.write(contents?.subarray(0, 20), () => response.destroy());
    return true;
  };
  const gigabyte: Trouble = (_, response) => {
    response.writeHead(200, { ...CORS, 'content-length': 2 ** 30 });
    const part = Buffer.alloc(1 << 20, 'x');
    const more = () => (response.write(part) ? setImmediate(more) : response.once('drain', more));
    more();
    return true;
  };
  const encoded: Trouble = (_, response, contents) =>
    contents?.[0] === 0x1f && Boolean(response.writeHead(200, { ...CORS, 'content-encoding': 'gzip' }).end(contents));

  for (const [name, trouble, sentence] of [
    ['down', down, 'cannot be reached'],
    ['without the CORS header', noCors, 'Access-Control-Allow-Origin'],
    ['with a web page in its place', html, 'a web page instead of catalog.json'],
    ['404', missing, 'error 404'],
  ] as const) {
    test(`${name} is said when the viewer subscribes`, async () => {
      host.trouble(trouble);
      await preview();
      await expect(library.locator('.notice')).toContainText(host.name);
      await expect(library.locator('.notice')).toContainText(sentence);
    });
  }

  for (const [name, trouble, sentence] of [
    ['down', down, 'cannot be reached'],
    ['broken off', cut, 'incomplete or damaged'],
    ['a gigabyte', gigabyte, 'larger than any file'],
  ] as const) {
    test(`a shard that is ${name} is said in the panel, and what is kept stays`, async () => {
      await subscribe();
      const page = await browser.open(watch(INSIDE));
      const panel = await browser.openPanel(page);
      await expect(panel.getByRole('heading', { name: 'Springs and clocks', level: 1 })).toBeVisible();
      host.trouble((file, response, contents) => file.startsWith('shards/') && trouble(file, response, contents));
      await page.goto(watch(FAR));
      await expect(panel.locator('.notice')).toContainText(sentence);
      await page.goto(watch(INSIDE));
      await expect(panel.getByRole('heading', { name: 'Springs and clocks', level: 1 })).toBeVisible();
      await page.goto(watch(FAR));
      await expect(panel.locator('.notice')).toContainText(sentence);
      host.trouble(null);
      await panel.getByRole('button', { name: 'Try again' }).click();
      await expect(panel.getByRole('heading', { level: 1, name: /^Talk/ })).toBeVisible();
    });
  }

  for (const [name, trouble] of [
    ['a wrong type', wrongType],
    ['Content-Encoding for what is compressed already', encoded],
  ] as const) {
    test(`${name} makes no difference`, async () => {
      host.trouble(trouble);
      await subscribe();
      const page = await browser.open(watch(INSIDE));
      const panel = await browser.openPanel(page);
      await expect(panel.getByRole('heading', { name: 'Springs and clocks', level: 1 })).toBeVisible();
    });
  }

  test('that sends readers on to another host is refused by that name', async () => {
    const elsewhere = await startHost(TALKS.files);
    host.trouble((file, response) =>
      Boolean(response.writeHead(302, { ...CORS, location: elsewhere.address + file }).end()),
    );
    await preview();
    await expect(library.locator('.notice')).toContainText(`sends readers on to ${elsewhere.name}`);
    await elsewhere.close();
  });

  for (const [name, change, sentence] of [
    ['a newer format', { version: 2 }, 'newer Sleevenotes'],
    ['another catalog', { id: 'ffffffffffffffff' }, 'another catalog'],
  ] as const) {
    test(`${name} at the address is said, and what is kept stays`, async () => {
      await subscribe();
      const page = await browser.open(watch(INSIDE));
      const panel = await browser.openPanel(page);
      await expect(panel.getByRole('heading', { name: 'Springs and clocks', level: 1 })).toBeVisible();
      host.serve(withCatalogJson(TALKS, (catalog) => ({ ...catalog, ...change })).files);
      await library.getByRole('button', { name: 'Look for news' }).click();
      await expect(catalog().locator('.notice')).toContainText(sentence);
      await page.reload();
      await expect(panel.getByRole('heading', { name: 'Springs and clocks', level: 1 })).toBeVisible();
    });
  }

  test('a shard with a note for a video of another shard is refused', async () => {
    host.serve(publishByHand(NOTES, { foreign: { into: INSIDE, note: noteOf(FAR, 'Not its own') } }).files);
    await subscribe();
    const page = await browser.open(watch('v0gjI__RyCY'));
    const panel = await browser.openPanel(page);
    await page.goto(watch(INSIDE));
    await expect(panel.getByText('speaks for videos that are not its own')).toBeVisible();
  });
});

test('a host with an untrusted certificate is reported and not read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sleevenotes-certificate-'));
  const files = { key: join(folder, 'key.pem'), certificate: join(folder, 'certificate.pem') };
  const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=127.0.0.1'];
  execFileSync('openssl', [...made, '-keyout', files.key, '-out', files.certificate], { stdio: 'ignore' });
  const requests: string[] = [];
  const server = createServer(
    { key: await readFile(files.key), cert: await readFile(files.certificate) },
    ({ url = '' }, response) => {
      requests.push(url);
      response.writeHead(200, CORS).end(TALKS.files.get('catalog.json'));
    },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await preview(library, `https://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await expect(library.locator('.notice')).toContainText('its certificate is not good');
    expect(requests).toEqual([]);
  } finally {
    server.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('two windows keeping everything at the same time request each file once', async () => {
  await subscribe();
  const second = await openLibrary(browser, false);
  asked();
  const buttons = await Promise.all(
    [library, second].map((page) => page.getByRole('button', { name: /^Keep everything/ }).elementHandle()),
  );
  await Promise.all(buttons.map((button) => button?.evaluate((element) => (element as HTMLElement).click())));
  for (const page of [library, second])
    await expect(page.locator('[data-catalog]')).toContainText('All of it is kept here.');
  const files = asked();
  expect(files.toSorted()).toEqual([...new Set(files)].toSorted());
});

test('a disk that fills up while everything is kept is said; with room again the rest is fetched', async () => {
  const small = await launchChromium({ extension: EXTENSION });
  try {
    const page = await openLibrary(small, false);
    const devtools = await small.context.newCDPSession(page);
    const limit = (quota: { readonly quotaSize?: number }) =>
      devtools.send('Storage.overrideQuotaForOrigin', { origin: small.origin, ...quota });
    // Room for one of the two shards.
    await limit({ quotaSize: 500_000 });
    await subscribe(page);
    await page.getByRole('button', { name: /^Keep everything/ }).click();
    const shown = page.locator('[data-catalog]');
    await expect(shown.locator('.notice')).toContainText('storage is full');
    await limit({});
    // Chromium remembers for a while how much room there was.
    await expect(async () => {
      await page.getByRole('button', { name: 'Go on' }).click({ timeout: 1000 });
      await expect(shown).toContainText('All of it is kept here.', { timeout: 1000 });
    }).toPass();
  } finally {
    await small.close();
  }
});

test('in a private window its host is asked only when the viewer opens the note', async () => {
  const other = await launchChromium({ extension: EXTENSION });
  try {
    const page = await privatePage(other);
    await subscribe(await openLibrary(other, false));
    asked();
    await page.bringToFront();
    await page.goto(watch(INSIDE));
    const panel = await other.openPanel(page);
    const open = panel.getByRole('button', { name: 'Open it here' });
    await expect(open).toBeVisible();
    const popup = await other.openPopup(page);
    await expect(popup.getByRole('combobox')).toBeVisible();
    await popup.close();
    expect(asked()).toEqual([]);
    await open.click();
    await expect(panel.getByRole('heading', { name: 'Springs and clocks', level: 1 })).toBeVisible();
    expect(asked()).toEqual([TALKS.shardOf(INSIDE)]);
  } finally {
    await other.close();
  }
});

test('keeping everything goes on after the browser was closed in the middle', async () => {
  const profile = join(tmpdir(), `sleevenotes-catalog-${process.pid}`);
  // Without the stand-in, which would disable the browser's cache.
  const launch = () => launchChromium({ extension: EXTENSION, profile, standIn: false });
  const first = await launch();
  try {
    const page = await openLibrary(first, false);
    await subscribe(page);
    host.trouble((file) => file === TALKS.shardOf(FAR));
    await page.getByRole('button', { name: /^Keep everything/ }).click();
    await expect(page.locator('[data-catalog]')).toContainText('50% kept');
    await first.close();
    host.trouble(null);
    asked();
    const again = await launch();
    const reopened = await openLibrary(again, false);
    await expect(reopened.locator('[data-catalog]')).toContainText('All of it is kept here.');
    expect(asked()).toHaveLength(1);
    await reopened.getByRole('button', { name: 'Look for news' }).click();
    await expect.poll(() => host.asked()).toMatchObject([{ file: 'catalog.json', unchanged: true }]);
    await again.close();
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
