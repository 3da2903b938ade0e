import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import type { VideoId } from '../../../core/video/video-id.ts';
import { type Host, startHost } from '../../catalog-host/host.ts';
import type { Published } from '../../catalog-host/publish.ts';
import { startPublisher, withCatalogJson } from '../../catalog-host/publish-notes.ts';
import { madeUpNote, madeUpVideo } from '../library-world.ts';
import { FirefoxWithExtension } from './firefox.ts';

const EXTENSION = fileURLToPath(new URL('../../../.output/firefox-mv3', import.meta.url));
/** A video of the stand-in without a bundled note. */
const INSIDE = 'noNoteHere1' as VideoId;
const OTHERS = Array.from({ length: 9 }, (_, at) => madeUpVideo(at));
const NOTES = [INSIDE, ...OTHERS].map((id) => madeUpNote(id, `Talk of ${id}`, 2));
let talks: Published;

let firefox: FirefoxWithExtension;
let host: Host;
test.beforeAll(async () => {
  const publisher = await startPublisher('Talks by hand');
  // A small catalog is kept whole at once: then no shard is asked for when its note is opened.
  talks = withCatalogJson(await publisher.publish(NOTES), (catalog) => ({ ...catalog, bytes: 20_000_000 }));
  await publisher.close();
  firefox = await FirefoxWithExtension.launch(EXTENSION);
  host = await startHost(talks.files);
});
test.afterAll(async () => {
  await firefox?.close();
  await host?.close();
});

/** A trusted click, without which the page may not request a permission. */
async function click(selector: string): Promise<void> {
  const found = (await firefox.command('WebDriver:FindElement', { using: 'css selector', value: selector })) as {
    readonly value?: Record<string, string>;
  } & Record<string, string>;
  const [id = ''] = Object.values(found.value ?? found);
  await firefox.command('WebDriver:ElementClick', { id });
}

const inPage = (text: string) =>
  firefox.inPage<boolean>('return document.body.innerText.includes(arguments[0]);', text);

async function showCatalog(): Promise<void> {
  await firefox.goto(`${firefox.origin}/library.html`);
  await firefox.until('the field for an address', () =>
    firefox.inPage<boolean>('return document.querySelector(".catalog-address input") !== null;'),
  );
  const found = (await firefox.command('WebDriver:FindElement', {
    using: 'css selector',
    value: '.catalog-address input',
  })) as Record<string, string>;
  const [id = ''] = Object.values(found);
  await firefox.command('WebDriver:ElementSendKeys', { id, text: host.address });
  await click('.catalog-address button');
  await firefox.until('the catalog', () => inPage('Talks by hand'));
}

/** Answers Firefox's permission prompt by clicking one of its buttons. */
const answer = (button: 'primary' | 'secondary') =>
  firefox.until('the question for consent', () =>
    firefox.inBrowser<boolean>(
      `const panel = document.getElementById('notification-popup');
       const asked = panel?.querySelector('popupnotification');
       if (panel?.state !== 'open' || !asked) return false;
       (args[0] === 'primary' ? asked.button : asked.secondaryButton).click();
       return true;`,
      button,
    ),
  );

test('in Firefox subscribing asks for consent; videos are recognised without the host; notes are shown', async () => {
  await firefox.inBrowser("Services.prefs.setIntPref('security.notification_enable_delay', 0);");
  await showCatalog();
  host.asked();
  await click('.catalog-preview .primary');
  await answer('secondary');
  await firefox.until('what follows from no', () => inPage('Without your consent'));
  expect(host.asked()).toEqual([]);

  await showCatalog();
  await click('.catalog-preview .primary');
  await answer('primary');
  await firefox.until('the subscription', () =>
    firefox.inPage<boolean>('return document.querySelector("[data-catalog]") !== null;'),
  );
  for (const { method, headers } of host.asked()) {
    expect(method).toBe('GET');
    for (const name of ['cookie', 'referer', 'authorization', 'range']) expect(headers[name]).toBeUndefined();
  }

  await firefox.open(`https://www.youtube.com/watch?v=${INSIDE}`);
  await firefox.until('the notes button', () =>
    firefox.inPage<boolean>('return document.querySelector("[data-sleevenotes=button]") !== null;'),
  );
  expect(host.asked()).toEqual([]);
  await firefox.openSidebar();
  await firefox.until('the note in the sidebar', () =>
    firefox.inSidebar<boolean>(`return document.querySelector('h1')?.textContent === 'Talk of ${INSIDE}';`),
  );
  const head = await firefox.inSidebar<string>('return document.querySelector(".head .facts").textContent;');
  expect(head).toContain('from Talks by hand, by Somebody');
  expect(host.asked().map(({ file }) => file)).toEqual([talks.shardOf(INSIDE)]);
  await firefox.goto(`https://www.youtube.com/watch?v=${INSIDE}`);
  await firefox.until('the note again', () =>
    firefox.inSidebar<boolean>(`return document.querySelector('h1')?.textContent === 'Talk of ${INSIDE}';`),
  );
  expect(host.asked()).toEqual([]);

  await firefox.openPopup();
  await firefox.press(...'annealing');
  await firefox.until('a term of the note', () =>
    firefox.inPopup<boolean>(
      'return document.querySelector("[role=option]")?.textContent.includes("annealing") === true;',
    ),
  );
  expect(host.asked()).toEqual([]);
});
